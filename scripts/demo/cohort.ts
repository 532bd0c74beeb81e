import { parse as parseCsv } from 'csv-parse/sync';

import type { Client } from './client.js';
import { compareCsv, recount } from './recount.js';
import type { DashboardView, RawAttempt } from './shapes.js';
import { heading, table } from './tables.js';

export interface OpenCohort {
  readonly instructor: Client;
  readonly cohortId: string;
  readonly name: string;
}

const marks = { none: '.', in_progress: 'o', submitted: 'w', failed: 'x', passed: '#' } as const;

/** Prints the cohort's matrix, unless told to be quiet, and counts it again from the raw attempts and the CSV. @returns the differences. */
export async function inspectCohort(
  { instructor, cohortId, name }: OpenCohort,
  { isQuiet }: { isQuiet: boolean },
): Promise<string[]> {
  const dashboard = await instructor.call<DashboardView>('quiz', `/cohorts/${cohortId}/dashboard`);
  const attempts = await instructor.all<RawAttempt>('quiz', `/cohorts/${cohortId}/attempts`);
  const csv = await instructor.text('quiz', `/cohorts/${cohortId}/export.csv`, 'text/csv');
  if (!isQuiet) printMatrix(name, dashboard);
  const { totals } = dashboard;
  const differences = [
    ...recount(dashboard, attempts),
    ...compareCsv(dashboard, parseCsv(csv, { columns: true, bom: true })),
  ];
  console.log(
    `${isQuiet ? `"${name}": ` : ''}${totals.attempts} attempts, ${totals.passes} passes, ${totals.badges} badges, ${totals.certificates} certificates`,
  );
  console.log(`Recounted from ${attempts.length} raw attempts and the CSV: ${differences.length} differences`);
  return differences.map((difference) => `${name}: ${difference}`);
}

function printMatrix(name: string, dashboard: DashboardView): void {
  heading(`Cohort "${name}" (# passed, x failed, o under way, best percent)`);
  const headers = ['learner', ...dashboard.sections.map((_, index) => String(index + 1)), 'passed'];
  console.log(
    table(
      headers,
      dashboard.learners.map((learner) => [learner.displayName, ...learner.cells.map(mark), learner.sectionsPassed]),
    ),
  );
}

function mark({ state, percent }: DashboardView['learners'][number]['cells'][number]): string {
  return percent === null ? marks[state] : `${marks[state]}${Math.round(percent)}`;
}
