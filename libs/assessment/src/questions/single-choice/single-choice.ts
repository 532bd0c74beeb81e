import { Rational } from '../../rational.js';
import { choiceAnswer, choiceOf } from '../answer.js';
import {
  keyIds,
  offeredOptions,
  optionClass,
  optionFeedback,
  optionGroup,
  optionProblems,
  shareOf,
  singleKeyProblems,
} from '../options.js';
import { presentParts, shownId, storedId, unknownPart, withoutParts } from '../parts.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';
import { floorOf, floorProblems } from '../shares.js';

/** One option is right, one may be chosen; an option may earn a part of the mark or cost one, down to the floor. */
export const singleChoice: QuestionRules<QuestionOf<'single_choice'>> = {
  ...withoutParts,
  problems: ({ options, floor }) => [
    ...optionProblems(options),
    ...singleKeyProblems(options),
    ...floorProblems(floor),
  ],
  partGroups: (question) => [optionGroup(question)],
  present: ({ options }, order) => ({ options: presentParts(options, order) }),
  answerShape: choiceAnswer,
  toStored(_question, answer, order) {
    const choice = storedId(order, choiceOf(answer));
    return choice === null ? unknownPart('/choice', 'option') : { answer: { choice } };
  },
  toShown: (_question, answer, order) => ({ choice: shownId(order, choiceOf(answer)) ?? '0' }),
  isBlank: () => false,
  grade({ options, floor }, answer) {
    const chosen = options.find(({ id }) => id === choiceOf(answer));
    const share = chosen === undefined ? Rational.zero : shareOf(chosen);
    return { share: share.clamp(floorOf(floor), Rational.one), parts: [], feedback: null };
  },
  key({ id, options }) {
    const [choice] = keyIds(options);
    if (choice === undefined) throw new RangeError(`Question ${id} has no key.`);
    return { choice };
  },
  feedback: ({ options }, order) => optionFeedback(options, order),
  classes: ({ options }, answer) => [optionClass(options, choiceOf(answer))],
  offered: ({ options }) => offeredOptions(options),
  guess({ options, floor }) {
    const least = floorOf(floor);
    const shares = options.map((option) => shareOf(option).clamp(least, Rational.one));
    return meanOf(shares);
  },
};

function meanOf(shares: readonly Rational[]): Rational {
  if (shares.length === 0) return Rational.zero;
  return shares.reduce((total, share) => total.plus(share), Rational.zero).dividedBy(Rational.of(shares.length));
}
