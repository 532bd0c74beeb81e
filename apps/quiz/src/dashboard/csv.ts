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

/** Spreadsheets take a file for UTF-8 only when it begins with this. */
const byteOrderMark = '\uFEFF';

/** What spreadsheets read as the beginning of a formula, in every width, after anything that they skip. */
const formula = /^[\s\p{Z}\p{Cf}"'`]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[ "'`]*[\t\r\n]/u;
/** Semicolons and tabs too: they separate cells for spreadsheets of other countries. */
const needsQuotes = /[",;\t\r\n]|^[\s']|\s$/;

/** The matrix as CSV, a header and then one row per learner and section, in pieces of one learner each. */
export function* csvOf({ learners, sections }: Matrix): Generator<string> {
  yield `${byteOrderMark}${columns.join(',')}\r\n`;
  for (const [at, learner] of learners.entries()) {
    yield sections.map((section) => row(learner, section, at)).join('');
  }
}

function row(learner: MatrixLearner, section: MatrixSection, at: number): string {
  const cell = section.cells[at]!; // one place per learner
  const detail = section.details[at];
  const values = [
    learner.id,
    csvText(learner.displayName),
    csvText(learner.email),
    section.id,
    csvText(section.title),
    section.position,
    cell.state,
    cell.attempts,
    cell.percent ?? '',
    detail?.score ?? '',
    detail?.scoreMax ?? '',
    timeOf(detail?.passedAt ?? null),
    timeOf(section.lastActivityAt[at] ?? null),
    timeOf(section.dueAt),
  ];
  return `${values.join(',')}\r\n`;
}

/** Any table as CSV: texts are made safe, numbers stay numbers, what is not known is empty. */
export function csvTable(
  headers: readonly string[],
  lines: Iterable<readonly (string | number | boolean | null)[]>,
): string {
  const cellOf = (value: string | number | boolean | null) =>
    typeof value === 'string' ? csvText(value) : (value ?? '').toString();
  let text = `${byteOrderMark}${headers.map(csvText).join(',')}\r\n`;
  for (const line of lines) text += `${line.map(cellOf).join(',')}\r\n`;
  return text;
}

/** A text as one cell that no spreadsheet calculates: what could begin a formula gets an apostrophe before it. */
export function csvText(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function timeOf(milliseconds: number | null): string {
  return milliseconds === null ? '' : new Date(milliseconds).toISOString();
}
