import { count } from '../text/numbers.js';

/** "3 of 14 sections passed" with the same as a bar. */
export function ProgressLine({ done, of, noun }: { done: number; of: number; noun: string }) {
  const share = of === 0 ? 0 : Math.min(100, (done / of) * 100);
  return (
    <div className="stack-tight">
      <p>
        <strong>{count(done)}</strong> of {count(of)} {noun}
        {of === 1 ? '' : 's'} passed
      </p>
      <div className="bar bar-success" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
