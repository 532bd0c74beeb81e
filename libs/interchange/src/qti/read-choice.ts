import { elementIn, elementsIn, type XmlElement, type XmlNode } from '../xml/xml.js';
import { type ChoiceKey, multipleKey, singleKey } from './choice-key.js';
import { type Draft, type ItemContext, soleRule } from './item-context.js';
import { allBelow, attribute, isTrue, wholeNumber } from './tree.js';

/** A list of options of which one or several are right. */
export function readChoice(body: XmlElement, interaction: XmlElement, context: ItemContext): Draft {
  const { prose, losses } = context;
  const options = elementsIn(interaction, 'qti-simple-choice');
  const key = choiceKey(interaction, options, context);
  const shuffle = isTrue(interaction, 'shuffle');
  const fixed = options.find((option) => isTrue(option, 'fixed'));
  if (shuffle && fixed) losses.add(fixed.line, 'The fixed place of an option is not kept.');
  const prompt = elementIn(interaction, 'qti-prompt');
  const stem = prose.read([body], body.line, (element) => (element === interaction ? asBlock(prompt) : null));
  const texts = options.map((option) => optionText(option, context));
  return { stem, points: key.points, key: withOptions(key, options, texts, { shuffle, context }) };
}

/** Phrases of a text to choose from. They stand below the text as options and stay marked in it. */
export function readHottext(body: XmlElement, interaction: XmlElement, context: ItemContext): Draft {
  const { prose, losses } = context;
  const options = allBelow(interaction, 'qti-hottext');
  const key = choiceKey(interaction, options, context);
  losses.add(interaction.line, 'The phrases are chosen from a list below the text, not in the text itself.');
  const stem = prose.read([body], body.line, (element) => {
    if (element === interaction) return interaction.children.map(markHottext);
    return null;
  });
  const texts = options.map((option) => optionText(option, context));
  return { stem, points: key.points, key: withOptions(key, options, texts, { shuffle: false, context }) };
}

function markHottext(node: XmlNode): XmlNode {
  if (typeof node === 'string') return node;
  if (node.name === 'qti-prompt') return { ...node, name: 'div' };
  const children = node.children.map(markHottext);
  return node.name === 'qti-hottext'
    ? { ...node, name: 'strong', attributes: new Map(), children }
    : { ...node, children };
}

export function asBlock(prompt: XmlElement | undefined): readonly XmlNode[] {
  return prompt ? [{ ...prompt, name: 'div', attributes: new Map() }] : [];
}

function optionText(option: XmlElement, { prose }: ItemContext): string {
  return prose.read(option.children, option.line);
}

function choiceKey(interaction: XmlElement, options: readonly XmlElement[], context: ItemContext): ChoiceKey {
  const { response, rule } = soleRule(interaction, context);
  const ids = options.map((option) => attribute(option, 'identifier') ?? '');
  const choicesMax = wholeNumber(interaction, 'max-choices', 1);
  const choicesMin = wholeNumber(interaction, 'min-choices', 0);
  if (response.cardinality === 'single' || choicesMax === 1) return singleKey(ids, response, rule, context.losses);
  if (choicesMax > 1 && choicesMax < ids.length)
    context.losses.add(interaction.line, `That at most ${choicesMax} may be chosen is not kept.`);
  if (choicesMin > 1) context.losses.add(interaction.line, `That at least ${choicesMin} must be chosen is not kept.`);
  return multipleKey(ids, response, { rule, choicesMax, losses: context.losses });
}

interface ChoiceParts {
  readonly shuffle: boolean;
  readonly context: ItemContext;
}

function withOptions(
  { key, options }: ChoiceKey,
  elements: readonly XmlElement[],
  texts: readonly string[],
  { shuffle, context }: ChoiceParts,
): Readonly<Record<string, unknown>> {
  const made = elements.map((element, index) => {
    const feedback = context.feedback.ofOption(element);
    return {
      id: attribute(element, 'identifier') ?? '',
      text: texts[index] ?? '',
      isKey: options[index]?.isKey === true,
      ...(options[index]?.share !== undefined && { share: options[index].share }),
      ...(feedback && { feedback }),
    };
  });
  return trueFalse(made, key) ?? { ...key, options: made, shuffle };
}

interface MadeOption {
  readonly id: string;
  readonly text: string;
  readonly isKey: boolean;
  readonly share?: string;
  readonly feedback?: string;
}

/** The form in which our own true-or-false questions are written. */
function trueFalse(
  options: readonly MadeOption[],
  { type }: ChoiceKey['key'],
): Readonly<Record<string, unknown>> | null {
  const [yes, no] = options;
  const isPair = options.length === 2 && yes?.id === 'true' && no?.id === 'false';
  if (!isPair || type !== 'single_choice' || options.some(({ share }) => share !== undefined)) return null;
  if (yes.text.toLowerCase() !== 'true' || no.text.toLowerCase() !== 'false') return null;
  const feedback = { ...(yes.feedback && { true: yes.feedback }), ...(no.feedback && { false: no.feedback }) };
  return { type: 'true_false', key: yes.isKey, ...(Object.keys(feedback).length > 0 && { feedback }) };
}
