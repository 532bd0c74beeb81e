import { elementsIn, type XmlElement } from '../xml/xml.js';
import { Ratio, sumOf } from './ratio.js';
import { attribute, textIn } from './tree.js';

export interface Tolerance {
  readonly kind: 'absolute' | 'relative';
  readonly value: Ratio;
}

/** A comparison of one response: with its correct response, or with a value that stands in the rule. */
export interface Test {
  readonly response: string;
  /** Null for the correct response. */
  readonly value: string | null;
  readonly tolerance?: Tolerance;
  readonly isCaseSensitive?: boolean;
}

/** What a condition asks; `other` is what is not understood. */
export type Condition =
  { readonly kind: 'tests'; readonly tests: readonly Test[] } | { readonly kind: 'answered' | 'unanswered' | 'other' };

const other: Condition = { kind: 'other' };

export function conditionOf(expression: XmlElement): Condition {
  const parts = elementsIn(expression);
  switch (expression.name) {
    case 'qti-match':
    case 'qti-equal':
    case 'qti-string-match':
    case 'qti-member':
      return comparison(expression, parts);
    case 'qti-and':
      return allOf(parts.map(conditionOf));
    case 'qti-is-null':
      return { kind: 'unanswered' };
    case 'qti-not': {
      const [inner] = parts;
      return inner?.name === 'qti-is-null' ? { kind: 'answered' } : other;
    }
    default:
      return other;
  }
}

function allOf(conditions: readonly Condition[]): Condition {
  const tests = conditions.flatMap((condition) => (condition.kind === 'tests' ? condition.tests : []));
  const isClear = conditions.every(({ kind }) => kind === 'tests' || kind === 'answered');
  return isClear ? { kind: 'tests', tests } : other;
}

function comparison(expression: XmlElement, parts: readonly XmlElement[]): Condition {
  const variable = parts.find(({ name }) => name === 'qti-variable');
  const against = parts.find((part) => part !== variable);
  const response = variable && attribute(variable, 'identifier');
  if (parts.length !== 2 || !response || !against) return other;
  const tolerance = toleranceOf(expression);
  if (tolerance === 'unknown') return other;
  const test = {
    response,
    ...(tolerance && { tolerance }),
    ...(expression.name === 'qti-string-match' && {
      isCaseSensitive: attribute(expression, 'case-sensitive') !== 'false',
    }),
  };
  if (against.name === 'qti-correct' && attribute(against, 'identifier') === response)
    return { kind: 'tests', tests: [{ ...test, value: null }] };
  if (against.name === 'qti-base-value') return { kind: 'tests', tests: [{ ...test, value: textIn(against) }] };
  return other;
}

/** QTI states a relative tolerance in percent, and may state two that differ by side. */
function toleranceOf(expression: XmlElement): Tolerance | null | 'unknown' {
  const mode = attribute(expression, 'tolerance-mode') ?? 'exact';
  if (expression.name !== 'qti-equal' || mode === 'exact') return null;
  const [low, high = low] = (attribute(expression, 'tolerance') ?? '').split(/\s+/).map((text) => Ratio.read(text));
  if (!low || !high || !low.equals(high)) return 'unknown';
  if (mode === 'absolute') return { kind: 'absolute', value: low };
  return mode === 'relative' ? { kind: 'relative', value: low.over(Ratio.of(100)) } : 'unknown';
}

const termsMax = 20;
const modest = 10n ** 100n;

/** A number that does not depend on the answer, or null; also for numbers too large to be points. */
export function constantOf(expression: XmlElement): Ratio | null {
  const value = constantIn(expression);
  const isModest = value && value.numerator < modest && -value.numerator < modest && value.denominator < modest;
  return isModest ? value : null;
}

function constantIn(expression: XmlElement): Ratio | null {
  const parts = elementsIn(expression);
  if (parts.length > termsMax) return null;
  if (expression.name === 'qti-base-value') return Ratio.read(textIn(expression));
  const values = parts.map(constantOf).filter((value) => value !== null);
  if (values.length < parts.length || values.length === 0) return null;
  const [first = Ratio.one, second] = values;
  switch (expression.name) {
    case 'qti-sum':
      return sumOf(values);
    case 'qti-product':
      return values.reduce((product, value) => product.times(value), Ratio.one);
    case 'qti-divide':
      return second && !second.equals(Ratio.zero) ? first.over(second) : null;
    case 'qti-subtract':
      return second ? first.plus(second.negated()) : null;
    default:
      return null;
  }
}
