import type { PublicCredential } from '#libs/api-client';

import { date, exact } from '../../shared/text/time.js';

const words: Record<PublicCredential['history'][number]['decision'], string> = {
  issued: 'Issued',
  suspended: 'Suspended',
  kept: 'Looked at again and kept',
  reinstated: 'Reinstated',
  revoked: 'Revoked',
  renewed: 'Renewed',
};

/** What was decided about it; nothing to tell where it was only ever issued. */
export function History({ history }: { history: PublicCredential['history'] }) {
  if (history.length < 2) return null;
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">What was decided</h2>
      <ol className="decisions plain-list">
        {history.map(({ decision, reason, at }) => (
          <li key={`${at}${decision}`}>
            <time dateTime={at} title={exact(at)} className="muted">
              {date(at)}
            </time>
            <p>
              <strong>{words[decision]}.</strong> {reason}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
