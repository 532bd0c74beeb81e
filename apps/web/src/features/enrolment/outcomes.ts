import type { EnrolmentReport } from '#libs/api-client';
import { csvTable } from '#libs/text';

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

/** The report as a CSV file, one row per given row, in the given order. */
export function reportCsv(items: readonly Admitted[]): string {
  const rows = items.map(({ line, email, name, outcome, reason }) =>
    [line, email, name, outcome, reason].map((value) => value ?? null),
  );
  return csvTable(['line', 'email', 'name', 'outcome', 'reason'], rows);
}
