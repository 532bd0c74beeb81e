import { Rational } from '../../rational.js';
import { textAnswer, textOf } from '../answer.js';
import { withoutParts } from '../parts.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';
import { fold, foldCase } from './fold.js';
import { matchText, spellingOf, textKeyProblems } from './text-key.js';

/** A word or two that must match one of the accepted spellings, in which `*` stands for anything. */
export const shortText: QuestionRules<QuestionOf<'short_text'>> = {
  ...withoutParts,
  problems: textKeyProblems,
  present: () => ({}),
  answerShape: textAnswer,
  toStored: (_question, answer) => ({ answer }),
  toShown: (_question, answer) => answer,
  isBlank: (answer) => fold(textOf(answer)) === '',
  grade: (question, answer) => ({ ...matchText(question, textOf(answer)), parts: [] }),
  key: (question) => ({ text: spellingOf(question) }),
  classes(question, answer) {
    const value = question.caseSensitive ? fold(textOf(answer)) : foldCase(fold(textOf(answer)));
    return [{ partId: '', value, isRight: matchText(question, textOf(answer)).share.equals(Rational.one) }];
  },
  offered: () => [],
  guess: () => Rational.zero,
};
