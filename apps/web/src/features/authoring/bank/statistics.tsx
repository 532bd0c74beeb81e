import { Link } from '@tanstack/react-router';

import type { QuestionView } from '#libs/api-client';

import { flagText } from '../../../shared/text/flags.js';
import { counted, percent, share } from '../../../shared/text/numbers.js';

/** How a question did so far: figures, what looks wrong, and what learners say against it. */
export function Statistics({ question }: { question: QuestionView }) {
  const { statistics } = question;
  if (statistics === null) return <p className="muted small-text">Nobody has met it yet.</p>;
  const { attempts, facility, discrimination, flags, openChallenges, version } = statistics;
  return (
    <div className="row small-text">
      <span>{counted(attempts, 'first attempt')}</span>
      {facility === null ? null : <span title="Share of the mark earned on average">Facility {share(facility)}</span>}
      {discrimination === null ? null : (
        <span title="How well it tells stronger from weaker learners, -100 % to 100 %">
          Discrimination {percent(discrimination)}
        </span>
      )}
      {version === question.version ? null : <span className="muted">of version {version}</span>}
      {flags.map((flag) => (
        <span key={flag} className="tag tag-warning">
          {flagText(flag)}
        </span>
      ))}
      {openChallenges === 0 ? null : (
        <Link
          from="/author/courses/$id/sections/$section"
          to="/author/courses/$id/sections/$section"
          search={{ tab: 'challenges', question: question.id }}
        >
          {counted(openChallenges, 'open challenge')}
        </Link>
      )}
    </div>
  );
}
