import type { Declarations, MapEntry, Mapping, Response } from './declarations.js';
import type { Test, Tolerance } from './expressions.js';
import { ItemRefused, type Losses } from './findings.js';
import type { Gain, Processing } from './processing.js';
import { Ratio, sumOf } from './ratio.js';

/** How one response earns its part of the score. */
export type Rule =
  | {
      readonly kind: 'match';
      readonly worth: Ratio;
      readonly tolerance?: Tolerance;
      readonly isCaseSensitive?: boolean;
    }
  | { readonly kind: 'map'; readonly mapping: Mapping; readonly factor: Ratio };

/** How the responses together do: each for itself, or all or nothing. */
export type Scoring =
  | { readonly kind: 'each'; readonly rules: ReadonlyMap<string, Rule> }
  | { readonly kind: 'all'; readonly worth: Ratio; readonly tests: readonly Test[] };

/**
 * How the responses named are scored. Rules that were not understood become “the correct response earns the mark”, which is said;
 * without a correct response the item is refused.
 */
export function scoringOf(ids: readonly string[], item: ItemScoring, losses: Losses): Scoring {
  const { declarations, processing, line } = item;
  const understood = processing.strangeLine === null ? understand(ids, processing.gains, declarations) : null;
  if (understood) return understood;
  const reason = !processing.isPresent
    ? 'The item does not say how answers are scored'
    : processing.strangeLine === null
      ? 'What earns the score is not said of every response'
      : 'The item has rules of its own for the score, which are not read';
  const where = processing.strangeLine ?? line;
  const rules = ids.map((id): [string, Rule] => [id, fallback(declarations.responses.get(id), where, reason)]);
  losses.add(where, `${reason}: the correct response earns the mark.`);
  return { kind: 'each', rules: new Map(rules) };
}

export interface ItemScoring {
  readonly declarations: Declarations;
  readonly processing: Processing;
  readonly line: number;
}

function fallback(response: Response | undefined, line: number, reason: string): Rule {
  if (response?.correct.length) return { kind: 'match', worth: Ratio.one };
  if (response?.mapping) return { kind: 'map', mapping: response.mapping, factor: Ratio.one };
  throw new ItemRefused(line, `${reason}, and it declares no correct response.`);
}

function understand(ids: readonly string[], gains: readonly Gain[], declarations: Declarations): Scoring | null {
  const [only] = gains;
  if (gains.length === 1 && only?.kind === 'match' && ids.length > 1 && isAllOf(ids, only))
    return { kind: 'all', worth: only.worth, tests: only.tests };
  const rules = ids.map((id): [string, Rule | null] => [id, ruleOf(id, gains, declarations.responses.get(id))]);
  const known = rules.flatMap(([id, rule]): [string, Rule][] => (rule ? [[id, rule]] : []));
  const isComplete = known.length === ids.length && gains.every((gain) => isOfOne(gain, ids));
  return isComplete ? { kind: 'each', rules: new Map(known) } : null;
}

function isAllOf(ids: readonly string[], { tests }: Extract<Gain, { kind: 'match' }>): boolean {
  const named = new Set(tests.map(({ response }) => response));
  return tests.every(({ value }) => value === null) && ids.every((id) => named.has(id));
}

function isOfOne(gain: Gain, ids: readonly string[]): boolean {
  return gain.kind === 'map' ? ids.includes(gain.response) : gain.tests.length === 1;
}

function ruleOf(id: string, gains: readonly Gain[], response: Response | undefined): Rule | null {
  const own = gains.filter((gain) =>
    gain.kind === 'map' ? gain.response === id : gain.tests.some(({ response: name }) => name === id),
  );
  const [first] = own;
  if (!response || !first) return null;
  if (own.length === 1 && first.kind === 'map')
    return response.mapping ? { kind: 'map', mapping: response.mapping, factor: first.factor } : null;
  const matches = own.filter((gain) => gain.kind === 'match');
  if (matches.length < own.length || matches.some(({ tests }) => tests.length !== 1)) return null;
  const test = first.kind === 'match' ? first.tests[0] : undefined;
  if (own.length === 1 && first.kind === 'match' && test?.value === null) {
    if (response.correct.length === 0) return null;
    return matchRule(test, first.worth);
  }
  return listedValues(matches, response);
}

/** The correct response, compared as the test says. */
export function matchRule(test: Test | undefined, worth: Ratio): Rule {
  const { tolerance, isCaseSensitive } = test ?? {};
  return {
    kind: 'match',
    worth,
    ...(tolerance && { tolerance }),
    ...(isCaseSensitive !== undefined && { isCaseSensitive }),
  };
}

/** Rules that name the values one by one are a mapping in other words. */
function listedValues(gains: readonly Extract<Gain, { kind: 'match' }>[], response: Response): Rule | null {
  const entries = gains.map(({ tests: [test], worth }): MapEntry | null => {
    const key = test?.value ?? response.correct[0];
    if (!test || key === undefined || test.tolerance || (test.value === null && response.correct.length > 1))
      return null;
    return { key, value: worth, isCaseSensitive: test.isCaseSensitive !== false };
  });
  const known = entries.filter((entry) => entry !== null);
  if (known.length < entries.length) return null;
  // Where more than one rule names a value, both hold.
  const keys = [...new Set(known.map(({ key }) => key))];
  const merged = keys.map((key) => {
    const same = known.filter((entry) => entry.key === key);
    return {
      key,
      value: sumOf(same.map(({ value }) => value)),
      isCaseSensitive: same.every((one) => one.isCaseSensitive),
    };
  });
  const mapping = { entries: merged, otherwise: Ratio.zero, least: null, most: null };
  return { kind: 'map', mapping, factor: Ratio.one };
}

/** What a value is worth, before the bounds. */
export function mappedValue({ entries, otherwise }: Mapping, key: string): Ratio {
  const exact = entries.find((entry) => entry.key === key);
  const loose = () => entries.find((entry) => !entry.isCaseSensitive && entry.key.toUpperCase() === key.toUpperCase());
  return (exact ?? loose())?.value ?? otherwise;
}
