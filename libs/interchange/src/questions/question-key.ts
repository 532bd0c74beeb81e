import type { Question } from '#libs/contracts';

import type { AnswerLine } from './answer-block.js';
import { numberProblem, readAnswer, readDeclaredNumber, readNumber } from './answers.js';
import type { Option } from './options.js';
import type { Settings } from './settings.js';

type KeyNames =
  'type' | 'options' | 'shuffle' | 'key' | 'feedback' | 'accepted' | 'caseSensitive' | 'value' | 'tolerance' | 'unit';
type KeyPart<Kind> = Kind extends Question ? Pick<Kind, Extract<keyof Kind, KeyNames>> : never;
/** The part of a question that depends on its type. */
export type QuestionKey = KeyPart<Question>;

/** The key, or every reason why there is none. */
export type KeyResult = { readonly key: QuestionKey } | { readonly reasons: readonly string[] };

/** Decides which kind of choice a list of options makes, as its boxes and the author's `type=` say. */
export function keyOfOptions(options: readonly Option[], { type, shuffle = true }: Settings): KeyResult {
  const keys = options.filter((option) => option.isKey).length;
  if (type === 'short_text' || type === 'numeric') return refuse(`type=${type} has “Answer:” lines, not options.`);
  if (options.length < 2) return refuse('A choice needs two options at least.');
  if (type === 'true_false' || (type === undefined && keys === 1 && isTrueFalse(options)))
    return trueFalse(options, keys);
  if (keys === 0) return refuse('No option is marked as right: write “[x]”.');
  if (type === 'single_choice' && keys > 1) return refuse(`type=single_choice has one right option, not ${keys}.`);
  const kind = type ?? (keys === 1 ? 'single_choice' : 'multiple_choice');
  return { key: { type: kind, options: [...options], shuffle } };
}

export function isTrueFalse(options: readonly Pick<Option, 'text'>[]): boolean {
  const texts = options.map(({ text }) => text.trim().toLowerCase()).toSorted();
  return texts.length === 2 && texts[0] === 'false' && texts[1] === 'true';
}

function trueFalse(options: readonly Option[], keys: number): KeyResult {
  if (!isTrueFalse(options)) return refuse('type=true_false has the two options “True” and “False”.');
  if (keys !== 1) return refuse('Either “True” or “False” is right.');
  const named = (name: string) => options.find(({ text }) => text.trim().toLowerCase() === name);
  const yes = named('true')?.feedback;
  const no = named('false')?.feedback;
  const feedback = { ...(yes !== undefined && { true: yes }), ...(no !== undefined && { false: no }) };
  const hasFeedback = yes !== undefined || no !== undefined;
  return { key: { type: 'true_false', key: named('true')?.isKey === true, ...(hasFeedback && { feedback }) } };
}

/** Decides whether `Answer:` lines are texts or a number. One line that is a number is a number. */
export function keyOfAnswers(lines: readonly AnswerLine[], { type, isCaseSensitive = false }: Settings): KeyResult {
  const answers = lines.map(({ text }) => readAnswer(text));
  const [only] = answers;
  if (type && type !== 'short_text' && type !== 'numeric')
    return refuse(`type=${type} has options, not “Answer:” lines.`);
  if (!only || answers.some(({ text }) => text.trim() === '')) return refuse('An “Answer:” line says nothing.');
  if (type === 'numeric')
    return answers.length === 1 ? declaredNumber(only.text) : refuse('A number has one “Answer:” line.');
  const mayBeNumber = type === undefined && answers.length === 1 && !only.isQuoted;
  const number = mayBeNumber ? readNumber(only.text) : null;
  if (number) return { key: { type: 'numeric', ...number } };
  const problem = mayBeNumber ? numberProblem(only.text) : null;
  if (problem) return refuse(problem);
  return { key: { type: 'short_text', accepted: answers.map(({ text }) => text), caseSensitive: isCaseSensitive } };
}

function declaredNumber(text: string): KeyResult {
  const number = readDeclaredNumber(text);
  return number ? { key: { type: 'numeric', ...number } } : refuse(numberProblem(text) ?? `“${text}” is not a number.`);
}

function refuse(reason: string): KeyResult {
  return { reasons: [reason] };
}
