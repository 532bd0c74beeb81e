import { CopyButton } from '../../shared/ui/copy-button.js';

/** The link, and the way to a LinkedIn profile. Nothing is sent anywhere before somebody opens one of them. */
export function Sharing({ url, linkedIn }: { url: string; linkedIn: string }) {
  return (
    <section className="stack" aria-labelledby="share">
      <h2 id="share">Share</h2>
      <p className="share-link">
        <a href={url}>{url}</a>
      </p>
      <div className="row">
        <CopyButton text={url} />
        <a className="button" href={linkedIn} target="_blank" rel="noopener noreferrer">
          Add to LinkedIn profile
          <span className="visually-hidden"> (opens LinkedIn)</span>
        </a>
      </div>
    </section>
  );
}
