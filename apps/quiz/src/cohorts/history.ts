/** Everything that is recorded about a cohort. */
export const acts = [
  'created',
  'renamed',
  'archived',
  'unarchived',
  'self_enrolment_opened',
  'self_enrolment_closed',
  'due_dates_changed',
  'instructor_added',
  'instructor_removed',
  'enrolled',
  'removed',
  'left',
  'transferred_in',
  'transferred_out',
  'invited',
  'invitation_resent',
  'invitation_withdrawn',
  'invitation_refused',
  'link_made',
  'link_revoked',
] as const;
export type Act = (typeof acts)[number];

/** How somebody came into a cohort. */
export const ways = ['list', 'import', 'link', 'open_cohort', 'invitation', 'transfer'] as const;
export type Way = (typeof ways)[number];

/** Only ids and figures beside what a cohort or section is called: an erased person must be in none of it by name. */
export interface Entry {
  readonly cohortId: string;
  readonly actorId: string;
  readonly act: Act;
  readonly personId?: string;
  readonly invitationId?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}
