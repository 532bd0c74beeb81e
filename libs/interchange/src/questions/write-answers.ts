import type { Gap, Question } from '#libs/contracts';

import { splitAttributes } from '../markdown/attributes.js';
import { readDeclaredNumber, readNumber, writeAnswer } from './answers.js';
import { letterOf, type Option } from './options.js';
import { partBraces } from './part-attributes.js';
import { isTrueFalse, splitAnswer } from './question-key.js';
import { alertFor, itemOf, oneLine, withBraces, withFeedback } from './write-text.js';

type TextKey = Pick<
  Extract<Question, { type: 'short_text' }>,
  'accepted' | 'caseSensitive' | 'alternatives' | 'otherFeedback'
>;
type NumberKey = Omit<Extract<Gap, { kind: 'number' }>, 'id' | 'kind' | 'weight'>;

/** `Answer:` lines with what is told about each; without a paragraph of its own a line would join the quote above it. */
function linesOf(lines: readonly string[], other: string | undefined): string {
  const joined = lines.reduce((text, line) => text + (/\n>/.test(text) ? '\n\n' : '\n') + line);
  return other === undefined ? joined : `${joined}\n\n${alertFor('other', other)}`;
}

function alternative(
  text: string,
  share: string,
  told: { feedback?: string | undefined; isCaseSensitive?: boolean },
): string {
  const { feedback, ...about } = told;
  const line = `Answer: ${text} ${partBraces({ share, ...about })}`;
  return feedback === undefined ? line : `${line}\n${alertFor('feedback', feedback)}`;
}

export function textsOf({ accepted, alternatives = [], otherFeedback }: TextKey): string {
  const isOnly = accepted.length + alternatives.length === 1;
  const written = (text: string) => {
    const line = oneLine(text);
    return splitAnswer(line).about.share === undefined ? writeAnswer(line, isOnly) : `\`${line}\``;
  };
  const lines = [
    ...accepted.map((text) => `Answer: ${written(text)}`),
    ...alternatives.map(({ text, share, feedback, caseSensitive }) =>
      alternative(written(text), share, {
        feedback,
        ...(caseSensitive !== undefined && { isCaseSensitive: caseSensitive }),
      }),
    ),
  ];
  return linesOf(lines, otherFeedback);
}

export function numbersOf(key: NumberKey): string {
  const lines = (key.alternatives ?? []).map(({ share, feedback, ...range }) =>
    alternative(numberText(range), share, { feedback }),
  );
  return linesOf([`Answer: ${numberBeside(key)}`, ...lines], key.otherFeedback);
}

function numberText({ value, tolerance, unit }: Pick<NumberKey, 'value' | 'tolerance' | 'unit'>): string {
  return [value, ...(tolerance === '0' ? [] : ['±', tolerance]), ...(unit ? [unit] : [])].join(' ');
}

/** The number with its unit, unless the unit would not be read as one: then it stands among the attributes. */
function numberBeside(key: NumberKey): string {
  return canStandBeside(key) ? numberText(key) : numberText({ ...key, unit: undefined });
}

function canStandBeside(key: NumberKey): boolean {
  const text = numberText(key);
  return readDeclaredNumber(text)?.unit === key.unit && splitAnswer(text).about.share === undefined;
}

/** Whether the reader would not take the answers for a number. */
export function needsNumberType(key: NumberKey): boolean {
  return (key.alternatives ?? []).length > 0 || readNumber(numberBeside(key)) === null;
}

/** What is said of a number in braces, as pairs of name and value. */
export function numberAttributes(key: NumberKey): [string, string][] {
  return [
    ...(key.unit === undefined || canStandBeside(key) ? [] : [pair('in', key.unit)]),
    ...(key.toleranceKind ? [pair('tolerance', key.toleranceKind)] : []),
    ...(key.units ?? []).map(({ unit, multiplier }) => pair('unit', `${unit}=${multiplier}`)),
    ...(key.unitRule ? [pair('unit-rule', key.unitRule)] : []),
    ...(key.unitPenalty === undefined ? [] : [pair('unit-penalty', key.unitPenalty)]),
  ];
}

function pair(name: string, value: string): [string, string] {
  return [name, value];
}

export function optionsOf(options: readonly Option[], bullet: string): string {
  return options.map((option, index) => optionOf(option, index, bullet)).join('\n');
}

function optionOf({ id, text, share, isKey, feedback }: Option, index: number, bullet: string): string {
  const box = `${bullet} [${isKey ? 'x' : ' '}]`;
  const braces = bracesOf(text, { id, share }, letterOf(index));
  const content = withFeedback(withBraces(text, braces), feedback);
  return itemOf(box, content, 2);
}

/** The id is written where the reader would not arrive at it, or would take the end of the text for one. */
export function bracesOf(
  text: string,
  { id, share }: { id: string; share?: string | undefined },
  usual: string,
): string {
  const [first = ''] = text.split('\n');
  const isClear = splitAttributes(first).text === first;
  return partBraces({
    ...((id !== usual || !isClear) && { id }),
    ...(share !== undefined && { share }),
  });
}

export function truthOptions({ key, feedback }: Extract<Question, { type: 'true_false' }>): Option[] {
  return [
    { id: 'a', text: 'True', isKey: key, feedback: feedback?.true },
    { id: 'b', text: 'False', isKey: !key, feedback: feedback?.false },
  ];
}

export function needsChoiceType(question: Extract<Question, { type: 'single_choice' | 'multiple_choice' }>): boolean {
  if (question.type === 'single_choice') return isTrueFalse(question.options);
  return question.options.filter((option) => option.isKey).length < 2;
}
