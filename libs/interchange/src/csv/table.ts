import { CsvError, parse } from 'csv-parse/sync';

import { restored } from './cells.js';
import type { Row } from './columns.js';

/** Longer rows are no questions; a quote that is never closed makes one of the rest of the file. */
const rowLengthMax = 1_000_000;
/** A row more than anybody may import, and the header. */
const rowsReadSingly = 20_002;
const delimiters = [',', ';', '\t'];

export interface TableRow {
  readonly line: number;
  readonly cells: Row;
}

/** A row that is not CSV. */
export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly bad: readonly BadRow[];
}

/** Cuts a CSV file into rows by the names in its first line. Commas, semicolons and tabs separate, as that line has it. */
export function readTable(text: string): Table {
  const bad: BadRow[] = [];
  const records = recordsOf(text, bad).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = records;
  const columns = (head?.cells ?? []).map((name) =>
    restored(name)
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: new Map(cells.flatMap((cell, index) => cellOf(columns[index] ?? '', cell))),
  }));
  return { columns, rows, bad };
}

function cellOf(column: string, cell: string): [string, string][] {
  const text = restored(cell).replace(/\r\n?/g, '\n').trimEnd();
  return text.trim() === '' ? [] : [[column, text.replace(/^(?:[^\S\n]*\n)+/, '')]];
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The part of a file that is one row: a line, or several where a quote is open at their ends. */
interface Chunk {
  readonly line: number;
  readonly text: string;
}

/** All at once where all is well, which is fast; otherwise row by row, so that a bad one costs the others nothing. */
function recordsOf(text: string, bad: BadRow[]): CsvRecord[] {
  const delimiter = delimiterOf(text);
  const chunks = chunksOf(text.replace(/^\uFEFF/, ''));
  const records = tryParse(chunks.map((chunk) => chunk.text).join('\n'), delimiter);
  if ('cells' in records && records.cells.length === chunks.length) {
    return records.cells.map((cells, index) => ({ line: chunks[index]!.line, cells })); // as many of both
  }
  return chunks.slice(0, rowsReadSingly).flatMap(({ line, text: row }) => {
    const record = tryParse(row, delimiter);
    if ('reason' in record) bad.push({ line, reason: record.reason });
    return 'cells' in record ? record.cells.map((cells) => ({ line, cells })) : [];
  });
}

function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let open: string[] = [];
  let isQuoted = false;
  const lines = text.split(/\r\n|\n|\r/);
  for (const [index, line] of lines.entries()) {
    open.push(line);
    if ((line.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
    if (isQuoted && index < lines.length - 1) continue;
    if (open.length > 1 || line !== '') chunks.push({ line: index + 2 - open.length, text: open.join('\n') });
    open = [];
  }
  return chunks;
}

function tryParse(text: string, delimiter: string): { readonly cells: string[][] } | { readonly reason: string } {
  try {
    const options = { delimiter, record_delimiter: '\n', relax_column_count: true, max_record_size: rowLengthMax };
    return { cells: parse(text, options) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { reason: messages[error.code] ?? 'The row is not CSV.' };
  }
}

function delimiterOf(text: string): string {
  const [head = ''] = text.slice(0, 10_000).split(/\r|\n/, 1);
  const counts = delimiters.map((delimiter) => head.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))]!; // one of them has the most
}

const messages: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quote is opened and never closed: the rest of the file was not read.',
  INVALID_OPENING_QUOTE: 'A quote stands within a cell: put the whole cell in quotes, and double those within.',
  CSV_INVALID_CLOSING_QUOTE: 'Something follows a closing quote: double the quotes within a cell.',
  CSV_MAX_RECORD_SIZE: `The row is longer than ${rowLengthMax} characters; a quote may not be closed.`,
};
