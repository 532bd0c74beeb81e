import type { Problem } from '../problem.js';
import { Rational } from '../rational.js';
import { partProblems } from './parts.js';
import type { OfferedClass, PartGroup, QuestionOf, ResponseClass, Revelation } from './question-rules.js';
import { shareProblems } from './shares.js';

type ChoiceQuestion = QuestionOf<'single_choice'> | QuestionOf<'multiple_choice'>;
export type Option = ChoiceQuestion['options'][number];

/** What choosing the option earns of the mark. */
export function shareOf(option: Option): Rational {
  if (option.share !== undefined) return Rational.parse(option.share);
  return option.isKey ? Rational.one : Rational.zero;
}

export function optionGroup({ options, shuffle }: Pick<ChoiceQuestion, 'options' | 'shuffle'>): PartGroup {
  return { ids: options.map((option) => option.id), shuffle: shuffle ? 'allowed' : 'never' };
}

export function optionFeedback(options: readonly Option[], order: readonly string[]): Revelation['optionFeedback'] {
  return order.flatMap((optionId, place) => {
    const option = options.find(({ id }) => id === optionId);
    if (option === undefined) return [];
    return [{ optionId: String(place + 1), isKey: option.isKey, feedback: option.feedback ?? null }];
  });
}

export function keyIds(options: readonly Option[]): string[] {
  return options.filter((option) => option.isKey).map((option) => option.id);
}

export function optionClass(options: readonly Option[], optionId: string, partId = ''): ResponseClass {
  return { partId, value: optionId, isRight: keyIds(options).includes(optionId) };
}

export function offeredOptions(options: readonly Option[], partId = ''): OfferedClass[] {
  return options.map(({ id, text }) => ({ ...optionClass(options, id, partId), part: partId, label: text }));
}

/** What is wrong with the options of any choice, in a question or in a gap. */
export function optionProblems(options: readonly Option[]): Problem[] {
  const problems: Problem[] = [];
  if (options.length < 2) {
    problems.push({ pointer: '/options', code: 'options_too_few', detail: 'A choice needs at least two options.' });
  }
  problems.push(...partProblems(options, '/options', 'option'));
  problems.push(...options.flatMap(({ share }, index) => shareProblems(share, `/options/${index}/share`)));
  if (keyIds(options).length === 0) {
    problems.push({ pointer: '/options', code: 'key_missing', detail: 'No option is marked as right.' });
  }
  return problems;
}

/** Where one may be chosen, one is right, and it earns all of the mark. */
export function singleKeyProblems(options: readonly Option[]): Problem[] {
  const keys = options.filter((option) => option.isKey);
  if (keys.length > 1) {
    const detail = 'More than one option is marked as right; make it multiple choice or leave one.';
    return [{ pointer: '/options', code: 'keys_too_many', detail }];
  }
  const isFull = keys.every(({ share }) => share === undefined || Rational.tryParse(share)?.equals(Rational.one));
  if (isFull) return [];
  return [{ pointer: '/options', code: 'full_mark_unreachable', detail: 'The right option must earn the whole mark.' }];
}
