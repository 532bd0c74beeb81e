import { useState } from 'react';

import { announce } from '../../shared/ui/announcer.js';
import { Icon } from '../../shared/ui/icon.js';

/** The link, and the way to a LinkedIn profile. Nothing is sent anywhere before somebody opens one of them. */
export function Sharing({ url, linkedIn }: { url: string; linkedIn: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setIsCopied(true);
    announce('The link is copied.');
  };
  return (
    <section className="stack" aria-labelledby="share">
      <h2 id="share">Share</h2>
      <p className="share-link">
        <a href={url}>{url}</a>
      </p>
      <div className="row">
        {/* Without a secure address browsers offer no clipboard; the link above can be copied by hand. */}
        {'clipboard' in navigator ? (
          <button type="button" className="button" onClick={() => void copy()}>
            {isCopied ? <Icon name="check" /> : null}
            {isCopied ? 'Link copied' : 'Copy link'}
          </button>
        ) : null}
        <a className="button" href={linkedIn} target="_blank" rel="noopener noreferrer">
          Add to LinkedIn profile
          <span className="visually-hidden"> (opens LinkedIn)</span>
        </a>
      </div>
    </section>
  );
}
