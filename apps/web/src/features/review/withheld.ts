import type { AttemptResult } from '#libs/api-client';

import { moment } from '../../shared/text/time.js';

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function hidden({ score, review, pendingCount }: AttemptResult): string {
  const parts: string[] = [];
  if (score === null && pendingCount === 0) parts.push('the score');
  if (!(review ?? []).some(({ outcome }) => outcome !== null)) parts.push('which of your answers are right');
  if (!(review ?? []).some(({ key }) => key !== null)) parts.push('the right answers');
  return parts.length === 0 ? 'the rest of the feedback' : joined(parts);
}

/** What the policy keeps back now, and what will show it; null where everything is shown. */
export function withheldWords(result: AttemptResult, closesAt: string | null): string | null {
  switch (result.reviewWithheld) {
    case null:
      return null;
    case 'after_pass':
      return `You will see ${hidden(result)} once you pass this section.`;
    case 'after_close': {
      const when = closesAt === null ? '' : ` ${moment(closesAt)}`;
      return `You will see ${hidden(result)} after the quiz closes${when}.`;
    }
    case 'never':
      return `The author of this quiz does not show ${hidden(result)}.`;
    default:
      return result.reviewWithheld satisfies never;
  }
}
