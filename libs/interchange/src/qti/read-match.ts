import { elementIn, elementsIn, type XmlElement } from '../xml/xml.js';
import { positive } from './choice-key.js';
import type { Mapping, Response } from './declarations.js';
import { ItemRefused, type Losses } from './findings.js';
import { type Draft, type ItemContext, soleRule } from './item-context.js';
import { mostOf, Ratio, sumOf } from './ratio.js';
import { asBlock } from './read-choice.js';
import { mappedValue, type Rule } from './scoring.js';
import { attribute, isTrue, wholeNumber } from './tree.js';

interface Sets {
  readonly prompts: readonly XmlElement[];
  readonly choices: readonly XmlElement[];
  /** Choice by prompt. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly isSwapped: boolean;
}

/** Two sets whose members belong together. The side of which each has one partner makes the prompts. */
export function readMatch(body: XmlElement, interaction: XmlElement, context: ItemContext): Draft {
  const { prose, losses } = context;
  const { response, rule } = soleRule(interaction, context);
  const sets = setsOf(interaction, rightPairs(interaction, response, rule));
  const prompts = sets.prompts.filter((prompt) => {
    const isUsed = sets.pairs.has(idOf(prompt));
    if (!isUsed) losses.add(prompt.line, `“${idOf(prompt)}” belongs to nothing and was left out.`);
    return isUsed;
  });
  const partOf = (element: XmlElement) => ({
    id: idOf(element),
    text: prose.read(element.children, element.line),
  });
  const prompt = elementIn(interaction, 'qti-prompt');
  return {
    stem: prose.read([body], body.line, (element) => (element === interaction ? asBlock(prompt) : null)),
    points: pointsOf(rule, response, sets, losses),
    key: {
      type: 'matching',
      prompts: prompts.map((element) => ({ ...partOf(element), match: sets.pairs.get(idOf(element)) })),
      choices: sets.choices.map(partOf),
      shuffle: isTrue(interaction, 'shuffle'),
      scoring: rule.kind === 'match' ? 'all_or_nothing' : 'per_part',
    },
  };
}

function idOf(element: XmlElement): string {
  return attribute(element, 'identifier') ?? '';
}

function setsOf(interaction: XmlElement, pairs: readonly (readonly [string, string])[]): Sets {
  const [first, second] = elementsIn(interaction, 'qti-simple-match-set').map((set) =>
    elementsIn(set, 'qti-simple-associable-choice'),
  );
  if (!first || !second) throw new ItemRefused(interaction.line, 'The interaction does not have two sets to match.');
  const forth = new Map(pairs);
  const back = new Map(pairs.map(([one, other]) => [other, one]));
  if (pairs.length === 0) throw new ItemRefused(interaction.line, 'No pair is right.');
  const mayBePrompts = (elements: readonly XmlElement[], by: ReadonlyMap<string, string>) =>
    by.size === pairs.length &&
    elements.every((element) => wholeNumber(element, 'match-max', 1) === 1 || by.has(idOf(element)));
  const isComplete = (elements: readonly XmlElement[], by: ReadonlyMap<string, string>) =>
    elements.every((element) => by.has(idOf(element)));
  const isForth = mayBePrompts(first, forth);
  const isBack = mayBePrompts(second, back);
  if (isForth && (isComplete(first, forth) || !isBack || !isComplete(second, back)))
    return { prompts: first, choices: second, pairs: forth, isSwapped: false };
  if (isBack) return { prompts: second, choices: first, pairs: back, isSwapped: true };
  throw new ItemRefused(interaction.line, 'On both sides something belongs to several partners, which is not held.');
}

/** Those of the correct response, or those that the mapping rewards. */
function rightPairs(interaction: XmlElement, response: Response, rule: Rule): [string, string][] {
  const rewarded =
    rule.kind === 'map'
      ? rule.mapping.entries.filter(({ value }) => value.isAbove(Ratio.zero)).map(({ key }) => key)
      : [];
  const named = response.correct.length > 0 ? response.correct : rewarded;
  const ids = new Set(elementsIn(interaction, 'qti-simple-match-set').flatMap((set) => elementsIn(set).map(idOf)));
  return named.map((pair) => {
    const [one = '', other = ''] = pair.split(' ');
    if (!ids.has(one) || !ids.has(other))
      throw new ItemRefused(response.line, `The pair “${pair}” names nothing there is.`);
    return [one, other];
  });
}

function pointsOf(rule: Rule, { line }: Response, sets: Sets, losses: Losses): Ratio {
  if (rule.kind === 'match') return positive(rule.worth, line);
  const { mapping, factor } = rule;
  const values = [...sets.pairs].map(([prompt, choice]) =>
    mappedValue(mapping, sets.isSwapped ? `${choice} ${prompt}` : `${prompt} ${choice}`),
  );
  const total = sumOf(values);
  const best = positive(total.clamp(null, mapping.most), line);
  if (values.some((value) => !value.equals(mostOf(values))))
    losses.add(line, 'Pairs count differently; here all count the same.');
  if (!total.equals(best))
    losses.add(line, 'The greatest score is below that of all pairs; here all pairs are needed.');
  if (costsAnything(mapping, sets)) losses.add(line, 'Wrong pairs count too; here they count nothing.');
  return best.times(factor);
}

function costsAnything({ entries, otherwise }: Mapping, { pairs, isSwapped }: Sets): boolean {
  const right = new Set([...pairs].map(([one, other]) => (isSwapped ? `${other} ${one}` : `${one} ${other}`)));
  const others = entries.filter(({ key }) => !right.has(key)).map(({ value }) => value);
  return [otherwise, ...others].some((value) => !value.equals(Ratio.zero));
}
