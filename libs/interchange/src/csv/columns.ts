import { letterOf } from '../questions/options.js';

/** As many options as a row may have; a spreadsheet with more columns is no question bank. */
export const optionsMax = 26;
export const hintsMax = 9;

const first = ['key', 'type', 'stem', 'right'] as const;
const last = [
  'explanation',
  'tags',
  'difficulty',
  'points',
  'scoring',
  'shuffle',
  'case',
  'name',
  'feedback_correct',
  'feedback_partial',
  'feedback_incorrect',
] as const;

/** A row by the names of its columns. */
export type Row = ReadonlyMap<string, string>;

export const optionColumn = (index: number) => `option_${letterOf(index)}`;
export const feedbackColumn = (index: number) => `feedback_${letterOf(index)}`;
export const hintColumn = (index: number) => `hint_${index + 1}`;

function times(count: number, names: (index: number) => readonly string[]): string[] {
  return Array.from({ length: count }, (_, index) => names(index)).flat();
}

/** The columns of a file, in the order in which people fill them. */
export function columnsFor(options: number, hints: number): string[] {
  const pairs = times(options, (index) => [optionColumn(index), feedbackColumn(index)]);
  return [...first, ...pairs, ...last, ...times(hints, (index) => [hintColumn(index)])];
}

export const knownColumns: ReadonlySet<string> = new Set(columnsFor(optionsMax, hintsMax));

/** The cells of columns that are numbered or lettered, up to the last one that is filled. */
export function filledCells(row: Row, column: (index: number) => string, most: number): string[] {
  const cells = times(most, (index) => [row.get(column(index)) ?? '']);
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
