import { type Options, parse } from 'csv-parse/sync';

import type { GivenRow } from './admission.js';

export const rosterRowsMax = 10_000;
export const rosterBytesMax = 2 * 1024 * 1024;

/** What a file of people came to, before anybody is looked up. */
export interface RosterFile {
  readonly delimiter: ',' | ';' | '\t';
  readonly hasHeader: boolean;
  /** Headers of columns that mean nothing here. */
  readonly ignoredColumns: readonly string[];
  readonly rows: readonly GivenRow[];
}

/** Why nothing of a file can be used. */
export type RosterProblem =
  | { readonly why: 'empty' }
  | { readonly why: 'not_text' }
  | { readonly why: 'too_many_rows'; readonly rows: number }
  | { readonly why: 'no_email_column'; readonly columns: readonly string[] };

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem?: string;
}

const emailHeaders = new Set([
  'email',
  'e-mail',
  'mail',
  'email address',
  'e-mail address',
  'address',
  'email_address',
]);
const nameHeaders = new Set([
  'name',
  'learner',
  'full name',
  'full_name',
  'display name',
  'display_name',
  'displayname',
]);
/** What our own exports put an apostrophe before, so that no spreadsheet calculates it. */
const neutralised = /^'(?=[\s\p{Z}\p{Cf}"'`]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|[ "'`]*[\t\r\n])/u;
const unreadable = 'A quotation mark is opened and not closed in this row.';
const textMax = 254;

/**
 * Reads a CSV file of people (RFC 4180): UTF-8 or UTF-16 with a mark, commas, semicolons or tabs, with a header or
 * without. Each row comes back, also one that cannot be used: then it says why.
 */
export function readRoster(bytes: Uint8Array): RosterFile | RosterProblem {
  const text = textOf(bytes);
  if (text === null) return { why: 'not_text' };
  const delimiter = delimiterOf(text);
  const lines = linesOf(text, delimiter);
  const [first] = lines;
  if (first === undefined) return { why: 'empty' };
  const hasHeader = !first.cells.some((cell) => cell.includes('@'));
  const body = hasHeader ? lines.slice(1) : lines;
  if (body.length === 0) return { why: 'empty' };
  if (body.length > rosterRowsMax) return { why: 'too_many_rows', rows: body.length };
  const columns = hasHeader ? namedColumns(first.cells) : guessedColumns(first.cells);
  if (columns === null) return { why: 'no_email_column', columns: first.cells.map((cell) => cell.slice(0, textMax)) };
  return { delimiter, hasHeader, ignoredColumns: columns.ignored, rows: body.map((line) => rowOf(line, columns)) };
}

function textOf(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // With one kind of line end, lines are counted as an editor counts them, also inside quotation marks.
    return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n');
  } catch (error) {
    if (
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    )
      return null;
    throw error;
  }
}

/** The separator that the first line with words in it uses most, outside quotation marks. */
function delimiterOf(text: string): RosterFile['delimiter'] {
  const first = (/.*\S.*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counted = ([',', ';', '\t'] as const).map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

const settings = (delimiter: string) =>
  ({ delimiter, relax_column_count: true, skip_empty_lines: true, info: true, trim: true }) satisfies Options;

function linesOf(text: string, delimiter: string): Line[] {
  return recordsOf(text, delimiter) ?? text.split('\n').flatMap((line, at) => lineOf(line, at + 1, delimiter));
}

/** Null where a quotation mark is open or stray: then one row would swallow those after it. */
function recordsOf(text: string, delimiter: string): Line[] | null {
  try {
    let end = 0;
    return found(parse(text, settings(delimiter))).flatMap(({ record, info }) => {
      // A record in quotation marks may span lines: it stands where it begins.
      const line = Math.max(end + 1, info.lines - record.join('').split('\n').length + 1);
      end = info.lines;
      return isBlank(record) ? [] : [{ line, cells: record }];
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function lineOf(text: string, line: number, delimiter: string): Line[] {
  if (text.trim() === '') return [];
  const records = recordsOf(text, delimiter);
  if (records === null) return [{ line, cells: text.split(delimiter), problem: unreadable }];
  return records.map(({ cells }) => ({ line, cells }));
}

interface Found {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The types of csv-parse do not follow its `info` option. */
function found(parsed: readonly unknown[]): readonly Found[] {
  return parsed.filter(
    (one): one is Found => typeof one === 'object' && one !== null && 'record' in one && 'info' in one,
  );
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

interface Columns {
  readonly email: number;
  readonly name: number;
  readonly ignored: readonly string[];
}

function namedColumns(header: readonly string[]): Columns | null {
  const titles = header.map((title) => plain(title).toLowerCase());
  const email = titles.findIndex((title) => emailHeaders.has(title));
  if (email < 0) return null;
  const name = titles.findIndex((title) => nameHeaders.has(title));
  const ignored = header.filter((title, at) => at !== email && at !== name && title.trim() !== '');
  return { email, name, ignored: ignored.map((title) => title.slice(0, textMax)) };
}

function guessedColumns(cells: readonly string[]): Columns {
  const email = cells.findIndex((cell) => cell.includes('@'));
  const name = cells.findIndex((cell, at) => at !== email && cell.trim() !== '');
  return { email, name, ignored: [] };
}

function rowOf({ line, cells, problem }: Line, { email, name }: Columns): GivenRow {
  const given = plain(cells[email] ?? '');
  const row = { line, email: given.slice(0, textMax), name: plain(cells[name] ?? '').slice(0, textMax) };
  if (problem !== undefined) return { ...row, problem };
  if (given === '') return { ...row, problem: 'The row has no address.' };
  if (given.length > textMax) return { ...row, problem: `The address is longer than ${textMax} characters.` };
  return row;
}

/** As it was before an export made it harmless for spreadsheets. */
function plain(cell: string): string {
  return cell.replace(neutralised, '').trim();
}
