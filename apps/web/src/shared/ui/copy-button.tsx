import { useState } from 'react';

import { announce } from './announcer.js';
import { Icon } from './icon.js';

interface CopyButtonProps {
  text: string;
  className?: string;
}

/** Copies a link that stands beside it. Without a secure address browsers offer no clipboard, and people may refuse it: then it is copied by hand. */
export function CopyButton({ text, className = 'button' }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  if (!('clipboard' in navigator)) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
      announce('The link is copied.');
    } catch {
      setState('refused');
    }
  };
  return (
    <>
      <button type="button" className={className} onClick={() => void copy()}>
        {state === 'copied' ? <Icon name="check" /> : null}
        {state === 'copied' ? 'Link copied' : 'Copy link'}
      </button>
      {state === 'refused' ? (
        <p role="alert" className="small-text">
          The browser did not let the link be copied. Select it and copy it by hand.
        </p>
      ) : null}
    </>
  );
}
