import { Link } from '@tanstack/react-router';
import type { Attempt, AttemptResult } from '#libs/api-client';

import { counted, percent, points } from '../../shared/text/numbers.js';
import { moment } from '../../shared/text/time.js';
import { Icon } from '../../shared/ui/icon.js';
import { BadgeStruck, useBadge } from './badge-struck.js';

interface VerdictProps {
  attempt: Attempt;
  result: AttemptResult;
  isFresh: boolean;
}

function nextWords({ hasPassed, next }: AttemptResult, badge: string | null): string {
  if (hasPassed) {
    return `Your badge is ${badge === null ? 'being signed' : 'signed and yours'}; go on with the next section.`;
  }
  if (next.attemptsLeft === 0) return 'No attempts are left. Your instructor can give you another one.';
  const left = next.attemptsLeft === null ? '' : ` ${counted(next.attemptsLeft, 'attempt')} left.`;
  const opens = next.canRetryAt === null || Date.parse(next.canRetryAt) <= Date.now();
  if (opens) return `Reread what went wrong below, then try again when you are ready.${left}`;
  return `Reread what went wrong below. The next attempt opens ${moment(next.canRetryAt ?? '')}.${left}`;
}

/** Passed or not in one line, then the score, then what to do next. */
export function Verdict({ attempt, result, isFresh }: VerdictProps) {
  const badge = useBadge(attempt, result.hasPassed);
  const section = { slug: attempt.courseId, section: attempt.sectionId };
  return (
    <section className="verdict" aria-label="Result">
      {result.hasPassed ? <BadgeStruck credentialId={badge} isFresh={isFresh} /> : null}
      <div className="verdict-words">
        <p className={`verdict-line${result.hasPassed ? ' verdict-passed' : ''}`}>
          {result.hasPassed ? <Icon name="check" size={32} /> : null}
          {result.hasPassed ? 'Passed' : 'Not passed yet'}
        </p>
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
        <p>{nextWords(result, badge)}</p>
        <div className="row">
          <Link to="/courses/$slug/path" params={{ slug: attempt.courseId }} className="button primary">
            {result.hasPassed ? 'Go on' : 'Back to the path'} <Icon name="arrow" />
          </Link>
          {result.hasPassed ? (
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
