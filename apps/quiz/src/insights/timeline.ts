/** Something that happened to a learner. */
export interface Moment {
  readonly kind:
    | 'enrolled'
    | 'attempt_started'
    | 'attempt_submitted'
    | 'attempt_graded'
    | 'attempt_regraded'
    | 'attempt_voided'
    | 'section_passed'
    | 'credential'
    | 'accommodation';
  readonly percent: number | null;
  /** What the words are made of; by kind. */
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
}

const decisions: Readonly<Record<string, string>> = {
  issued: 'was issued',
  suspended: 'was suspended',
  kept: 'was kept after a regrade',
  reinstated: 'was reinstated',
  revoked: 'was revoked',
  renewed: 'was renewed',
};

/** What happened, in words for an instructor. Reasons are quoted as they were given. */
export function wordsOf({ kind, percent, about }: Moment, title: string): string {
  const attempt = `Attempt ${about['number']} at “${title}”`;
  switch (kind) {
    case 'enrolled':
      return 'Came into the cohort.';
    case 'attempt_started':
      return `${attempt} was started.`;
    case 'attempt_submitted':
      return about['endedBy'] === 'expired'
        ? `${attempt} ended with its time and waits for marks.`
        : `${attempt} was handed in and waits for marks.`;
    case 'attempt_graded':
      return `${attempt} was graded${about['endedBy'] === 'expired' ? ' when its time was over' : ''}: ${shown(percent)} %, ${about['hasPassed'] === true ? 'passed' : 'not passed'}.`;
    case 'attempt_regraded':
      return `${attempt} was regraded${before(about)} to ${shown(percent)} %: ${about['reason']}`;
    case 'attempt_voided':
      return `${attempt} was voided: ${about['reason']}`;
    case 'section_passed':
      return `“${title}” was passed.`;
    case 'credential':
      return `${about['kind'] === 'section_badge' ? 'The badge' : 'The certificate'} “${about['title']}” ${decisions[String(about['decision'])] ?? 'was changed'}: ${about['reason']}`;
    case 'accommodation':
      return `Accommodation: ${accommodated(about)}.`;
    default:
      return unknown(kind);
  }
}

/** Empty where nothing was graded before. */
function before({ before: percent }: Moment['about']): string {
  return typeof percent === 'number' ? ` from ${shown(percent)} %` : '';
}

/** To a tenth, as everywhere on the dashboards. */
function shown(percent: number | null): number {
  return Math.round((percent ?? 0) * 10) / 10;
}

function accommodated(about: Moment['about']): string {
  const parts = [
    about['timeFactor'] === 1 ? null : `${about['timeFactor']} times the time`,
    about['extraAttempts'] === 0 ? null : `${about['extraAttempts']} more attempts`,
    about['waivesCooldown'] === true ? 'no waiting between attempts' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'none' : parts.join(', ');
}

function unknown(kind: never): never {
  throw new RangeError(`A timeline knows nothing of “${String(kind)}”.`);
}
