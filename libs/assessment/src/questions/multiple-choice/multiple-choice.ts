import type { Problem } from '../../problem.js';
import { Rational, sum } from '../../rational.js';
import { choicesAnswer, choicesOf } from '../answer.js';
import {
  keyIds,
  offeredOptions,
  optionClass,
  optionFeedback,
  optionGroup,
  optionProblems,
  type Option,
} from '../options.js';
import { presentParts, shownId, storedId, unknownPart, withoutParts } from '../parts.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';
import { floorOf, floorProblems } from '../shares.js';
import { unreachable } from '../../unreachable.js';

type MultipleChoice = QuestionOf<'multiple_choice'>;

/** Any number of options may be right. */
export const multipleChoice: QuestionRules<MultipleChoice> = {
  ...withoutParts,
  problems: (question) => [
    ...optionProblems(question.options),
    ...floorProblems(question.floor),
    ...weightProblems(question),
  ],
  partGroups: (question) => [optionGroup(question)],
  present: ({ options }, order) => ({ options: presentParts(options, order) }),
  answerShape: choicesAnswer,
  toStored(_question, answer, order) {
    const choices = new Set<string>();
    for (const [index, shown] of choicesOf(answer).entries()) {
      const choice = storedId(order, shown);
      if (choice === null) return unknownPart(`/choices/${index}`, 'option');
      choices.add(choice);
    }
    return { answer: { choices: [...choices] } };
  },
  toShown: (_question, answer, order) => ({
    choices: choicesOf(answer).flatMap((choice) => shownId(order, choice) ?? []),
  }),
  isBlank: (answer) => choicesOf(answer).length === 0,
  grade(question, answer) {
    const share = shareOfChoices(question, new Set(choicesOf(answer)));
    return { share: share.clamp(floorOf(question.floor), Rational.one), parts: [], feedback: null };
  },
  key: ({ options }) => ({ choices: keyIds(options) }),
  feedback: ({ options }, order) => optionFeedback(options, order),
  classes: ({ options }, answer) => choicesOf(answer).map((choice) => optionClass(options, choice)),
  offered: ({ options }) => offeredOptions(options),
  // Which boxes a guesser ticks is anybody's guess; Moodle leaves it open as well, and no figure is better than a wrong one.
  guess: () => Rational.zero,
};

function shareOfChoices(
  { options, scoring = 'all_or_nothing' }: MultipleChoice,
  chosen: ReadonlySet<string>,
): Rational {
  switch (scoring) {
    case 'all_or_nothing':
      return options.every((option) => option.isKey === chosen.has(option.id)) ? Rational.one : Rational.zero;
    case 'per_option': {
      const rightly = options.filter((option) => option.isKey === chosen.has(option.id)).length;
      return Rational.of(rightly, options.length);
    }
    case 'weighted': {
      const keys = keyIds(options).length;
      return sum(options.filter(({ id }) => chosen.has(id)).map((option) => weightOf(option, keys)));
    }
    default:
      return unreachable('scoring', scoring);
  }
}

/** Right options without a share of their own divide the mark evenly. */
function weightOf({ share, isKey }: Option, keys: number): Rational {
  if (share !== undefined) return Rational.tryParse(share) ?? Rational.zero;
  return isKey ? Rational.of(1, keys) : Rational.zero;
}

function weightProblems({ options, scoring }: MultipleChoice): Problem[] {
  if (scoring !== 'weighted') return [];
  const keys = keyIds(options).length;
  const weights = options.map((option) => ({ isKey: option.isKey, weight: weightOf(option, keys) }));
  const problems = weights.flatMap(({ isKey, weight }, index) =>
    isKey === weight.compare(Rational.zero) > 0
      ? []
      : [
          {
            pointer: `/options/${index}/share`,
            code: 'key_contradicts_share',
            detail: 'A right option must earn something, and only a right one.',
          },
        ],
  );
  const reachable = sum(weights.filter(({ isKey }) => isKey).map(({ weight }) => weight));
  if (keys > 0 && !reachable.isAtLeast(Rational.one)) {
    const detail = 'The shares of the right options add up to less than the whole mark.';
    problems.push({ pointer: '/options', code: 'full_mark_unreachable', detail });
  }
  return problems;
}
