import type { Problem } from '../../problem.js';
import { Rational } from '../../rational.js';
import { textAnswer, textOf } from '../answer.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';
import { fold } from '../short-text/fold.js';
import { readNumber } from './reading.js';

/** A number within a tolerance, both ends included. Exact: 0.3 is within 0.1 of 0.2. */
export const numeric: QuestionRules<QuestionOf<'numeric'>> = {
  problems(question) {
    const problems: Problem[] = [];
    const tolerance = Rational.tryParse(question.tolerance);
    if (Rational.tryParse(question.value) === null) {
      problems.push({ pointer: '/value', code: 'key_missing', detail: 'The right value is not a number.' });
    }
    if (tolerance === null || tolerance.compare(Rational.zero) < 0) {
      const detail = 'The tolerance must be a number, zero or more.';
      problems.push({ pointer: '/tolerance', code: 'tolerance_invalid', detail });
    }
    return problems;
  },
  optionIds: () => [],
  present: (question) => (question.unit === undefined ? {} : { unit: question.unit }),
  answerShape: textAnswer,
  toStored: (answer) => ({ answer }),
  toShown: (answer) => answer,
  isBlank: (answer) => fold(textOf(answer)) === '',
  share(question, answer) {
    const value = Rational.parse(question.value);
    const tolerance = Rational.parse(question.tolerance);
    const isWithin = readNumber(textOf(answer), question.unit).some((reading) =>
      tolerance.isAtLeast(reading.minus(value).abs()),
    );
    return isWithin ? Rational.one : Rational.zero;
  },
  key: (question) => ({ text: question.value }),
  feedback: () => [],
};
