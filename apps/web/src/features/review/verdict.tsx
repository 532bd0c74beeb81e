import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import type { Attempt, AttemptResult } from '#libs/api-client';

import { courseQuery } from '../../shared/queries.js';
import { counted, percent, points } from '../../shared/text/numbers.js';
import { moment } from '../../shared/text/time.js';
import { Icon } from '../../shared/ui/icon.js';
import { BadgeStruck, useBadge } from './badge-struck.js';
import { RenewalVerdict } from './renewal-verdict.js';

interface VerdictProps {
  attempt: Attempt;
  result: AttemptResult;
  isFresh: boolean;
}

interface Around {
  badge: string | null;
  closesAt: string | null;
}

const isOver = (at: string | null) => at !== null && Date.parse(at) <= Date.now();

function nextWords({ hasPassed, next, review }: AttemptResult, { badge, closesAt }: Around): string {
  if (hasPassed === true) {
    return `Your badge is ${badge === null ? 'being signed' : 'signed and yours'}; go on with the next section.`;
  }
  if (isOver(closesAt)) return `The quiz closed ${moment(closesAt ?? '')}; no further attempt can start.`;
  if (next.attemptsLeft === 0) return 'No attempts are left. Your instructor can give you another one.';
  const left = next.attemptsLeft === null ? '' : ` ${counted(next.attemptsLeft, 'attempt')} left.`;
  // Some policies show nothing of the questions to somebody who has not passed.
  const reread = `Reread ${review?.some(({ outcome }) => outcome !== null) ? 'what went wrong below' : 'the section'}`;
  if (next.canRetryAt === null || isOver(next.canRetryAt)) {
    return `${reread}, then try again when you are ready.${left}`;
  }
  return `${reread}. The next attempt opens ${moment(next.canRetryAt)}.${left}`;
}

/** Handed in, and a person still has to read something of it. */
function Waiting({ attempt, result }: { attempt: Attempt; result: AttemptResult }) {
  return (
    <section className="verdict" aria-label="Result">
      <div className="verdict-words">
        <p className="verdict-line">
          <Icon name="clock" size={32} /> Waiting for marks
        </p>
        <p>
          {counted(result.pendingCount, 'answer')} {result.pendingCount === 1 ? 'is' : 'are'} read and marked by a
          person. Whether you passed stands here once that is done; nothing is left for you to do.
        </p>
        <div className="row">
          <Link to="/courses/$slug/path" params={{ slug: attempt.courseId }} className="button primary">
            Back to the path <Icon name="arrow" />
          </Link>
        </div>
      </div>
    </section>
  );
}

function Score({ attempt, result }: { attempt: Attempt; result: AttemptResult }) {
  return (
    <p>
      {result.percent === null ? (
        'The score of this quiz is not shown.'
      ) : (
        <>
          <strong>{percent(result.percent)}</strong>, {points(result.score ?? 0)} of {points(result.scoreMax ?? 0)}{' '}
          points.
        </>
      )}
      {attempt.endedBy === 'expired' ? ' Time ended this attempt; what was saved counts.' : ''}
    </p>
  );
}

/** Passed or not in one line, then the score, then what to do next. */
export function Verdict({ attempt, result, isFresh }: VerdictProps) {
  const hasPassed = result.hasPassed === true;
  const isRenewal = attempt.purpose === 'renewal';
  const badge = useBadge(attempt, hasPassed);
  const course = useQuery(courseQuery(attempt.courseId));
  const closesAt = course.data?.sections.find(({ id }) => id === attempt.sectionId)?.quiz.closesAt ?? null;
  const section = { slug: attempt.courseId, section: attempt.sectionId };
  if (attempt.state === 'submitted' || result.pendingCount > 0) return <Waiting attempt={attempt} result={result} />;
  return (
    <section className="verdict" aria-label="Result">
      {hasPassed ? <BadgeStruck credentialId={badge} isFresh={isFresh} /> : null}
      <div className="verdict-words">
        <p className={`verdict-line${hasPassed ? ' verdict-passed' : ''}`}>
          {hasPassed ? <Icon name="check" size={32} /> : null}
          {isRenewal ? (hasPassed ? 'Renewed' : 'Not renewed yet') : hasPassed ? 'Passed' : 'Not passed yet'}
        </p>
        <Score attempt={attempt} result={result} />
        {isRenewal ? (
          <RenewalVerdict attempt={attempt} result={result} badge={badge} />
        ) : (
          <p>{nextWords(result, { badge, closesAt })}</p>
        )}
        <div className="row">
          <Link to="/courses/$slug/path" params={{ slug: attempt.courseId }} className="button primary">
            {hasPassed ? 'Go on' : 'Back to the path'} <Icon name="arrow" />
          </Link>
          {hasPassed ? (
            <Link to="/credentials" className="button">
              My badges
            </Link>
          ) : (
            <Link to="/courses/$slug/sections/$section" params={section} className="button">
              Reread the section
            </Link>
          )}
        </div>
      </div>
    </section>
  );
}
