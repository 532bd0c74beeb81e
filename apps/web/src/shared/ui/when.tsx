import { ago, exact } from '../text/time.js';

/** A time as people say it; exact on hover. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {ago(at)}
    </time>
  );
}
