import type { EnrolmentReport } from '#libs/api-client';

export type Admitted = EnrolmentReport['items'][number];
export type Outcome = Admitted['outcome'];

interface Words {
  /** What became of a row. */
  readonly done: string;
  /** What would become of it. */
  readonly planned: string;
  readonly tone: string;
}

export const outcomeWords: Record<Outcome, Words> = {
  enrolled: { done: 'Enrolled', planned: 'Will be enrolled', tone: 'tag-success' },
  invited: { done: 'Invited by mail', planned: 'Will be invited by mail', tone: 'tag-accent' },
  already_enrolled: { done: 'Was enrolled already', planned: 'Is enrolled already', tone: '' },
  already_invited: { done: 'Was invited already', planned: 'Is invited already', tone: '' },
  duplicate: { done: 'Named twice', planned: 'Named twice', tone: '' },
  unknown_address: {
    done: 'No account with this address',
    planned: 'No account with this address',
    tone: 'tag-warning',
  },
  own_account: { done: 'Your own account', planned: 'Your own account', tone: 'tag-warning' },
  teaches_cohort: { done: 'Teaches this cohort', planned: 'Teaches this cohort', tone: 'tag-warning' },
  invitation_limit: { done: 'Not invited: limit reached', planned: 'Not invited: limit reached', tone: 'tag-warning' },
  invalid: { done: 'Not usable', planned: 'Not usable', tone: 'tag-danger' },
};

export const outcomes: readonly Outcome[] = [
  'enrolled',
  'invited',
  'already_enrolled',
  'already_invited',
  'duplicate',
  'unknown_address',
  'own_account',
  'teaches_cohort',
  'invitation_limit',
  'invalid',
];

/** What a spreadsheet would calculate gets an apostrophe, as in every file of the platform. */
const formula = /^[\s\p{Z}\p{Cf}"'`]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[ "'`]*[\t\r\n]/u;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^[\s']|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The report as a CSV file, one row per given row, in the given order. */
export function reportCsv(items: readonly Admitted[]): string {
  const rows = items.map(({ line, email, name = '', outcome, reason = '' }) => {
    return [line ?? '', cell(email), cell(name), outcome, cell(reason)].join(',');
  });
  return ['line,email,name,outcome,reason', ...rows, ''].join('\r\n');
}
