/** What became of one given address. */
export const admissionOutcomes = [
  'enrolled',
  'already_enrolled',
  'invited',
  'already_invited',
  'unknown_address',
  'duplicate',
  'invalid',
  'own_account',
  'teaches_cohort',
  'invitation_limit',
] as const;
export type AdmissionOutcome = (typeof admissionOutcomes)[number];

/** Why a row did not bring anybody in, for whoever has to mend it. */
export const admissionReasons: Partial<Record<AdmissionOutcome, string>> = {
  unknown_address: 'No account has this address, and inviting was not asked for.',
  duplicate: 'The same address stands further up.',
  invalid: 'This is not an email address.',
  own_account: 'This is your own account: nobody enrols themselves. Join by a link or an open cohort instead.',
  teaches_cohort: 'This person teaches the cohort.',
  invitation_limit: 'The number of invitations that may leave in 24 hours is reached. Do it again tomorrow.',
};

/** As it was given; `problem` says what made the row unusable before anybody looked for an account. */
export interface GivenRow {
  readonly line?: number;
  readonly email: string;
  readonly name?: string;
  readonly problem?: string;
}

export interface AdmittedRow {
  readonly line?: number;
  readonly email: string;
  readonly name?: string;
  readonly outcome: AdmissionOutcome;
  readonly reason?: string;
  readonly learnerId?: string;
}

export type AdmissionCounts = Partial<Record<AdmissionOutcome, number>>;

/** How many rows came to each end; together they are all rows. */
export function countsOf(items: readonly AdmittedRow[]): AdmissionCounts {
  const counts: AdmissionCounts = {};
  for (const { outcome } of items) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
