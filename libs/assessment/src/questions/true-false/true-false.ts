import { Rational } from '../../rational.js';
import { valueAnswer, valueOf } from '../answer.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';

/** A statement that holds or does not. */
export const trueFalse: QuestionRules<QuestionOf<'true_false'>> = {
  problems: () => [],
  optionIds: () => [],
  present: () => ({}),
  answerShape: valueAnswer,
  toStored: (answer) => ({ answer }),
  toShown: (answer) => answer,
  isBlank: () => false,
  share: (question, answer) => (valueOf(answer) === question.key ? Rational.one : Rational.zero),
  key: (question) => ({ value: question.key }),
  feedback: (question) => [
    { optionId: 'true', isKey: question.key, feedback: question.feedback?.true ?? null },
    { optionId: 'false', isKey: !question.key, feedback: question.feedback?.false ?? null },
  ],
};
