import type { Question } from '#libs/contracts';
import { byteOrderMark } from '#libs/text';

import { sizeOf } from '../moodle/grades.js';
import { readDeclaredNumber } from '../questions/answers.js';
import { letterOf } from '../questions/options.js';
import { everyText } from '../questions/prose.js';
import type { WrittenText } from '../questions/question-report.js';
import { lossIf, report, showsPictures, type Written } from '../questions/write-report.js';
import { cellOf } from './cells.js';
import { columnsFor, feedbackColumn, hintColumn, hintsMax, optionColumn, optionsMax } from './columns.js';
import type { QuestionOf } from './keys.js';

/** Cells by the names of their columns, with what does not fit; or why the question is left out. */
type Filled =
  | { readonly cells: Readonly<Record<string, string>>; readonly losses: readonly string[] }
  | { readonly leftOut: string };

/** So many columns has an empty template. */
const optionsUsual = 4;

/**
 * Writes questions as CSV that spreadsheets open as UTF-8 and take for no formulas, and that {@link readCsvQuestions} reads as the
 * same questions. Without questions it is a template.
 */
export function writeCsvQuestions(questions: readonly Question[]): WrittenText {
  const filled = questions.map(cellsOf);
  const rows = filled.flatMap((each) => ('cells' in each ? [each.cells] : []));
  const columns = columnsFor(
    mostOf(rows, optionColumn, optionsMax, optionsUsual),
    mostOf(rows, hintColumn, hintsMax, 1),
  );
  const lines = [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column] ?? '')))];
  const text = byteOrderMark + lines.map((cells) => `${cells.join(',')}\r\n`).join('');
  const written = filled.map((each): Written => ('cells' in each ? { text: '', losses: each.losses } : each));
  return { ...report(questions, written, () => text) };
}

function mostOf(
  rows: readonly Readonly<Record<string, string>>[],
  column: (index: number) => string,
  most: number,
  least: number,
): number {
  for (let index = most - 1; index >= least; index--) if (rows.some((row) => row[column(index)])) return index + 1;
  return least;
}

function cellsOf(question: Question): Filled {
  const key = keyCells(question);
  if ('leftOut' in key) return key;
  const { id, type, stem, name, explanation, tags, difficulty, points, hints = [], outcomeFeedback } = question;
  const cells = {
    key: id,
    type,
    stem,
    name: name ?? '',
    explanation: explanation ?? '',
    tags: tags.join('; '),
    difficulty: difficulty ?? '',
    points: points === '1' ? '' : points,
    feedback_correct: outcomeFeedback?.correct ?? '',
    feedback_partial: outcomeFeedback?.partial ?? '',
    feedback_incorrect: outcomeFeedback?.incorrect ?? '',
    ...numbered(hints, hintColumn),
    ...key.cells,
  };
  return { cells, losses: [...key.losses, ...commonLosses(question)] };
}

function numbered(texts: readonly (string | undefined)[], column: (index: number) => string): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [column(index), text ?? '']));
}

function commonLosses(question: Question): string[] {
  const { tags, hints = [], name = '' } = question;
  const texts = [...everyText(question), name];
  return [
    ...lossIf(
      texts.some((text) => text.trimEnd() !== text || /\r|^[^\S\n]*\n/.test(text)),
      'Blanks at the ends of texts are lost.',
    ),
    ...lossIf(
      tags.some((tag) => tag.trim() !== tag || tag === '' || /[;\r\n]/.test(tag)),
      'Tags are separated by semicolons: one with a semicolon, or blanks around it, becomes another.',
    ),
    ...lossIf(hints.length > hintsMax || hints.includes(''), 'A hint is lost.'),
    ...lossIf(texts.some(showsPictures), 'The pictures are not in the file.'),
  ];
}

function keyCells(question: Question): Filled {
  switch (question.type) {
    case 'single_choice':
      return singleChoice(question);
    case 'multiple_choice':
      return multipleChoice(question);
    case 'true_false':
      return {
        cells: {
          right: String(question.key),
          ...numbered([question.feedback?.true, question.feedback?.false], feedbackColumn),
        },
        losses: [],
      };
    case 'short_text':
      return shortText(question);
    case 'numeric':
      return numeric(question);
    case 'matching':
      return matching(question);
    case 'ordering':
      return ordering(question);
    case 'cloze':
      return { leftOut: 'A row cannot hold a text with gaps.' };
    case 'essay':
      return { leftOut: 'A row cannot hold an essay with its rubric.' };
    default:
      return question satisfies never;
  }
}

const tooMany = `A row holds ${optionsMax} options at most.`;
const contradiction = 'What is right and what earns the mark contradict each other.';
type Options = QuestionOf<'single_choice'>['options'];

function optionCells(options: Options) {
  return {
    ...numbered(
      options.map(({ text }) => text),
      optionColumn,
    ),
    ...numbered(
      options.map(({ feedback }) => feedback),
      feedbackColumn,
    ),
  };
}

function lettered(entries: readonly (string | null)[]): string {
  return entries.flatMap((entry, index) => (entry === null ? [] : [letterOf(index) + entry])).join(', ');
}

function shuffleCell(shuffle: boolean): { shuffle: string } {
  return { shuffle: shuffle ? '' : 'no' };
}

function singleChoice({ options, shuffle, floor }: QuestionOf<'single_choice'>): Filled {
  const keys = options.filter(({ isKey }) => isKey);
  if (options.length > optionsMax) return { leftOut: tooMany };
  if (options.length < 2 || keys.length !== 1 || sizeOf(keys[0]?.share ?? '1') !== 1) return { leftOut: contradiction };
  if (options.some(({ text }) => text.trim() === '')) return { leftOut: emptyPart };
  const right = lettered(options.map(({ isKey, share }) => (isKey ? '' : share === undefined ? null : `=${share}`)));
  return {
    cells: { ...optionCells(options), right, ...shuffleCell(shuffle) },
    losses: lossIf(floor !== undefined, floorLost),
  };
}

const floorLost = 'The least share that the question can cost is lost: nobody ends below nothing.';
const emptyPart = 'There is a part without text.';

function multipleChoice({ options, shuffle, floor, scoring }: QuestionOf<'multiple_choice'>): Filled {
  const isWeighted = scoring === 'weighted';
  if (options.length > optionsMax) return { leftOut: tooMany };
  if (isWeighted && options.some(({ isKey, share }) => share !== undefined && isKey !== sizeOf(share) > 0))
    return { leftOut: contradiction };
  if (options.length < 2 || !options.some(({ isKey }) => isKey)) return { leftOut: contradiction };
  if (options.some(({ text }) => text.trim() === '')) return { leftOut: emptyPart };
  const share = (each: Options[number]) =>
    isWeighted && each.share !== undefined ? `=${each.share}` : each.isKey ? '' : null;
  return {
    cells: {
      ...optionCells(options),
      right: lettered(options.map(share)),
      scoring: scoring ?? '',
      ...shuffleCell(shuffle),
    },
    losses: [
      ...lossIf(floor !== undefined, floorLost),
      ...lossIf(
        !isWeighted && options.some((each) => each.share !== undefined),
        'Shares are lost, which count for weighted scoring only.',
      ),
    ],
  };
}

const told = 'Answers that earn a part, and what is said of each, are lost.';

function shortText({ accepted, caseSensitive, alternatives, otherFeedback }: QuestionOf<'short_text'>): Filled {
  if (accepted.every((text) => text.trim() === ''))
    return { leftOut: 'A row holds answers that earn the whole mark, and there is none.' };
  return {
    cells: { right: accepted.join('\n'), case: caseSensitive ? 'sensitive' : '' },
    losses: [
      ...lossIf(alternatives !== undefined || otherFeedback !== undefined, told),
      ...lossIf(
        accepted.some((text) => text.trim() !== text || text === '' || /[\r\n]/.test(text)),
        'Blanks and line ends in accepted answers are lost.',
      ),
    ],
  };
}

function numeric(question: QuestionOf<'numeric'>): Filled {
  const { value, tolerance, toleranceKind, unit, units, unitRule, unitPenalty, alternatives, otherFeedback } = question;
  if (toleranceKind === 'relative') return { leftOut: 'A row cannot hold a tolerance that is a share of the value.' };
  const number = [value, ...(tolerance === '0' ? [] : ['±', tolerance])].join(' ');
  if (!readDeclaredNumber(number)) return { leftOut: 'The right value is not a number.' };
  const right = unit === undefined ? number : `${number} ${unit}`;
  const isUnitRead = readDeclaredNumber(right)?.unit === unit;
  return {
    cells: { right: isUnitRead ? right : number },
    losses: [
      ...lossIf(
        !isUnitRead || units !== undefined || unitRule !== undefined || unitPenalty !== undefined,
        'Units and the rules about them are lost.',
      ),
      ...lossIf(alternatives !== undefined || otherFeedback !== undefined, told),
    ],
  };
}

function matching({ prompts, choices, shuffle, scoring }: QuestionOf<'matching'>): Filled {
  const used = [...new Set(prompts.map(({ match }) => match))];
  const free = choices.filter(({ id }) => !used.includes(id));
  const textOf = new Map(choices.map(({ id, text }) => [id, text]));
  const parts = [
    ...prompts.map(({ text, match }) => ({ text, choice: textOf.get(match) ?? '' })),
    ...free.map(({ text }) => ({ text: '', choice: text })),
  ];
  if (parts.length > optionsMax) return { leftOut: tooMany };
  if (prompts.some(({ text }) => text.includes('=>')))
    return { leftOut: 'A prompt holds “=>”, which parts prompts from choices.' };
  if (prompts.length === 0 || [...prompts, ...choices].some(({ text }) => text.trim() === ''))
    return { leftOut: emptyPart };
  const isSame = [...used, ...free.map(({ id }) => id)].every((id, index) => choices[index]?.id === id);
  return {
    cells: {
      ...numbered(
        parts.map(({ text, choice }) => `${text} => ${choice}`.trimStart()),
        optionColumn,
      ),
      ...numbered(
        prompts.map(({ feedback }) => feedback),
        feedbackColumn,
      ),
      scoring,
      ...shuffleCell(shuffle),
    },
    losses: [
      ...lossIf(!isSame, 'The order in which the choices were written is lost; they are shown shuffled.'),
      ...lossIf(
        [...prompts, ...choices].some(({ text }) => text.trim() !== text),
        'Blanks at the ends of parts are lost.',
      ),
    ],
  };
}

function ordering({ items, scoring }: QuestionOf<'ordering'>): Filled {
  if (items.length > optionsMax) return { leftOut: tooMany };
  if (items.length < 2 || items.some(({ text }) => text.trim() === '')) return { leftOut: emptyPart };
  return {
    cells: {
      ...numbered(
        items.map(({ text }) => text),
        optionColumn,
      ),
      scoring,
    },
    losses: [],
  };
}
