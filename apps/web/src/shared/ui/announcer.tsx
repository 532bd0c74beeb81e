import { useSyncExternalStore } from 'react';

let words = '';
const listeners = new Set<() => void>();

/** Has a screen reader say something once the current sentence is over. */
export function announce(text: string): void {
  // The same words twice would not change the region and stay unspoken.
  words = text === words ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => words);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
