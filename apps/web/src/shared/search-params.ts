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

export const cohortFilters = ['stuck', 'inactive', 'not_started', 'finished'] as const;
export type CohortFilter = (typeof cohortFilters)[number];

export interface CohortSearch {
  search?: string;
  filter?: CohortFilter;
  /** `name`, `passed`, `activity` or a section's id. */
  sort?: string;
  order?: 'desc';
}

export const cohortSearch = (raw: Raw): CohortSearch => ({
  search: text(raw['search']),
  filter: oneOf(cohortFilters, raw['filter']),
  sort: text(raw['sort']),
  order: oneOf(['desc'], raw['order']),
});

export const questionSearch = (raw: Raw): { search?: string; tab?: 'policy' | 'import' } => ({
  search: text(raw['search']),
  tab: oneOf(['policy', 'import'], raw['tab']),
});

export const peopleSearch = (raw: Raw): { search?: string } => ({ search: text(raw['search']) });
