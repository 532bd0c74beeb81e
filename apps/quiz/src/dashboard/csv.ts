import { byteOrderMark, csvRow } from '#libs/text';

import type { Matrix, MatrixLearner, MatrixSection } from './matrix.js';

const columns = [
  'learner_id',
  'learner',
  'email',
  'section_id',
  'section',
  'position',
  'state',
  'attempts',
  'percent',
  'score',
  'score_max',
  'passed_at',
  'last_activity_at',
  'due_at',
] as const;

/** The matrix as CSV, a header and then one row per learner and section, in pieces of one learner each. */
export function* csvOf({ learners, sections }: Matrix): Generator<string> {
  yield byteOrderMark + csvRow(columns);
  for (const [at, learner] of learners.entries()) {
    yield sections.map((section) => row(learner, section, at)).join('');
  }
}

function row(learner: MatrixLearner, section: MatrixSection, at: number): string {
  const cell = section.cells[at]!; // one place per learner
  const detail = section.details[at];
  return csvRow([
    learner.id,
    learner.displayName,
    learner.email,
    section.id,
    section.title,
    section.position,
    cell.state,
    cell.attempts,
    cell.percent,
    detail?.score ?? null,
    detail?.scoreMax ?? null,
    timeOf(detail?.passedAt ?? null),
    timeOf(section.lastActivityAt[at] ?? null),
    timeOf(section.dueAt),
  ]);
}

function timeOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
