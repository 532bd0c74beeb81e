import { elementsIn, isXmlElement, type XmlElement, type XmlNode } from '../xml/xml.js';
import { positive } from './choice-key.js';
import type { Response } from './declarations.js';
import { ItemRefused } from './findings.js';
import { type Draft, type ItemContext, soleRule } from './item-context.js';
import { Ratio } from './ratio.js';
import { clozeKey, clozeStem, gapNames, type MadeGap, optionOf } from './read-gaps.js';
import { mappedValue, type Rule } from './scoring.js';
import { allBelow, attribute, isTrue } from './tree.js';

/** Texts to be put into the gaps of a text: each gap becomes a drop-down of all of them. */
export function readGapMatch(body: XmlElement, interaction: XmlElement, context: ItemContext): Draft {
  const { response, rule } = soleRule(interaction, context);
  const texts = elementsIn(interaction).filter(isGapText);
  const gaps = allBelow(interaction, 'qti-gap');
  if (gaps.length === 0) throw new ItemRefused(interaction.line, 'The text has no gap.');
  if (texts.length > 1 && texts.some((text) => (attribute(text, 'match-max') ?? '1') === '1'))
    context.losses.add(interaction.line, 'That a text fits into one gap only is not kept.');
  const shuffle = isTrue(interaction, 'shuffle');
  const names = gapNames(gaps.map((gap) => attribute(gap, 'identifier') ?? ''));
  const made = gaps.map((gap, index): MadeGap => {
    const right = rightText(gap, { texts, response, rule, gaps: gaps.length });
    const options = texts.map((text) => optionOf(text, { isKey: text === right.text }, context));
    return { id: names[index] ?? '', points: right.points, gap: { kind: 'choice', options, shuffle } };
  });
  const stem = clozeStem(body, context, (element) => {
    if (element === interaction) return interaction.children.filter(isShown).map(asDiv);
    return names[gaps.indexOf(element)] ?? null;
  });
  const isAll = rule.kind === 'match' && gaps.length > 1;
  return {
    stem,
    ...clozeKey(made, isAll ? { kind: 'all', worth: rule.worth, tests: [] } : { kind: 'each', rules: new Map() }),
  };
}

function isGapText({ name }: XmlElement): boolean {
  return name === 'qti-gap-text' || name === 'qti-gap-img';
}

function isShown(node: XmlNode): boolean {
  return !isXmlElement(node) || !isGapText(node);
}

function asDiv(node: XmlNode): XmlNode {
  return isXmlElement(node) && node.name === 'qti-prompt' ? { ...node, name: 'div' } : node;
}

interface GapMatch {
  readonly texts: readonly XmlElement[];
  readonly response: Response;
  readonly rule: Rule;
  readonly gaps: number;
}

/** The text that belongs into the gap, and what it earns there. */
function rightText(gap: XmlElement, { texts, response, rule, gaps }: GapMatch): { text: XmlElement; points: Ratio } {
  const id = attribute(gap, 'identifier') ?? '';
  const pairOf = (text: XmlElement) => `${attribute(text, 'identifier') ?? ''} ${id}`;
  const values = texts.map((text) => (rule.kind === 'map' ? mappedValue(rule.mapping, pairOf(text)) : Ratio.zero));
  const rewarded = values.reduce(
    (best, value, index) => (value.isAbove(values[best] ?? Ratio.zero) ? index : best),
    -1,
  );
  const named = texts.find((text) => response.correct.includes(pairOf(text)));
  const text = named ?? texts[rewarded];
  if (!text) throw new ItemRefused(gap.line, `Nothing says what belongs into the gap “${id}”.`);
  const worth =
    rule.kind === 'match'
      ? rule.worth.over(Ratio.of(gaps))
      : mappedValue(rule.mapping, pairOf(text)).times(rule.factor);
  return { text, points: positive(worth, gap.line) };
}
