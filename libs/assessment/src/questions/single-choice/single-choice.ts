import { Rational } from '../../rational.js';
import { choiceAnswer, choiceOf } from '../answer.js';
import {
  keyIds,
  optionFeedback,
  optionProblems,
  presentOptions,
  shownId,
  storedId,
  unknownOption,
} from '../options.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';

/** One option is right, one may be chosen. */
export const singleChoice: QuestionRules<QuestionOf<'single_choice'>> = {
  problems(question) {
    const problems = optionProblems(question);
    if (keyIds(question).length > 1) {
      problems.push({
        pointer: '/options',
        code: 'keys_too_many',
        detail: 'More than one option is marked as right; make it multiple choice or leave one.',
      });
    }
    return problems;
  },
  optionIds: (question) => question.options.map((option) => option.id),
  present: (question, optionOrder) => ({ options: presentOptions(question, optionOrder) }),
  answerShape: choiceAnswer,
  toStored(answer, optionOrder) {
    const choice = storedId(optionOrder, choiceOf(answer));
    return choice === null ? unknownOption('/choice') : { answer: { choice } };
  },
  toShown: (answer, optionOrder) => ({ choice: shownId(optionOrder, choiceOf(answer)) }),
  isBlank: () => false,
  share: (question, answer) => (keyIds(question).includes(choiceOf(answer)) ? Rational.one : Rational.zero),
  key(question) {
    const [choice] = keyIds(question);
    if (choice === undefined) throw new RangeError(`Question ${question.id} has no key.`);
    return { choice };
  },
  feedback: optionFeedback,
};
