import type { QuestionType } from '#libs/api-client';

import { difficulties, questionTypes, type Difficulty } from './text/questions.js';

/** What each page keeps in its address. Anything unknown or malformed is dropped, so that an old link still opens. */
type Raw = Record<string, unknown>;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== ''
    ? value.slice(0, 500)
    : typeof value === 'number'
      ? String(value)
      : undefined;

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((known) => known === value);

/** A way back inside this application; an address elsewhere is refused. */
export function localPath(value: unknown): string | undefined {
  const path = text(value);
  if (path === undefined || !URL.canParse(path, location.origin)) return undefined;
  const url = new URL(path, location.origin);
  return url.origin === location.origin && path.startsWith('/') ? `${url.pathname}${url.search}` : undefined;
}

export const signInSearch = (raw: Raw): { next?: string } => ({ next: localPath(raw['next']) });

export const mailStates = ['queued', 'sent', 'failed', 'kept'] as const;

/** `mail` is the message that is open. */
export const mailSearch = (raw: Raw): { state?: (typeof mailStates)[number]; mail?: string } => ({
  state: oneOf(mailStates, raw['state']),
  mail: text(raw['mail']),
});

export interface AttemptSearch {
  /** Number of the question on the screen, from 1. */
  q?: number;
  view?: 'paper';
}

export function attemptSearch(raw: Raw): AttemptSearch {
  const q = Number(raw['q']);
  return { q: Number.isInteger(q) && q > 0 ? q : undefined, view: oneOf(['paper'], raw['view']) };
}

export const practiceSearch = (raw: Raw): { q?: number } => ({ q: attemptSearch(raw).q });

export const cohortFilters = ['retrying', 'inactive', 'not_started', 'finished'] as const;
export type CohortFilter = (typeof cohortFilters)[number];
export const cohortViews = ['sections', 'activity', 'help'] as const;
export type CohortView = (typeof cohortViews)[number];
export const helpReasons = ['stuck', 'overdue', 'failing', 'idle'] as const;
export type HelpReason = (typeof helpReasons)[number];
export const cellStates = ['none', 'in_progress', 'submitted', 'failed', 'passed'] as const;
export type CellStateName = (typeof cellStates)[number];

export interface PeriodSearch {
  /** Days in UTC, both included. */
  from?: string;
  to?: string;
}

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

export const periodSearch = (raw: Raw): PeriodSearch => ({ from: day(raw['from']), to: day(raw['to']) });

export interface CohortSearch extends PeriodSearch {
  /** The learners when nothing is said. */
  view?: CohortView;
  search?: string;
  filter?: CohortFilter;
  /** Only learners with this state, in `section` or in any. */
  state?: CellStateName;
  section?: string;
  /** `name`, `passed`, `activity` or a section's id. */
  sort?: string;
  order?: 'desc';
  /** Why they need help. */
  reason?: HelpReason;
}

export const cohortSearch = (raw: Raw): CohortSearch => ({
  ...periodSearch(raw),
  view: oneOf(cohortViews, raw['view']),
  search: text(raw['search']),
  filter: oneOf(cohortFilters, raw['filter']),
  state: oneOf(cellStates, raw['state']),
  section: text(raw['section']),
  sort: text(raw['sort']),
  order: oneOf(['desc'], raw['order']),
  reason: oneOf(helpReasons, raw['reason']),
});

export interface CohortSectionSearch extends AnalysisSearch {
  state?: CellStateName;
}

export const cohortSectionSearch = (raw: Raw): CohortSectionSearch => ({
  ...analysisSearch(raw),
  state: oneOf(cellStates, raw['state']),
});

const sectionTabs = ['text', 'import', 'policy', 'analysis', 'challenges', 'regrades'] as const;
export type SectionTab = (typeof sectionTabs)[number];

export interface AnalysisSearch {
  /** Which attempt of each learner is looked at; the first when nothing is said. */
  attempts?: 'best' | 'latest' | 'all';
  publication?: number;
  sort?: 'facility' | 'discrimination' | 'flags' | 'challenges';
}

export interface BankSearch {
  search?: string;
  tag?: string;
  difficulty?: Difficulty;
  type?: QuestionType;
  flagged?: 'true';
}

export interface SectionSearch extends AnalysisSearch, BankSearch {
  tab?: SectionTab;
  /** Of the challenges; open ones when nothing is said. */
  state?: 'all' | 'accepted' | 'declined';
  question?: string;
}

export function analysisSearch(raw: Raw): AnalysisSearch {
  const publication = Number(raw['publication']);
  return {
    attempts: oneOf(['best', 'latest', 'all'], raw['attempts']),
    publication: Number.isInteger(publication) && publication > 0 ? publication : undefined,
    sort: oneOf(['facility', 'discrimination', 'flags', 'challenges'], raw['sort']),
  };
}

export const sectionSearch = (raw: Raw): SectionSearch => ({
  ...analysisSearch(raw),
  tab: oneOf(sectionTabs, raw['tab']),
  search: text(raw['search']),
  tag: text(raw['tag']),
  difficulty: oneOf(difficulties, raw['difficulty']),
  type: oneOf(questionTypes, raw['type']),
  flagged: oneOf(['true'], String(raw['flagged'])),
  state: oneOf(['all', 'accepted', 'declined'], raw['state']),
  question: text(raw['question']),
});

export const newQuestionSearch = (raw: Raw): { type?: QuestionType } => ({ type: oneOf(questionTypes, raw['type']) });

export const changeFilters = ['score_up', 'score_down', 'passes', 'badges', 'unlocks'] as const;
export type ChangeFilter = (typeof changeFilters)[number];

export const regradeSearch = (raw: Raw): { question?: string; only?: ChangeFilter } => ({
  question: text(raw['question']),
  only: oneOf(changeFilters, raw['only']),
});

export interface MarkingSearch {
  state?: 'marked';
  section?: string;
  cohort?: string;
}

export const markingSearch = (raw: Raw): MarkingSearch => ({
  state: oneOf(['marked'], raw['state']),
  section: text(raw['section']),
  cohort: text(raw['cohort']),
});

export const peopleSearch = (raw: Raw): { search?: string } => ({ search: text(raw['search']) });

export const credentialStatuses = ['active', 'suspended', 'revoked'] as const;
export const credentialKinds = ['section_badge', 'course_certificate'] as const;

export interface CredentialsSearch {
  search?: string;
  status?: (typeof credentialStatuses)[number];
  kind?: (typeof credentialKinds)[number];
}

export const credentialsSearch = (raw: Raw): CredentialsSearch => ({
  search: text(raw['search'])?.slice(0, 200),
  status: oneOf(credentialStatuses, raw['status']),
  kind: oneOf(credentialKinds, raw['kind']),
});

/** Active ones are shown when nothing is said. */
export const cohortStates = ['archived', 'all'] as const;

export interface CohortsSearch {
  state?: (typeof cohortStates)[number];
  search?: string;
}

export const cohortsSearch = (raw: Raw): CohortsSearch => ({
  state: oneOf(cohortStates, raw['state']),
  search: text(raw['search']),
});

const enrolTabs = ['learners', 'invitations', 'links'] as const;

export const invitationStates = ['pending', 'expired', 'accepted', 'withdrawn', 'refused'] as const;
export type InvitationState = (typeof invitationStates)[number];

export interface EnrolSearch {
  tab?: (typeof enrolTabs)[number];
  /** Of the invitations; all of them when nothing is said. */
  state?: InvitationState;
  search?: string;
}

export const enrolSearch = (raw: Raw): EnrolSearch => ({
  tab: oneOf(enrolTabs, raw['tab']),
  state: oneOf(invitationStates, raw['state']),
  search: text(raw['search']),
});
