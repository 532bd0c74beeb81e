import { CsvError, parse } from 'csv-parse/sync';

import type { MarkMatrix } from './analyse.js';

/** What is wrong with a table of marks, and where. Lines and columns are counted from 1. */
export interface MarksProblem {
  readonly line: number;
  readonly column: number;
  readonly code: MarksProblemCode;
  readonly detail: string;
}

export type MarksProblemCode =
  | 'file_empty'
  | 'file_too_large'
  | 'csv_broken'
  | 'header_invalid'
  | 'header_duplicate'
  | 'row_length'
  | 'mark_invalid'
  | 'mark_too_high'
  | 'rows_missing';

export type MarksResult = { readonly matrix: MarkMatrix } | { readonly problems: readonly MarksProblem[] };

const charactersMax = 50_000_000;
const itemsMax = 1_000;
const problemsMax = 100;
const decimal = /^[+-]?\d{1,9}(\.\d{1,20})?$/;

/**
 * Reads a table of marks: a header with one `name:max` per question, then one row per attempt with a mark for each. A blank
 * cell is a question that was not answered and earns 0; so is a dash. Anything else that is no number is a problem, as is a mark
 * above its maximum. Wrong answers may cost something, so marks below zero are taken. Separators are commas, semicolons or tabs,
 * as the header has them; with semicolons or tabs a decimal comma is read as a point. All problems are told, up to a hundred.
 *
 *     readMarks('q1:1,q2:2\n1,0.5\n,2\n')
 */
export function readMarks(text: string): MarksResult {
  if (text.length > charactersMax) {
    return refused('file_too_large', `The file has ${text.length} characters; ${charactersMax} are read at most.`);
  }
  const separator = separatorOf(text);
  const records = recordsOf(text, separator);
  if ('problems' in records) return records;
  const [header, ...rows] = records.rows;
  if (header === undefined)
    return refused('file_empty', 'The file is empty. The first line names the questions: q1:1,q2:2');
  const columns = columnsOf(header);
  // Without its header no mark could be judged.
  if (columns.problems.length > 0) return { problems: columns.problems.slice(0, problemsMax) };
  if (rows.length === 0) {
    const detail = 'There is no attempt: each line after the first holds the marks of one.';
    return refused('rows_missing', detail, header.line);
  }
  const problems: MarksProblem[] = [];
  const marks: number[][] = [];
  for (const row of rows) {
    if (problems.length >= problemsMax) break;
    const read = marksOf(row, columns.items, separator !== ',');
    if (read.problems.length === 0) marks.push(read.marks);
    problems.push(...read.problems);
  }
  if (problems.length > 0) return { problems: problems.slice(0, problemsMax) };
  return { matrix: { items: columns.items, rows: marks } };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function refused(code: MarksProblemCode, detail: string, line = 1, column = 1): { problems: MarksProblem[] } {
  return { problems: [{ line, column, code, detail }] };
}

function separatorOf(text: string): string {
  const header = text.slice(0, 100_000).split(/[\r\n]/, 1)[0] ?? '';
  return [';', '\t'].find((separator) => header.includes(separator)) ?? ',';
}

function recordsOf(text: string, delimiter: string): { rows: Row[] } | { problems: MarksProblem[] } {
  try {
    const lines: number[] = [];
    const records = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 1_000_000,
      on_record: (record, { lines: line }) => {
        lines.push(line);
        return record;
      },
    });
    return { rows: records.map((cells, index) => ({ line: lines[index] ?? 1, cells })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return refused('csv_broken', `The line is no CSV: ${error.message}`, line);
  }
}

function columnsOf({ line, cells }: Row): { items: { name: string; max: number }[]; problems: MarksProblem[] } {
  const problems: MarksProblem[] = [];
  const names = new Set<string>();
  const items = cells.map((cell, index) => {
    const at = { line, column: index + 1 };
    const [, name = '', max = ''] = /^(.+):\s*([^:]*)$/.exec(cell) ?? [];
    if (name.trim() === '' || !decimal.test(max) || Number(max) < 0) {
      const detail = `“${shown(cell)}” should be a name and the most that the question earns, such as q${index + 1}:1.`;
      problems.push({ ...at, code: 'header_invalid', detail });
    } else if (names.has(name.trim())) {
      problems.push({ ...at, code: 'header_duplicate', detail: `Two questions are called “${shown(name.trim())}”.` });
    }
    names.add(name.trim());
    return { name: name.trim(), max: Number(max) };
  });
  if (cells.length > itemsMax) {
    const detail = `There are ${cells.length} questions; ${itemsMax} are read at most.`;
    problems.push({ line, column: itemsMax + 1, code: 'header_invalid', detail });
  }
  return { items, problems };
}

function marksOf({ line, cells }: Row, items: MarkMatrix['items'], hasDecimalCommas: boolean) {
  if (cells.length !== items.length) {
    const detail = `There are ${cells.length} cells for ${items.length} questions. A question that was not answered is a blank cell.`;
    const problem: MarksProblem = {
      line,
      column: Math.min(cells.length, items.length) + 1,
      code: 'row_length',
      detail,
    };
    return { marks: [], problems: [problem] };
  }
  const problems: MarksProblem[] = [];
  const marks = cells.map((cell, index) => {
    const text = hasDecimalCommas ? cell.replace(',', '.') : cell;
    if (text === '' || text === '-') return 0;
    const at = { line, column: index + 1 };
    const { name, max } = items[index]!; // as many as cells
    if (!decimal.test(text)) {
      const detail = `“${shown(cell)}” is no mark for “${shown(name)}”. Write a number such as 0.5, or leave the cell blank for a question that was not answered.`;
      problems.push({ ...at, code: 'mark_invalid', detail });
      return 0;
    }
    if (Number(text) > max) {
      const detail = `${text} is more than “${shown(name)}” can earn: ${max}.`;
      problems.push({ ...at, code: 'mark_too_high', detail });
    }
    return Number(text);
  });
  return { marks, problems };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
