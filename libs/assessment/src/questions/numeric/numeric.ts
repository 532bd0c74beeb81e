import { Rational } from '../../rational.js';
import { textAnswer, textOf } from '../answer.js';
import { withoutParts } from '../parts.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';
import { fold } from '../short-text/fold.js';
import { matchNumber, numberKeyProblems } from './number-key.js';

/** A number within a tolerance. */
export const numeric: QuestionRules<QuestionOf<'numeric'>> = {
  ...withoutParts,
  problems: numberKeyProblems,
  present: ({ unit }) => (unit === undefined ? {} : { unit }),
  answerShape: textAnswer,
  toStored: (_question, answer) => ({ answer }),
  toShown: (_question, answer) => answer,
  isBlank: (answer) => fold(textOf(answer)) === '',
  grade: (question, answer) => ({ ...matchNumber(question, textOf(answer)), parts: [] }),
  key: (question) => ({ text: question.value }),
  classes(question, answer) {
    const isRight = matchNumber(question, textOf(answer)).share.equals(Rational.one);
    return [{ partId: '', value: fold(textOf(answer)), isRight }];
  },
  offered: () => [],
  guess: () => Rational.zero,
};
