import type { Dashboard, DashboardCell, DashboardLearner } from '#libs/api-client';

import type { CellStateName, CohortFilter, CohortSearch } from '../../shared/search-params.js';

const weekMs = 7 * 24 * 3_600_000;

function isRetrying(learner: DashboardLearner): boolean {
  return learner.cells.some(({ state, attempts }) => state === 'failed' && attempts >= 2);
}

const tests: Record<CohortFilter, (learner: DashboardLearner, dashboard: Dashboard) => boolean> = {
  retrying: isRetrying,
  inactive: ({ lastActivityAt }, { asOf }) =>
    lastActivityAt !== null && Date.parse(asOf) - Date.parse(lastActivityAt) > weekMs,
  not_started: ({ lastActivityAt }) => lastActivityAt === null,
  finished: ({ sectionsPassed }, { sections }) => sections.length > 0 && sectionsPassed >= sections.length,
};

export const filterWords: Record<CohortFilter, string> = {
  retrying: 'Tried a section twice without a pass',
  inactive: 'Quiet for a week',
  not_started: 'Not started',
  finished: 'Passed every section',
};

/** How a cell is called wherever it is named. */
export const stateWords: Record<CellStateName, string> = {
  none: 'not started',
  in_progress: 'in progress',
  submitted: 'waiting for marks',
  failed: 'not passed yet',
  passed: 'passed',
};

const cellOf = (learner: DashboardLearner, sectionId: string): DashboardCell | undefined =>
  learner.cells.find((cell) => cell.sectionId === sectionId);

function compare(sort: string): (one: DashboardLearner, other: DashboardLearner) => number {
  const byName = (one: DashboardLearner, other: DashboardLearner) => one.displayName.localeCompare(other.displayName);
  if (sort === 'name') return byName;
  const value = (learner: DashboardLearner): number => {
    if (sort === 'passed') return learner.sectionsPassed;
    if (sort === 'activity') return learner.lastActivityAt === null ? -1 : Date.parse(learner.lastActivityAt);
    return cellOf(learner, sort)?.percent ?? -1;
  };
  return (one, other) => value(one) - value(other) || byName(one, other);
}

/** The learners that the address asks for, in its order. */
export function learnerRows(dashboard: Dashboard, search: CohortSearch): DashboardLearner[] {
  const words = (search.search ?? '').toLocaleLowerCase();
  const test = search.filter === undefined ? undefined : tests[search.filter];
  const { state, section } = search;
  const isWanted = ({ sectionId, state: own }: DashboardCell) =>
    own === state && (section === undefined || sectionId === section);
  const rows = dashboard.learners
    .filter((learner) => words === '' || learner.displayName.toLocaleLowerCase().includes(words))
    .filter((learner) => test === undefined || test(learner, dashboard))
    .filter(({ cells }) => state === undefined || cells.some(isWanted))
    .sort(compare(search.sort ?? 'name'));
  return search.order === 'desc' ? rows.reverse() : rows;
}
