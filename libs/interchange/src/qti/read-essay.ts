import { elementIn, type XmlElement } from '../xml/xml.js';
import type { Draft, ItemContext } from './item-context.js';
import { Ratio } from './ratio.js';
import { asBlock } from './read-choice.js';
import { attribute } from './tree.js';

/** Free text, marked by a person whatever the item says of its score. */
export function readEssay(body: XmlElement, interaction: XmlElement, context: ItemContext): Draft {
  const { prose, losses, scoring, markerNotes } = context;
  const { declarations, processing } = scoring;
  if (processing.gains.length > 0 || processing.strangeLine !== null)
    losses.add(
      processing.strangeLine ?? interaction.line,
      'The text is marked by a person, not by the rules of the item.',
    );
  const most = declarations.outcomes.get('SCORE')?.most;
  const prompt = elementIn(interaction, 'qti-prompt');
  const format = (attribute(interaction, 'format') ?? '').toLowerCase().replace('-', '');
  return {
    stem: prose.read([body], body.line, (element) => (element === interaction ? asBlock(prompt) : null)),
    points: most?.isAbove(Ratio.zero) ? most : Ratio.one,
    key: {
      type: 'essay',
      format: format === 'preformatted' ? 'code' : 'text',
      ...(markerNotes && { markerNotes }),
    },
  };
}
