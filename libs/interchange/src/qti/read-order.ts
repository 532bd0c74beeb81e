import { elementIn, elementsIn, type XmlElement } from '../xml/xml.js';
import { positive } from './choice-key.js';
import { ItemRefused } from './findings.js';
import { type Draft, type ItemContext, soleRule } from './item-context.js';
import { Ratio } from './ratio.js';
import { asBlock } from './read-choice.js';
import { attribute } from './tree.js';

/** Things to be put in order: all or nothing. */
export function readOrder(body: XmlElement, interaction: XmlElement, context: ItemContext): Draft {
  const { prose, losses } = context;
  const { response, rule } = soleRule(interaction, context);
  const { correct, line } = response;
  const choices = elementsIn(interaction, 'qti-simple-choice');
  const byId = new Map(choices.map((choice) => [attribute(choice, 'identifier') ?? '', choice]));
  if (correct.length < 2) throw new ItemRefused(line, 'The right order is not declared.');
  if (rule.kind === 'map')
    losses.add(line, 'Parts of the right order count something; here only the whole order does.');
  for (const [id, choice] of byId)
    if (!correct.includes(id)) losses.add(choice.line, `“${id}” is no part of the right order and was left out.`);
  const items = correct.map((id) => {
    const choice = byId.get(id);
    if (!choice) throw new ItemRefused(line, `The right order names “${id}”, which is not there.`);
    return { id, text: prose.read(choice.children, choice.line) };
  });
  const prompt = elementIn(interaction, 'qti-prompt');
  return {
    stem: prose.read([body], body.line, (element) => (element === interaction ? asBlock(prompt) : null)),
    points: rule.kind === 'match' ? positive(rule.worth, line) : Ratio.one,
    key: { type: 'ordering', items, scoring: 'exact' },
  };
}
