import type { AttemptResult } from '#libs/api-client';

import { points } from '../../shared/text/numbers.js';
import { moment } from '../../shared/text/time.js';
import { Icon } from '../../shared/ui/icon.js';

type Regrade = AttemptResult['regrades'][number];

function scoreWords({ scoreBefore, scoreAfter }: Regrade): string {
  if (scoreBefore === null || scoreAfter === null) return 'your answers were graded again';
  if (scoreBefore === scoreAfter) return `your score stayed at ${points(scoreAfter)}`;
  return `your score went from ${points(scoreBefore)} to ${points(scoreAfter)}`;
}

function passWords({ hasPassedBefore, hasPassedAfter }: Regrade): string {
  if (hasPassedBefore === null || hasPassedBefore === hasPassedAfter) return '';
  return hasPassedAfter ? ' With it you pass.' : ' With it this attempt does not pass any more.';
}

/** What was corrected after the attempt, when, why, and what came of it. */
export function Regrades({ regrades }: { regrades: readonly Regrade[] }) {
  if (regrades.length === 0) return null;
  return (
    <div className="note">
      <Icon name="info" />
      <div>
        <p className="note-title">This quiz was corrected after you took it</p>
        {regrades.map((regrade) => (
          <p key={regrade.at}>
            Corrected {moment(regrade.at)}: {scoreWords(regrade)}, because: {regrade.reason.replace(/\.?$/, '.')}
            {passWords(regrade)}
          </p>
        ))}
      </div>
    </div>
  );
}
