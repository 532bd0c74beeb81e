import type { Problem } from '../../problem.js';
import { Rational } from '../../rational.js';
import { answerLengthMax } from '../answer.js';
import { shareProblems } from '../shares.js';
import { fold, foldCase, foldInner } from './fold.js';
import { matchesPieces, splitPattern } from './wildcard.js';

/** What a text is held against, in a question or in a gap. */
export interface TextKey {
  readonly accepted: readonly string[];
  readonly caseSensitive: boolean;
  readonly alternatives?: readonly {
    readonly text: string;
    readonly share: string;
    readonly feedback?: string | undefined;
    readonly caseSensitive?: boolean | undefined;
  }[];
  readonly otherFeedback?: string | undefined;
}

export interface Match {
  readonly share: Rational;
  readonly feedback: string | null;
}

/** The first pattern that fits: alternatives in their order, then what is accepted. */
export function matchText(key: TextKey, text: string): Match {
  const folded = fold(text);
  for (const { text: pattern, share, feedback, caseSensitive = key.caseSensitive } of key.alternatives ?? []) {
    if (fits(pattern, folded, caseSensitive)) return { share: Rational.parse(share), feedback: feedback ?? null };
  }
  const isAccepted = key.accepted.some((pattern) => fits(pattern, folded, key.caseSensitive));
  if (isAccepted) return { share: Rational.one, feedback: null };
  return { share: Rational.zero, feedback: key.otherFeedback ?? null };
}

/** A spelling to show: one without wildcards where there is one. */
export function spellingOf(key: TextKey): string {
  const full = (key.alternatives ?? []).filter(({ share }) => Rational.tryParse(share)?.equals(Rational.one));
  const patterns = [...key.accepted, ...full.map(({ text }) => text)];
  const plain = patterns.find((pattern) => splitPattern(pattern).length === 1);
  return plain === undefined ? patterns.join(' / ') : splitPattern(plain).join('');
}

export function textKeyProblems(key: TextKey): Problem[] {
  const alternatives = key.alternatives ?? [];
  const problems = [
    ...key.accepted.flatMap((pattern, index) => patternProblems(pattern, `/accepted/${index}`)),
    ...alternatives.flatMap(({ text, share }, index) => [
      // A lone `*` may earn a part, or nothing with feedback, but never everything.
      ...(Rational.tryParse(share)?.equals(Rational.one) ? patternProblems(text, `/alternatives/${index}/text`) : []),
      ...shareProblems(share, `/alternatives/${index}/share`, Rational.zero),
    ]),
  ];
  const isReachable = alternatives.some(({ share }) => Rational.tryParse(share)?.equals(Rational.one));
  if (key.accepted.length === 0 && !isReachable) {
    problems.push({ pointer: '/accepted', code: 'key_missing', detail: 'No answer is accepted.' });
  }
  return problems;
}

function patternProblems(pattern: string, pointer: string): Problem[] {
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

function fits(pattern: string, folded: string, isCaseSensitive: boolean): boolean {
  const level = isCaseSensitive ? asItIs : foldCase;
  const pieces = splitPattern(pattern);
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return level(folded) === level(fold(only));
  const levelled = pieces.map((piece) => level(foldInner(piece)));
  levelled[0] = levelled[0]!.trimStart(); // a pattern has at least one piece
  levelled[levelled.length - 1] = levelled.at(-1)!.trimEnd(); // as above
  return matchesPieces(level(folded), levelled);
}

function asItIs(text: string): string {
  return text;
}
