import { Rational } from '../../rational.js';
import { choicesAnswer, choicesOf } from '../answer.js';
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

/** Any number of options may be right; all of them and no other earn the mark. */
export const multipleChoice: QuestionRules<QuestionOf<'multiple_choice'>> = {
  problems: optionProblems,
  optionIds: (question) => question.options.map((option) => option.id),
  present: (question, optionOrder) => ({ options: presentOptions(question, optionOrder) }),
  answerShape: choicesAnswer,
  toStored(answer, optionOrder) {
    const choices = new Set<string>();
    for (const [index, shown] of choicesOf(answer).entries()) {
      const choice = storedId(optionOrder, shown);
      if (choice === null) return unknownOption(`/choices/${index}`);
      choices.add(choice);
    }
    return { answer: { choices: [...choices] } };
  },
  toShown: (answer, optionOrder) => ({ choices: choicesOf(answer).map((choice) => shownId(optionOrder, choice)) }),
  isBlank: (answer) => choicesOf(answer).length === 0,
  share(question, answer) {
    const chosen = new Set(choicesOf(answer));
    const isExact = question.options.every((option) => option.isKey === chosen.has(option.id));
    return isExact ? Rational.one : Rational.zero;
  },
  key: (question) => ({ choices: keyIds(question) }),
  feedback: optionFeedback,
};
