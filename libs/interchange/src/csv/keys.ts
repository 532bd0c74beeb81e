import { type Question, type QuestionType, questionTypes } from '#libs/contracts';

import { readDeclaredNumber, readNumber } from '../questions/answers.js';
import { letterOf } from '../questions/options.js';
import { feedbackColumn, filledCells, optionColumn, optionsMax, type Row } from './columns.js';

type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;
type CommonNames =
  'id' | 'version' | 'name' | 'stem' | 'explanation' | 'hints' | 'outcomeFeedback' | 'tags' | 'difficulty' | 'points';
/** The types that a row can hold. */
export type CsvType = Exclude<QuestionType, 'cloze' | 'essay'>;
type KeyPart<Kind> = Kind extends { type: CsvType } ? Omit<Kind, CommonNames> : never;
export type CsvKey = KeyPart<Question>;
type Result = { readonly key: CsvKey; readonly losses: readonly string[] } | { readonly reasons: readonly string[] };

/** What a row says of the answers. */
interface Cells {
  readonly type: CsvType;
  readonly right: string;
  readonly options: readonly string[];
  readonly feedback: readonly string[];
  readonly scoring: string | undefined;
  readonly shuffle: boolean;
  readonly isCaseSensitive: boolean;
}

export function keyOf(row: Row): Result {
  const cells = cellsOf(row);
  if ('reasons' in cells) return cells;
  const losses = idle(row, cells);
  const key = readers[cells.type](cells);
  return 'reason' in key ? { reasons: [key.reason] } : { key, losses };
}

function refuse(reason: string): { readonly reason: string } {
  return { reason };
}

function cellsOf(row: Row): Cells | { readonly reasons: readonly string[] } {
  const options = filledCells(row, optionColumn, optionsMax);
  const right = row.get('right') ?? '';
  const type = typeOf(row.get('type'), right, options);
  if (type === null) return { reasons: [`The type “${row.get('type')?.slice(0, 80)}” is none that a row can hold.`] };
  const gap = options.indexOf('');
  if (gap !== -1)
    return { reasons: [`The column ${optionColumn(gap)} is empty, and ${optionColumn(options.length - 1)} is not.`] };
  return {
    type,
    right: right.trim(),
    options,
    feedback: filledCells(row, feedbackColumn, optionsMax),
    scoring: row.get('scoring')?.trim().toLowerCase(),
    shuffle: !/^(?:no|false|0)$/i.test(row.get('shuffle')?.trim() ?? ''),
    isCaseSensitive: row.get('case')?.trim().toLowerCase() === 'sensitive',
  };
}

/** The type that is written; without one, that of what is right. */
function typeOf(written: string | undefined, right: string, options: readonly string[]): CsvType | null {
  if (written !== undefined) {
    const name = written
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
    const type = questionTypes.find((known) => known === name);
    return type === undefined || type === 'cloze' || type === 'essay' ? null : type;
  }
  if (options.length > 0) return right.includes(',') ? 'multiple_choice' : 'single_choice';
  if (/^\s*(?:true|false)\s*$/i.test(right)) return 'true_false';
  return readNumber(right.trim()) ? 'numeric' : 'short_text';
}

const scorings: Readonly<Record<CsvType, readonly string[]>> = {
  single_choice: [],
  multiple_choice: ['all_or_nothing', 'per_option', 'weighted'],
  true_false: [],
  short_text: [],
  numeric: [],
  matching: ['per_part', 'all_or_nothing'],
  ordering: ['exact', 'adjacent_pairs'],
};

/** Cells that say nothing about a question of this type. */
function idle(row: Row, { type, options, feedback, scoring }: Cells): string[] {
  const isChoice = type === 'single_choice' || type === 'multiple_choice';
  const hasOptions = isChoice || type === 'matching' || type === 'ordering';
  const told = type === 'true_false' ? 2 : type === 'ordering' || !hasOptions ? 0 : options.length;
  const names = [
    ...(scoring !== undefined && !scorings[type].includes(scoring) ? ['scoring'] : []),
    ...(row.has('shuffle') && !isChoice && type !== 'matching' ? ['shuffle'] : []),
    ...(row.has('case') && type !== 'short_text' ? ['case'] : []),
    ...(hasOptions || options.length === 0 ? [] : [optionColumn(0)]),
    ...(feedback.length > told ? [feedbackColumn(feedback.length - 1)] : []),
  ];
  return names.map((name) => `What stands in the column “${name}” means nothing for ${type}.`);
}

type Key = CsvKey | { readonly reason: string };
type Readers = Readonly<Record<CsvType, (cells: Cells) => Key>>;

const readers: Readers = {
  single_choice: singleChoice,
  multiple_choice: multipleChoice,
  true_false: trueFalse,
  short_text: shortText,
  numeric,
  matching,
  ordering,
};

/** `b`, `a, c` or `a=1/2, c=1/2, d=-1/4`: letters of options, with the share that choosing each earns. */
function lettersIn({ right, options }: Cells): Map<string, string | undefined> | { readonly reason: string } {
  const entries = right.split(/[,;\s]+(?!=)/).filter((entry) => entry !== '');
  const shares = new Map<string, string | undefined>();
  for (const entry of entries) {
    const [all, letter = '', share] = /^([a-z])(?:=(-?\d+(?:\.\d+)?(?:\/[1-9]\d*)?))?$/i.exec(entry) ?? [];
    const name = letter.toLowerCase();
    if (all === undefined || shares.has(name))
      return refuse(`“${right.slice(0, 80)}” in the column “right” is not a list of letters such as “a, c”.`);
    if (name.charCodeAt(0) - 'a'.charCodeAt(0) >= options.length)
      return refuse(`The right option “${name}” does not exist.`);
    shares.set(name, share);
  }
  return shares;
}

function optionsOf(
  { options, feedback }: Cells,
  shares: ReadonlyMap<string, string | undefined>,
  isKey: (id: string) => boolean,
) {
  return options.map((text, index) => {
    const id = letterOf(index);
    const share = shares.get(id);
    return {
      id,
      text,
      isKey: isKey(id),
      ...(share !== undefined && { share }),
      ...(feedback[index] && { feedback: feedback[index] }),
    };
  });
}

function singleChoice(cells: Cells): Key {
  const letters = lettersIn(cells);
  if ('reason' in letters) return letters;
  const keys = [...letters].filter(([, share]) => share === undefined).map(([letter]) => letter);
  if (cells.options.length < 2) return refuse('A choice needs two options at least.');
  if (keys.length !== 1)
    return refuse(`A single choice has one right option, not ${keys.length}: write its letter in the column “right”.`);
  return { type: 'single_choice', options: optionsOf(cells, letters, (id) => id === keys[0]), shuffle: cells.shuffle };
}

function multipleChoice(cells: Cells): Key {
  const letters = lettersIn(cells);
  if ('reason' in letters) return letters;
  const isRight = (id: string) =>
    letters.has(id) && !letters.get(id)?.startsWith('-') && !/^0+(?:\.0+)?$/.test(letters.get(id) ?? '1');
  const options = optionsOf(cells, letters, isRight);
  if (options.length < 2) return refuse('A choice needs two options at least.');
  if (!options.some((option) => option.isKey))
    return refuse('No option is right: write letters in the column “right”.');
  const scoring = (['all_or_nothing', 'per_option', 'weighted'] as const).find((rule) => rule === cells.scoring);
  return { type: 'multiple_choice', options, shuffle: cells.shuffle, ...(scoring && { scoring }) };
}

function trueFalse({ right, feedback: [yes, no] }: Cells): Key {
  if (!/^(?:true|false)$/i.test(right)) return refuse('Either “true” or “false” is right.');
  const feedback = { ...(yes && { true: yes }), ...(no && { false: no }) };
  return { type: 'true_false', key: /^true$/i.test(right), ...(Object.keys(feedback).length > 0 && { feedback }) };
}

/** One accepted text in each line of the cell. */
function shortText({ right, isCaseSensitive }: Cells): Key {
  const accepted = right
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (accepted.length === 0) return refuse('No answer is accepted: write one in each line of the column “right”.');
  return { type: 'short_text', accepted, caseSensitive: isCaseSensitive };
}

function numeric({ right }: Cells): Key {
  const number = readDeclaredNumber(right);
  return number
    ? { type: 'numeric', ...number }
    : refuse(`“${right.slice(0, 80)}” is not a number such as “3.5 ± 0.1 ms”.`);
}

/** Every option is `prompt => choice`; without a prompt it is a choice that belongs to none. */
function matching({ options, feedback, shuffle, scoring }: Cells): Key {
  const pairs = options.map((option, index) => ({ ...splitPair(option), feedback: feedback[index] }));
  const bad = pairs.findIndex(({ choice }) => choice === '');
  if (bad !== -1) return refuse(`The column ${optionColumn(bad)} is not of the form “prompt => choice”.`);
  const texts = [...new Set(pairs.map(({ choice }) => choice))];
  const prompts = pairs
    .filter(({ prompt }) => prompt !== '')
    .map(({ prompt, choice, feedback: told }, index) => ({
      id: letterOf(index),
      text: prompt,
      match: String(texts.indexOf(choice) + 1),
      ...(told && { feedback: told }),
    }));
  if (prompts.length === 0) return refuse('There is nothing to match.');
  const choices = texts.map((text, index) => ({ id: String(index + 1), text }));
  return { type: 'matching', prompts, choices, shuffle, scoring: scoring === 'all_or_nothing' ? scoring : 'per_part' };
}

function splitPair(option: string): { prompt: string; choice: string } {
  const at = option.startsWith('=>') ? 0 : option.search(/\s=>(?:\s|$)/);
  if (at === -1) return { prompt: '', choice: '' };
  const arrow = option.indexOf('=>', at);
  return { prompt: option.slice(0, arrow).trimEnd(), choice: option.slice(arrow + 2).trim() };
}

function ordering({ options, scoring }: Cells): Key {
  if (options.length < 2) return refuse('There is nothing to put in order.');
  const items = options.map((text, index) => ({ id: letterOf(index), text }));
  return { type: 'ordering', items, scoring: scoring === 'adjacent_pairs' ? scoring : 'exact' };
}

export type { QuestionOf };
