import { Rational } from '../../rational.js';
import { valueAnswer, valueOf } from '../answer.js';
import { withoutParts } from '../parts.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';
import { allOrNothing } from '../shares.js';

/** A statement that holds or does not. */
export const trueFalse: QuestionRules<QuestionOf<'true_false'>> = {
  ...withoutParts,
  problems: () => [],
  present: () => ({}),
  answerShape: valueAnswer,
  toStored: (_question, answer) => ({ answer }),
  toShown: (_question, answer) => answer,
  isBlank: () => false,
  grade: (question, answer) => allOrNothing(valueOf(answer) === question.key),
  key: (question) => ({ value: question.key }),
  feedback: (question) => [
    { optionId: 'true', isKey: question.key, feedback: question.feedback?.true ?? null },
    { optionId: 'false', isKey: !question.key, feedback: question.feedback?.false ?? null },
  ],
  classes: (question, answer) => [
    { partId: '', value: String(valueOf(answer)), isRight: valueOf(answer) === question.key },
  ],
  offered: ({ key }) =>
    [true, false].map((value) => ({
      partId: '',
      part: '',
      value: String(value),
      label: value ? 'True' : 'False',
      isRight: value === key,
    })),
  guess: () => Rational.of(1, 2),
};
