import type { Question } from '#libs/contracts';

import { textProblem } from '../markdown/text-problem.js';
import type { QuestionDraft, QuestionItem, QuestionsResult } from '../questions/question-report.js';
import type { QuestionsOptions } from '../questions/read-questions.js';
import { titleOf } from '../questions/title.js';
import { filledCells, hintColumn, hintsMax, knownColumns, type Row } from './columns.js';
import { type CsvKey, keyOf } from './keys.js';
import { readTable, type TableRow } from './table.js';

const lengthMax = 8 * 1_024 * 1_024;
const rowsMax = 20_000;

/**
 * Reads questions from a CSV file with a header; docs/question-formats.md has the columns, and an export is a template. Every row is
 * judged alone. Texts are Markdown.
 */
export function readCsvQuestions(text: string, { newId }: QuestionsOptions): QuestionsResult {
  const problem = textProblem(text, lengthMax);
  if (problem) return { items: [refused(1, problem.message)], notes: [] };
  const { columns, rows, bad } = readTable(text);
  const header = headerProblem(columns);
  if (header) return { items: [refused(1, header)], notes: [] };
  const reader = new CsvReader(newId);
  const items = [
    ...rows.slice(0, rowsMax).map((row) => reader.read(row)),
    ...bad.map(({ line, reason }) => refused(line, reason)),
    ...rows.slice(rowsMax, rowsMax + 1).map(({ line }) => refused(line, `Only ${rowsMax} rows are read.`)),
  ];
  if (items.length === 0) items.push(refused(1, 'The file has no questions below its header.'));
  return { items: items.toSorted((a, b) => a.line - b.line), notes: [] };
}

function refused(line: number, reason: string): QuestionItem {
  return { line, title: '', key: null, outcome: 'refused', losses: [], reasons: [reason] };
}

function headerProblem(columns: readonly string[]): string | null {
  const repeated = columns.find((column, index) => column !== '' && columns.indexOf(column) < index);
  if (repeated !== undefined) return `The column “${repeated.slice(0, 80)}” stands twice in the first line.`;
  const missing = ['stem', 'right'].find((column) => !columns.includes(column));
  return missing === undefined
    ? null
    : `The first line has no column “${missing}”: download a template to see all of them.`;
}

class CsvReader {
  private readonly keys = new Map<string, number>();

  constructor(private readonly newId: () => string) {}

  read({ line, cells }: TableRow): QuestionItem {
    const stem = cells.get('stem') ?? '';
    const written = cells.get('key') ?? null;
    const about = { line, title: cells.get('name') ?? titleOf(stem), key: written };
    const common = commonOf(cells);
    const result = keyOf(cells);
    const reasons = [
      ...(stem === '' ? ['The question has no stem.'] : []),
      ...common.reasons,
      ...('reasons' in result ? result.reasons : []),
    ];
    if ('reasons' in result || reasons.length > 0) return { ...about, outcome: 'refused', losses: [], reasons };
    const { key, repeated } = this.keyIn(line, written);
    const losses = [...common.losses, ...result.losses, ...repeated];
    const question = draftOf(this.newId(), { stem, ...common.about }, result.key);
    return {
      ...about,
      key,
      outcome: losses.length > 0 ? 'imported_with_loss' : 'imported',
      question,
      losses,
      reasons: [],
    };
  }

  private keyIn(line: number, key: string | null): { key: string | null; repeated: string[] } {
    const before = key === null ? undefined : this.keys.get(key);
    if (before !== undefined)
      return { key: null, repeated: [`“${key}” is already the key of the question in line ${before}.`] };
    if (key !== null) this.keys.set(key, line);
    return { key, repeated: [] };
  }
}

type About = Pick<Question, 'tags' | 'points' | 'difficulty' | 'name' | 'explanation' | 'hints' | 'outcomeFeedback'>;

function draftOf(id: string, about: About & { stem: string }, key: CsvKey): QuestionDraft {
  return { id, version: 1, ...about, ...key };
}

const difficulties = ['easy', 'medium', 'hard'] as const;

/** What every question has, whatever its type. */
function commonOf(row: Row): { about: About; losses: string[]; reasons: string[] } {
  const points = row.get('points') ?? '1';
  const difficulty = difficulties.find((known) => known === row.get('difficulty')?.trim().toLowerCase());
  const hints = filledCells(row, hintColumn, hintsMax).filter((hint) => hint !== '');
  const outcome = (['correct', 'partial', 'incorrect'] as const).flatMap((name) => {
    const told = row.get(`feedback_${name}`);
    return told === undefined ? [] : [[name, told] as const];
  });
  const [name, explanation] = [row.get('name'), row.get('explanation')];
  const unknown = [...row.keys()].filter((column) => !knownColumns.has(column));
  return {
    about: {
      tags: tagsIn(row.get('tags') ?? ''),
      points: points.trim(),
      ...(difficulty && { difficulty }),
      ...(name !== undefined && { name }),
      ...(explanation !== undefined && { explanation }),
      ...(hints.length > 0 && { hints }),
      ...(outcome.length > 0 && { outcomeFeedback: Object.fromEntries(outcome) }),
    },
    losses: [
      ...unknown.map((column) => `The column “${column.slice(0, 80)}” means nothing here.`),
      ...(row.has('difficulty') && !difficulty
        ? [`The difficulty “${row.get('difficulty')}” is none of easy, medium and hard.`]
        : []),
    ],
    reasons: /^(?=.*[1-9])\d+(?:\.\d+)?(?:\/[1-9]\d*)?$/.test(points.trim())
      ? []
      : [`“${points.slice(0, 80)}” are no points: write 1, 0.5 or 1/3.`],
  };
}

function tagsIn(cell: string): string[] {
  return cell
    .split(/[;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
