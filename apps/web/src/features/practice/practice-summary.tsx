import { Link } from '@tanstack/react-router';

import type { PracticeSession } from '#libs/api-client';

import { outcomeMarks } from '../../shared/questions/outcome-mark.js';
import { Icon, type IconName } from '../../shared/ui/icon.js';
import { tally } from './practice.js';

/** How it went, and where to go from here. */
export function PracticeSummary({ session }: { session: PracticeSession }) {
  const { right, partly, wrong, unmarked, untried } = tally(session);
  const lines: readonly [number, string, IconName][] = [
    [right, 'right', outcomeMarks.correct.icon],
    [partly, 'partly right', outcomeMarks.partial.icon],
    [wrong, 'wrong', outcomeMarks.incorrect.icon],
    [unmarked, 'to compare by yourself', 'dot'],
    [untried, 'not tried', outcomeMarks.unanswered.icon],
  ];
  return (
    <section className="card stack" aria-labelledby="practised">
      <h2 id="practised">Practice is finished</h2>
      <ul className="plain-list stack-tight">
        {lines
          .filter(([many]) => many > 0)
          .map(([many, words, icon]) => (
            <li key={words} className="row">
              <Icon name={icon} size={18} /> {many} {words}
            </li>
          ))}
      </ul>
      <p className="muted">It did not count, and stands on nobody’s dashboard.</p>
      <div className="row">
        <Link
          to="/courses/$slug/sections/$section"
          params={{ slug: session.courseId, section: session.sectionId }}
          className="button primary"
        >
          Back to the section <Icon name="arrow" />
        </Link>
      </div>
    </section>
  );
}
