import type { Question } from '#libs/contracts';

import type { AnswerLine } from './answer-block.js';
import { numberProblem, readAnswer, readDeclaredNumber, readNumber } from './answers.js';
import type { Option } from './options.js';
import { type PartAttributes, splitPart } from './part-attributes.js';
import { scoringAmong, type Settings } from './settings.js';

type CommonNames =
  'id' | 'version' | 'name' | 'stem' | 'explanation' | 'hints' | 'outcomeFeedback' | 'tags' | 'difficulty' | 'points';
type KeyPart<Kind> = Kind extends Question ? Omit<Kind, CommonNames> : never;
/** The part of a question that depends on its type. */
export type QuestionKey = KeyPart<Question>;

/** The key, or every reason why there is none. */
export type KeyResult = { readonly key: QuestionKey } | { readonly reasons: readonly string[] };

/** Decides which kind of choice a list of options makes, as its boxes and the author's `type=` say. */
export function keyOfOptions(options: readonly Option[], settings: Settings): KeyResult {
  const { type, shuffle = true, floor } = settings;
  const keys = options.filter((option) => option.isKey).length;
  const isChoice = type === undefined || type === 'single_choice' || type === 'multiple_choice';
  if (type === 'short_text' || type === 'numeric') return refuse(`type=${type} has “Answer:” lines, not options.`);
  if (options.length < 2) return refuse('A choice needs two options at least.');
  if (type === 'true_false' || (type === undefined && keys === 1 && isTrueFalse(options)))
    return trueFalse(options, keys);
  if (!isChoice) return refuse(`type=${type} has no options.`);
  if (keys === 0) return refuse('No option is marked as right: write “[x]”.');
  if (type === 'single_choice' && keys > 1) return refuse(`type=single_choice has one right option, not ${keys}.`);
  const common = { options: [...options], shuffle, ...(floor !== undefined && { floor }) };
  if ((type ?? (keys === 1 ? 'single_choice' : 'multiple_choice')) === 'single_choice')
    return { key: { type: 'single_choice', ...common } };
  const scoring = scoringAmong(['all_or_nothing', 'per_option', 'weighted'], settings);
  return { key: { type: 'multiple_choice', ...common, ...(scoring && { scoring }) } };
}

/** Without feedback on the whole, two options “True” and “False” are a true/false question. */
export function isTrueFalse(options: readonly Pick<Option, 'text' | 'share'>[]): boolean {
  const texts = options.map(({ text }) => text.trim().toLowerCase()).toSorted();
  const arePlain = options.every(({ share }) => share === undefined);
  return arePlain && texts.length === 2 && texts[0] === 'false' && texts[1] === 'true';
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

/** One `Answer:` line: what earns the mark, or with a share in braces what earns a part of it. */
interface WrittenAnswer {
  readonly written: string;
  readonly about: PartAttributes;
  readonly feedback?: string | undefined;
}

/** An answer with a share, which makes it an alternative. */
interface WrittenAlternative extends WrittenAnswer {
  readonly share: string;
}

/** The braces of an answer, which are none without a share: `{}` and `{a=1}` are answers that people expect. */
export function splitAnswer(text: string): Pick<WrittenAnswer, 'written' | 'about'> {
  const { text: written, about } = splitPart(text, ['share', 'case']);
  return about.share === undefined ? { written: text, about: {} } : { written, about };
}

/** Decides whether `Answer:` lines are texts or a number. One line that is a number is a number. */
export function keyOfAnswers(lines: readonly AnswerLine[], settings: Settings, other?: string): KeyResult {
  const { type } = settings;
  const answers = lines.map(({ text, feedback }): WrittenAnswer => ({
    ...splitAnswer(text),
    feedback: feedback?.text,
  }));
  if (type && type !== 'short_text' && type !== 'numeric')
    return refuse(`type=${type} has options, not “Answer:” lines.`);
  if (answers.length === 0 || answers.some(({ written }) => readAnswer(written).text.trim() === ''))
    return refuse('An “Answer:” line says nothing.');
  const full = answers.filter(({ about }) => about.share === undefined);
  const alternatives = answers.flatMap((answer) =>
    answer.about.share === undefined ? [] : [{ ...answer, share: answer.about.share }],
  );
  if (full.some(({ feedback }) => feedback !== undefined))
    return refuse('Only an answer with a share has feedback of its own: write “{share=1}” behind it.');
  const parts = { full, alternatives, other };
  if (type === 'numeric') return declaredNumber(parts, settings);
  const [only] = answers.length === 1 ? full : [];
  return (only && type === undefined && likelyNumber(only.written, parts, settings)) || texts(parts, settings);
}

interface Answers {
  readonly full: readonly WrittenAnswer[];
  readonly alternatives: readonly WrittenAlternative[];
  /** What is said when nothing matches. */
  readonly other?: string | undefined;
}

function texts({ full, alternatives, other }: Answers, { isCaseSensitive = false }: Settings): KeyResult {
  const more = alternatives.map(({ written, share, about, feedback }) => ({
    text: readAnswer(written).text,
    share,
    ...(feedback !== undefined && { feedback }),
    ...(about.isCaseSensitive !== undefined && { caseSensitive: about.isCaseSensitive }),
  }));
  return {
    key: {
      type: 'short_text',
      accepted: full.map(({ written }) => readAnswer(written).text),
      caseSensitive: isCaseSensitive,
      ...(more.length > 0 && { alternatives: more }),
      ...(other !== undefined && { otherFeedback: other }),
    },
  };
}

function likelyNumber(written: string, answers: Answers, settings: Settings): KeyResult | null {
  if (readAnswer(written).isQuoted) return null;
  if (readNumber(written)) return declaredNumber(answers, settings);
  const problem = numberProblem(written);
  return problem ? refuse(problem) : null;
}

function declaredNumber({ full, alternatives, other }: Answers, settings: Settings): KeyResult {
  const [only] = full;
  if (!only || full.length > 1) return refuse('A number has one “Answer:” line.');
  const numbers = [only, ...alternatives].map(({ written }) => readDeclaredNumber(readAnswer(written).text));
  const bad = [only, ...alternatives].find((_, index) => !numbers[index])?.written;
  if (bad !== undefined) return refuse(numberProblem(bad) ?? `“${bad}” is not a number.`);
  const [number, ...others] = numbers.flatMap((each) => each ?? []);
  const more = alternatives.map(({ share, feedback }, index) => ({
    value: others[index]!.value, // as many numbers as alternatives
    tolerance: others[index]!.tolerance, // as above
    share,
    ...(feedback !== undefined && { feedback }),
  }));
  return {
    key: {
      type: 'numeric',
      ...number!, // that of the one line
      ...numberSettings(settings),
      ...(more.length > 0 && { alternatives: more }),
      ...(other !== undefined && { otherFeedback: other }),
    },
  };
}

function numberSettings({ toleranceKind, unit, units, unitRule, unitPenalty }: Settings) {
  return {
    ...(toleranceKind && { toleranceKind }),
    ...(unit !== undefined && { unit }),
    ...(units.length > 0 && { units }),
    ...(unitRule && { unitRule }),
    ...(unitPenalty !== undefined && { unitPenalty }),
  };
}

export function refuse(reason: string): { readonly reasons: readonly string[] } {
  return { reasons: [reason] };
}
