import type { Gap } from '#libs/contracts';

import type { Problem } from '../../problem.js';
import { Rational } from '../../rational.js';
import type { GapAnswer } from '../answer.js';
import { matchNumber, numberKeyProblems } from '../numeric/number-key.js';
import { keyIds, optionClass, optionProblems, shareOf, singleKeyProblems } from '../options.js';
import { orderWithin, presentParts } from '../parts.js';
import type { PaperGap } from '../paper-question.js';
import type { PartGroup, ResponseClass } from '../question-rules.js';
import { fold, foldCase } from '../short-text/fold.js';
import { type Match, matchText, spellingOf, textKeyProblems } from '../short-text/text-key.js';
import { unreachable } from '../../unreachable.js';

/** Options of different gaps may have the same id, so on the paper an option is named with its gap. */
export function optionKey(gap: Gap, optionId: string): string {
  return `${gap.id}/${optionId}`;
}

export function gapGroup(gap: Gap): PartGroup[] {
  if (gap.kind !== 'choice') return [];
  return [{ ids: gap.options.map(({ id }) => optionKey(gap, id)), shuffle: gap.shuffle ? 'allowed' : 'never' }];
}

/** The options of a drop-down in the order shown. */
export function gapOrder(gap: Gap, order: readonly string[]): string[] {
  return gapGroup(gap).flatMap(({ ids }) => orderWithin(order, ids));
}

export function presentGap(gap: Gap, place: number, order: readonly string[]): PaperGap {
  const id = String(place + 1);
  switch (gap.kind) {
    case 'text':
      return { id, kind: 'text' };
    case 'number':
      return { id, kind: 'number', ...(gap.unit === undefined ? {} : { unit: gap.unit }) };
    case 'choice': {
      const named = gap.options.map(({ id: optionId, text }) => ({ id: optionKey(gap, optionId), text }));
      return { id, kind: 'choice', options: presentParts(named, gapOrder(gap, order)) };
    }
    default:
      return unreachable('kind of gap', gap);
  }
}

/** What was put into the gap; an answer of the wrong kind earns nothing. */
export function matchGap(gap: Gap, given: GapAnswer): Match {
  switch (gap.kind) {
    case 'text':
      return 'text' in given ? matchText(gap, given.text) : nothing;
    case 'number':
      return 'text' in given ? matchNumber(gap, given.text) : nothing;
    case 'choice': {
      const chosen = 'choice' in given ? gap.options.find(({ id }) => id === given.choice) : undefined;
      if (chosen === undefined) return nothing;
      return { share: shareOf(chosen).clamp(Rational.zero, Rational.one), feedback: chosen.feedback ?? null };
    }
    default:
      return unreachable('kind of gap', gap);
  }
}

const nothing: Match = { share: Rational.zero, feedback: null };

export function isBlankGap(given: GapAnswer): boolean {
  return 'text' in given && fold(given.text) === '';
}

export function gapKey(gap: Gap): GapAnswer {
  switch (gap.kind) {
    case 'text':
      return { gap: gap.id, text: spellingOf(gap) };
    case 'number':
      return { gap: gap.id, text: gap.value };
    case 'choice':
      return { gap: gap.id, choice: keyIds(gap.options)[0] ?? '' };
    default:
      return unreachable('kind of gap', gap);
  }
}

export function gapClass(gap: Gap, given: GapAnswer): ResponseClass {
  if ('choice' in given) {
    return gap.kind === 'choice'
      ? optionClass(gap.options, given.choice, gap.id)
      : { partId: gap.id, value: given.choice, isRight: false };
  }
  const isRight = matchGap(gap, given).share.equals(Rational.one);
  const isLevel = gap.kind === 'text' && !gap.caseSensitive;
  return { partId: gap.id, value: isLevel ? foldCase(fold(given.text)) : fold(given.text), isRight };
}

/** The share of the gap that blind guessing earns: only a drop-down can be guessed. */
export function guessGap(gap: Gap): Rational {
  if (gap.kind !== 'choice' || gap.options.length === 0) return Rational.zero;
  return Rational.of(keyIds(gap.options).length, gap.options.length);
}

export function gapProblems(gap: Gap): Problem[] {
  const weight = gap.weight === undefined ? Rational.one : Rational.tryParse(gap.weight);
  const isWeighty = weight !== null && weight.compare(Rational.zero) > 0;
  const detail = 'The weight of a gap must be a number above zero.';
  return [...(isWeighty ? [] : [{ pointer: '/weight', code: 'weight_invalid', detail }]), ...keyProblems(gap)];
}

function keyProblems(gap: Gap): Problem[] {
  switch (gap.kind) {
    case 'text':
      return textKeyProblems(gap);
    case 'number':
      return numberKeyProblems(gap);
    case 'choice':
      return [...optionProblems(gap.options), ...singleKeyProblems(gap.options)];
    default:
      return unreachable('kind of gap', gap);
  }
}
