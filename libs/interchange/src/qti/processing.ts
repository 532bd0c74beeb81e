import { elementIn, elementsIn, type XmlElement } from '../xml/xml.js';
import type { Declarations } from './declarations.js';
import { conditionOf, constantOf, type Test } from './expressions.js';
import { rulesMax } from './limits.js';
import { Ratio } from './ratio.js';
import { attribute, textIn } from './tree.js';

/** A part of the score. */
export type Gain =
  | { readonly kind: 'map'; readonly response: string; readonly factor: Ratio }
  /** Earned when all tests hold. */
  | { readonly kind: 'match'; readonly tests: readonly Test[]; readonly worth: Ratio };

/** When a feedback is shown, as far as the rules say so plainly. */
export type Shown = 'right' | 'wrong' | 'always';

export interface Processing {
  readonly gains: readonly Gain[];
  /** Line of the first rule that was not understood. */
  readonly strangeLine: number | null;
  /** Outcomes that take the value of a response, so that an identifier of theirs names an option. */
  readonly echoes: ReadonlySet<string>;
  /** By outcome and identifier, as `FEEDBACK right`. */
  readonly shown: ReadonlyMap<string, Shown>;
  /** Whether the item says anything about scoring. */
  readonly isPresent: boolean;
}

const templates: Readonly<Record<string, 'match' | 'map'>> = {
  match_correct: 'match',
  map_response: 'map',
  CC2_match: 'match',
  CC2_match_basic: 'match',
  CC2_map_response: 'map',
};

/** The last part of a template's address, without ending: publishers keep the templates at many addresses. */
export function templateName(address: string): string {
  return (address.split(/[/\\]/).at(-1) ?? '').replace(/\.xml$/i, '');
}

/** Reads how an item is scored. Rules of the common simple shapes are understood; the first other one is named by its line. */
export function readProcessing(item: XmlElement, declarations: Declarations): Processing {
  const element = elementIn(item, 'qti-response-processing');
  if (!element) return { gains: [], strangeLine: null, echoes: new Set(), shown: new Map(), isPresent: false };
  const address = attribute(element, 'template') ?? attribute(element, 'template-location');
  return address && elementsIn(element).length === 0
    ? templated(element, templateName(address), declarations)
    : new Rules(declarations).read(element);
}

function templated(element: XmlElement, name: string, { responses }: Declarations): Processing {
  const way = templates[name];
  const gains = [...responses.keys()].map((response): Gain =>
    way === 'map'
      ? { kind: 'map', response, factor: Ratio.one }
      : { kind: 'match', tests: [{ response, value: null }], worth: Ratio.one },
  );
  const shown = new Map<string, Shown>([
    ['FEEDBACKBASIC correct', 'right'],
    ['FEEDBACKBASIC incorrect', 'wrong'],
  ]);
  const isKnown = way !== undefined;
  return {
    gains: isKnown ? gains : [],
    strangeLine: isKnown ? null : element.line,
    echoes: new Set(['FEEDBACK']),
    shown,
    isPresent: true,
  };
}

interface Value {
  readonly gains: readonly Gain[];
  /** Whether what the outcome had before is kept. */
  readonly isAdding: boolean;
}

interface Place {
  readonly tests: readonly Test[];
  readonly isElse: boolean;
  readonly shown: Shown | null;
}

const outside: Place = { tests: [], isElse: false, shown: 'always' };

class Rules {
  private readonly values = new Map<string, readonly Gain[]>();
  private readonly echoes = new Set<string>();
  private readonly shown = new Map<string, Shown>();
  private strangeLine: number | null = null;
  private rules = 0;

  constructor(private readonly declarations: Declarations) {}

  read(processing: XmlElement): Processing {
    for (const rule of elementsIn(processing)) this.run(rule, outside);
    const score = this.values.has('SCORE') ? 'SCORE' : [...this.values.keys()].find((id) => id !== 'MAXSCORE');
    const gains = this.values.get(score ?? 'SCORE') ?? [];
    const { strangeLine, echoes, shown } = this;
    return { gains, strangeLine, echoes, shown, isPresent: true };
  }

  private run(rule: XmlElement, place: Place): void {
    this.rules += 1;
    if (this.rules > rulesMax) return this.strange(rule);
    if (rule.name === 'qti-set-outcome-value') this.set(rule, place);
    else if (rule.name === 'qti-response-condition') this.choose(rule, place);
    else if (rule.name === 'qti-response-processing-fragment')
      for (const inner of elementsIn(rule)) this.run(inner, place);
    else this.strange(rule);
  }

  private strange({ line }: XmlElement): void {
    this.strangeLine ??= line;
  }

  private set(rule: XmlElement, place: Place): void {
    const outcome = attribute(rule, 'identifier') ?? '';
    const [expression] = elementsIn(rule);
    if (!expression) return this.strange(rule);
    if (outcome !== 'SCORE' && !this.declarations.outcomes.get(outcome)?.isNumber)
      return this.flag(outcome, rule, place);
    const value = this.valueOf(expression, outcome);
    if (!value) {
      // The greatest score follows from the key, so that how the item sets it is of no interest.
      if (outcome !== 'MAXSCORE') this.strange(rule);
      return;
    }
    const before = this.values.get(outcome) ?? [];
    const isInside = place.tests.length > 0 || place.isElse;
    const earned = value.gains.map((gain) => under(gain, place));
    if (earned.includes(null) || (isInside && !value.isAdding && before.length > 0 && earned.length > 0))
      return outcome === 'MAXSCORE' ? undefined : this.strange(rule);
    const kept = value.isAdding || isInside ? before : [];
    this.values.set(outcome, [...kept, ...earned.filter((gain) => gain !== null)]);
  }

  private flag(outcome: string, rule: XmlElement, { shown }: Place): void {
    for (const part of elementsIn(rule).flatMap((one) => [one, ...elementsIn(one)])) {
      if (part.name === 'qti-variable' && this.declarations.responses.has(attribute(part, 'identifier') ?? ''))
        this.echoes.add(outcome);
      if (part.name === 'qti-base-value' && shown) this.shown.set(`${outcome} ${textIn(part)}`, shown);
    }
  }

  private choose(rule: XmlElement, place: Place): void {
    const before = new Map(this.values);
    const earned = new Map<string, Gain[]>();
    let isTested = false;
    for (const branch of elementsIn(rule)) {
      const [first, ...others] = elementsIn(branch);
      const isElse = branch.name === 'qti-response-else';
      const condition = isElse || !first ? null : conditionOf(first);
      const inner = isElse ? [first, ...others] : others;
      const tests = condition?.kind === 'tests' ? condition.tests : [];
      if (condition?.kind === 'other' && first && this.touchesScore(inner)) this.strange(first);
      // Where only answered and unanswered are told apart, what stands in the other branch holds without a condition.
      const within = { tests: [...place.tests, ...tests], isElse: place.isElse || (isElse && isTested) };
      const shown: Shown | null = isElse && isTested ? 'wrong' : tests.length > 0 ? 'right' : null;
      for (const one of inner) if (one) this.run(one, { ...within, shown });
      isTested ||= tests.length > 0 || condition?.kind === 'other';
      for (const [outcome, gains] of this.values) {
        const old = before.get(outcome) ?? [];
        const known = new Set(old);
        const fresh = gains.filter((gain) => !known.has(gain));
        earned.set(outcome, [...(earned.get(outcome) ?? []), ...fresh]);
        this.values.set(outcome, old);
      }
    }
    for (const [outcome, gains] of earned) this.values.set(outcome, [...(before.get(outcome) ?? []), ...gains]);
  }

  private touchesScore(rules: readonly (XmlElement | undefined)[]): boolean {
    return rules.some((rule) => {
      if (rule?.name !== 'qti-set-outcome-value') return rule !== undefined && this.touchesScore(elementsIn(rule));
      const outcome = attribute(rule, 'identifier') ?? '';
      return outcome === 'SCORE' || this.declarations.outcomes.get(outcome)?.isNumber === true;
    });
  }

  private valueOf(expression: XmlElement, own: string): Value | null {
    const constant = constantOf(expression);
    if (constant) {
      const gain: Gain = { kind: 'match', tests: [], worth: constant };
      return { gains: constant.equals(Ratio.zero) ? [] : [gain], isAdding: false };
    }
    const id = attribute(expression, 'identifier') ?? '';
    switch (expression.name) {
      case 'qti-map-response':
        return { gains: [{ kind: 'map', response: id, factor: Ratio.one }], isAdding: false };
      case 'qti-variable':
        if (this.declarations.responses.has(id)) return null;
        return id === own ? { gains: [], isAdding: true } : { gains: this.values.get(id) ?? [], isAdding: false };
      case 'qti-sum':
        return this.sum(elementsIn(expression), own);
      case 'qti-product':
      case 'qti-divide':
        return this.scaled(expression, own);
      default:
        return null;
    }
  }

  private sum(parts: readonly XmlElement[], own: string): Value | null {
    const values = parts.map((part) => this.valueOf(part, own));
    if (values.includes(null)) return null;
    const known = values.filter((value) => value !== null);
    // Outcomes that add up earlier ones twice grow to any size within a few rules.
    if (known.reduce((count, { gains }) => count + gains.length, 0) > rulesMax) return null;
    return { gains: known.flatMap(({ gains }) => gains), isAdding: known.some(({ isAdding }) => isAdding) };
  }

  private scaled(expression: XmlElement, own: string): Value | null {
    const [one, other, ...more] = elementsIn(expression);
    if (!one || !other || more.length > 0) return null;
    const isDivide = expression.name === 'qti-divide';
    const [first, second] = [constantOf(one), constantOf(other)];
    const factor = second ?? (isDivide ? null : first);
    const value = this.valueOf(second ? one : other, own);
    if (!factor || !value || value.isAdding || factor.equals(Ratio.zero)) return null;
    const by = isDivide ? Ratio.one.over(factor) : factor;
    return { gains: value.gains.map((gain) => times(gain, by)), isAdding: false };
  }
}

function times(gain: Gain, by: Ratio): Gain {
  return gain.kind === 'map' ? { ...gain, factor: gain.factor.times(by) } : { ...gain, worth: gain.worth.times(by) };
}

/** The gain with the conditions around it, or null where that has no simple form. */
function under(gain: Gain, { tests, isElse }: Place): Gain | null {
  if (isElse) return null;
  if (gain.kind === 'map') return tests.length === 0 ? gain : null;
  return { ...gain, tests: [...tests, ...gain.tests] };
}
