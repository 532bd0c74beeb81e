import type { Question } from '#libs/contracts';

import type { Mapping, Response } from './declarations.js';
import { ItemRefused, type Losses } from './findings.js';
import { mostOf, Ratio, sumOf } from './ratio.js';
import { mappedValue, type Rule } from './scoring.js';

type Choice = Extract<Question, { type: 'single_choice' | 'multiple_choice' }>;
type Single = Pick<Extract<Question, { type: 'single_choice' }>, 'type' | 'floor'>;
type Multiple = Pick<Extract<Question, { type: 'multiple_choice' }>, 'type' | 'floor' | 'scoring'>;

/** What decides about a choice, but for its texts. */
export interface ChoiceKey {
  readonly points: Ratio;
  readonly key: Single | Multiple;
  /** By option, in the order of the ids given. */
  readonly options: readonly Pick<Choice['options'][number], 'isKey' | 'share'>[];
}

const minusOne = Ratio.of(-1);

/** One may be chosen. */
export function singleKey(ids: readonly string[], response: Response, rule: Rule, losses: Losses): ChoiceKey {
  const { correct, line } = response;
  if (rule.kind === 'match') {
    const [right = ''] = correct;
    if (!ids.includes(right)) throw new ItemRefused(line, 'The correct response names no option.');
    const options = ids.map((id) => ({ isKey: id === right }));
    return { points: positive(rule.worth, line), key: { type: 'single_choice' }, options };
  }
  const { least, most } = rule.mapping;
  const values = ids.map((id) => mappedValue(rule.mapping, id).clamp(least, most));
  const best = positive(mostOf(values), line);
  const right = values.findIndex((value, index) => value.equals(best) && correct.includes(ids[index] ?? ''));
  const key = right === -1 ? values.findIndex((value) => value.equals(best)) : right;
  const shares = values.map((value) => cut(value.over(best), line, losses));
  const lowest = shares.reduce((low, share) => (low.isAbove(share) ? share : low), Ratio.zero);
  return {
    points: positive(best.times(rule.factor), line),
    key: { type: 'single_choice', ...(Ratio.zero.isAbove(lowest) && { floor: lowest.toString() }) },
    options: shares.map((share, index) => ({
      isKey: index === key,
      ...(index !== key && !share.equals(Ratio.zero) && { share: share.toString() }),
    })),
  };
}

/** Any number may be chosen, or at most `choicesMax`. */
export function multipleKey(
  ids: readonly string[],
  response: Response,
  { rule, choicesMax, losses }: { rule: Rule; choicesMax: number; losses: Losses },
): ChoiceKey {
  const { correct, line } = response;
  if (rule.kind === 'match') {
    if (!correct.some((id) => ids.includes(id))) throw new ItemRefused(line, 'The correct response names no option.');
    const options = ids.map((id) => ({ isKey: correct.includes(id) }));
    return { points: positive(rule.worth, line), key: { type: 'multiple_choice' }, options };
  }
  const values = ids.map((id) => mappedValue(rule.mapping, id));
  const best = positive(attainable(values, rule.mapping, choicesMax || ids.length), line);
  const isRight = values.map((value) => value.isAbove(Ratio.zero));
  if (correct.length > 0 && ids.some((id, index) => correct.includes(id) !== isRight[index]))
    losses.add(line, 'The correct response is not what earns the most: the mapping decides.');
  const shares = values.map((value) => cut(value.over(best), line, losses));
  const floor = floorOf(rule.mapping, shares, best);
  if (rule.mapping.least?.isAbove(Ratio.zero)) losses.add(line, 'The least score is above zero; here it is zero.');
  return {
    points: positive(best.times(rule.factor), line),
    key: { type: 'multiple_choice', scoring: 'weighted', ...(floor && { floor: floor.toString() }) },
    options: shares.map((share, index) => ({ isKey: isRight[index] === true, share: share.toString() })),
  };
}

function attainable(values: readonly Ratio[], { most }: Mapping, choicesMax: number): Ratio {
  const gains = values.filter((value) => value.isAbove(Ratio.zero)).toSorted((a, b) => b.compare(a));
  return sumOf(gains.slice(0, choicesMax)).clamp(null, most);
}

/** Without a bound of its own a mapping goes as low as its losses add up to; ours ends at the whole mark. */
function floorOf({ least }: Mapping, shares: readonly Ratio[], best: Ratio): Ratio | null {
  const lowest = sumOf(shares.filter((share) => Ratio.zero.isAbove(share)));
  const bound = (least?.over(best) ?? lowest).clamp(minusOne, Ratio.zero);
  return bound.equals(Ratio.zero) ? null : bound;
}

/** A share beyond the whole mark cannot be held. */
function cut(share: Ratio, line: number, losses: Losses): Ratio {
  const held = share.clamp(minusOne, Ratio.one);
  if (!held.equals(share))
    losses.add(line, `An option counts ${share.toString()} of the mark; here ${held.toString()}.`);
  return held;
}

export function positive(points: Ratio, line: number): Ratio {
  if (points.isAbove(Ratio.zero)) return points;
  throw new ItemRefused(line, 'No answer earns anything.');
}
