import type { Dashboard, DashboardLearner, LiveFigures } from '#libs/api-client';

/** The dashboard with what a live board says put in; null when it does not fit and all must be asked for anew. */
export function merged(before: Dashboard | undefined, told: LiveFigures): Dashboard | null {
  const { asOf, revision, totals, sections, cohortId } = told;
  const head = { cohortId, asOf, revision, totals, sections };
  if (told.isWhole) return { ...before, ...head, learners: [...told.learners] };
  if (before === undefined || !hasSameSections(before, told)) return null;
  const news = new Map(told.learners.map((row) => [row.learnerId, row]));
  const left = new Set(told.left);
  const learners = before.learners
    .filter(({ learnerId }) => !left.has(learnerId))
    .map((row) => {
      const next = news.get(row.learnerId);
      news.delete(row.learnerId);
      return next ?? row;
    });
  return { ...before, ...head, learners: [...learners, ...news.values()] };
}

function hasSameSections(one: Pick<Dashboard, 'sections'>, other: Pick<Dashboard, 'sections'>): boolean {
  const ids = ({ sections }: Pick<Dashboard, 'sections'>) => sections.map(({ sectionId }) => sectionId).join();
  return ids(one) === ids(other);
}

export const cellKey = (learnerId: string, sectionId: string): string => `${learnerId} ${sectionId}`;

/** The cells in which the one differs from the other, of learners that both have. */
export function changedCells(before: Dashboard, after: Dashboard): string[] {
  const known = new Map(before.learners.map((row) => [row.learnerId, row]));
  return after.learners.flatMap((row) => {
    const old = known.get(row.learnerId);
    return old === undefined || old === row ? [] : changedIn(old, row);
  });
}

function changedIn(before: DashboardLearner, after: DashboardLearner): string[] {
  const known = new Map(before.cells.map((cell) => [cell.sectionId, cell]));
  return after.cells.flatMap((cell) => {
    const old = known.get(cell.sectionId);
    const isSame = old?.state === cell.state && old.percent === cell.percent && old.attempts === cell.attempts;
    return isSame ? [] : [cellKey(after.learnerId, cell.sectionId)];
  });
}
