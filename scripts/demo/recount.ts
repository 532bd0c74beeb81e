import type { DashboardView, RawAttempt } from './shapes.js';

/**
 * Counts everything the dashboard shows once more from the raw attempts, by the published counting rules, and compares.
 * @returns one line per difference; empty when every figure is right.
 */
export function recount(dashboard: DashboardView, attempts: readonly RawAttempt[]): string[] {
  const counted = attempts.filter((attempt) => attempt.state !== 'voided');
  const differences: string[] = [];
  const same = (what: string, shown: unknown, recounted: unknown) => {
    if (!isSame(shown, recounted)) differences.push(`${what}: shown ${String(shown)}, recounted ${String(recounted)}`);
  };
  same('attempts', dashboard.totals.attempts, counted.length);
  same('learners', dashboard.totals.learners, dashboard.learners.length);
  const cells = dashboard.learners.flatMap((learner) =>
    learner.cells.map((cell) => {
      const own = counted.filter(
        (attempt) => attempt.learnerId === learner.learnerId && attempt.sectionId === cell.sectionId,
      );
      return { learner, cell, own, best: bestOf(own), hasPassed: own.some((attempt) => attempt.hasPassed === true) };
    }),
  );
  for (const { learner, cell, own, best, hasPassed } of cells) {
    const where = `${learner.displayName}, section ${cell.sectionId}`;
    same(`${where}: attempts`, cell.attempts, own.length);
    same(`${where}: percent`, cell.percent, best);
    same(`${where}: state`, cell.state, stateOf(own, hasPassed));
  }
  for (const section of dashboard.sections) {
    const column = cells.filter(({ cell }) => cell.sectionId === section.sectionId);
    const started = column.filter(({ own }) => own.length > 0).length;
    const passed = column.filter(({ hasPassed }) => hasPassed).length;
    const bests = column.flatMap(({ best }) => (best === null ? [] : [best]));
    same(`${section.title}: started`, section.started, started);
    same(`${section.title}: passed`, section.passed, passed);
    same(`${section.title}: pass rate`, section.passRate, started === 0 ? null : passed / started);
    same(
      `${section.title}: mean percent`,
      section.meanPercent,
      bests.length === 0 ? null : bests.reduce((sum, best) => sum + best, 0) / bests.length,
    );
  }
  for (const learner of dashboard.learners) {
    same(
      `${learner.displayName}: sections passed`,
      learner.sectionsPassed,
      cells.filter((entry) => entry.learner === learner && entry.hasPassed).length,
    );
  }
  same('passes', dashboard.totals.passes, cells.filter(({ hasPassed }) => hasPassed).length);
  return differences;
}

/** The CSV holds one row per learner and section, with the same numbers. */
export function compareCsv(dashboard: DashboardView, csvRows: readonly Record<string, string>[]): string[] {
  const differences: string[] = [];
  const cells = dashboard.learners.flatMap((learner) => learner.cells.map((cell) => ({ learner, cell })));
  if (csvRows.length !== cells.length)
    differences.push(`CSV rows: ${csvRows.length}, dashboard cells: ${cells.length}`);
  const byCell = new Map(csvRows.map((row) => [`${row['learner_id']} ${row['section_id']}`, row]));
  for (const { learner, cell } of cells) {
    const row = byCell.get(`${learner.learnerId} ${cell.sectionId}`);
    if (!row) differences.push(`CSV has no row for ${learner.displayName}, section ${cell.sectionId}`);
    else if (
      row['state'] !== cell.state ||
      Number(row['attempts']) !== cell.attempts ||
      !isSame(row['percent'] === '' ? null : Number(row['percent']), cell.percent)
    ) {
      differences.push(`CSV and dashboard differ for ${learner.displayName}, section ${cell.sectionId}`);
    }
  }
  return differences;
}

function bestOf(attempts: readonly RawAttempt[]): number | null {
  const percents = attempts.flatMap((attempt) =>
    attempt.state === 'graded' && attempt.percent !== null ? [attempt.percent] : [],
  );
  return percents.length === 0 ? null : Math.max(...percents);
}

function stateOf(attempts: readonly RawAttempt[], hasPassed: boolean): string {
  if (hasPassed) return 'passed';
  if (attempts.some((attempt) => attempt.state === 'in_progress')) return 'in_progress';
  if (attempts.some((attempt) => attempt.state === 'submitted')) return 'submitted';
  return attempts.length > 0 ? 'failed' : 'none';
}

/** Numbers travel rounded to four decimals. */
function isSame(shown: unknown, recounted: unknown): boolean {
  if (typeof shown === 'number' && typeof recounted === 'number') return Math.abs(shown - recounted) < 0.000_051;
  return shown === recounted;
}
