import type { Problem } from '../../problem.js';
import { Rational } from '../../rational.js';
import { answerLengthMax, textAnswer, textOf } from '../answer.js';
import type { QuestionOf, QuestionRules } from '../question-rules.js';
import { fold, foldCase, foldInner } from './fold.js';
import { matchesPieces, splitPattern } from './wildcard.js';

/** A word or two that must match one of the accepted spellings, in which `*` stands for anything. */
export const shortText: QuestionRules<QuestionOf<'short_text'>> = {
  problems(question) {
    if (question.accepted.length === 0) {
      return [{ pointer: '/accepted', code: 'key_missing', detail: 'No answer is accepted.' }];
    }
    return question.accepted.flatMap(spellingProblems);
  },
  optionIds: () => [],
  present: () => ({}),
  answerShape: textAnswer,
  toStored: (answer) => ({ answer }),
  toShown: (answer) => answer,
  isBlank: (answer) => fold(textOf(answer)) === '',
  share(question, answer) {
    const isAccepted = question.accepted.some((pattern) => accepts(pattern, textOf(answer), question.caseSensitive));
    return isAccepted ? Rational.one : Rational.zero;
  },
  key(question) {
    const plain = question.accepted.find((pattern) => splitPattern(pattern).length === 1);
    return { text: plain === undefined ? question.accepted.join(' / ') : splitPattern(plain).join('') };
  },
  feedback: () => [],
};

function spellingProblems(pattern: string, index: number): Problem[] {
  const pointer = `/accepted/${index}`;
  const pieces = splitPattern(pattern);
  if (pieces.every((piece) => fold(piece) === '')) {
    const detail = pieces.length > 1 ? 'A lone * accepts every answer.' : 'The accepted answer is blank.';
    return [{ pointer, code: 'accepted_empty', detail }];
  }
  if (pattern.length > answerLengthMax) {
    const detail = `The accepted answer is longer than the ${answerLengthMax} characters a learner may type.`;
    return [{ pointer, code: 'accepted_too_long', detail }];
  }
  return [];
}

function accepts(pattern: string, text: string, isCaseSensitive: boolean): boolean {
  const level = isCaseSensitive ? (value: string) => value : foldCase;
  const pieces = splitPattern(pattern).map((piece) => level(foldInner(piece)));
  pieces[0] = pieces[0]!.trimStart(); // a pattern has at least one piece
  pieces[pieces.length - 1] = pieces.at(-1)!.trimEnd(); // as above
  return matchesPieces(level(fold(text)), pieces);
}
