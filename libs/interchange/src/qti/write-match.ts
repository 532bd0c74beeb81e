import { type XmlElement, xmlElement } from '../xml/xml.js';
import { Ratio } from './ratio.js';
import { scoreWhenCorrect } from './write-choice.js';
import { writeMapping } from './write-mapping.js';
import { declare, partNames, pointsOf, type QuestionOf, type WrittenPart } from './write-part.js';
import type { ProseWriter } from './write-prose.js';
import { mapped, setOutcome } from './write-rules.js';

const response = 'RESPONSE';

export function writeMatching(question: QuestionOf<'matching'>, prose: ProseWriter): WrittenPart {
  const { prompts, choices, scoring, shuffle, stem } = question;
  const nameOf = partNames(
    [...prompts, ...choices].map(({ id }) => id),
    prose,
  );
  const pairs = prompts.map(({ id, match }) => `${nameOf(id)} ${nameOf(match)}`);
  const points = pointsOf(question);
  if (prompts.some(({ feedback }) => feedback)) prose.lose('The feedback of the prompts was left out.');
  const isPerPart = scoring === 'per_part';
  const mapping = isPerPart
    ? writeMapping(
        pairs.map((key) => ({ key, share: Ratio.one })),
        null,
        null,
      )
    : null;
  const set = (parts: readonly { id: string; text: string }[], matchMax: string): XmlElement =>
    xmlElement(
      'qti-simple-match-set',
      {},
      parts.map(({ id, text }) =>
        xmlElement(
          'qti-simple-associable-choice',
          { identifier: nameOf(id), 'match-max': matchMax },
          prose.content(text),
        ),
      ),
    );
  const attributes = {
    'response-identifier': response,
    shuffle: String(shuffle),
    'max-associations': String(prompts.length),
  };
  const each = points.over(Ratio.of(prompts.length));
  return {
    responses: [
      declare({
        identifier: response,
        cardinality: 'multiple',
        type: 'directedPair',
        correct: pairs,
        mapping: mapping?.element,
      }),
    ],
    // Unlimited, for a choice may serve several prompts.
    body: [
      ...prose.blocks(stem),
      xmlElement('qti-match-interaction', attributes, [set(prompts, '1'), set(choices, '0')]),
    ],
    rules: [mapping ? setOutcome('SCORE', mapped(response, each)) : scoreWhenCorrect(points)],
    template: (isPerPart ? each : points).equals(Ratio.one)
      ? isPerPart
        ? 'map_response'
        : 'match_correct'
      : undefined,
  };
}

export function writeOrdering(question: QuestionOf<'ordering'>, prose: ProseWriter): WrittenPart {
  const { items, scoring, stem } = question;
  const nameOf = partNames(
    items.map(({ id }) => id),
    prose,
  );
  if (scoring === 'adjacent_pairs')
    prose.lose('That right neighbours count by themselves was left out: only the whole order does.');
  const points = pointsOf(question);
  const choices = items.map(({ id, text }) =>
    xmlElement('qti-simple-choice', { identifier: nameOf(id) }, prose.content(text)),
  );
  const interaction = xmlElement(
    'qti-order-interaction',
    { 'response-identifier': response, shuffle: 'true' },
    choices,
  );
  const correct = items.map(({ id }) => nameOf(id));
  return {
    responses: [declare({ identifier: response, cardinality: 'ordered', type: 'identifier', correct })],
    body: [...prose.blocks(stem), interaction],
    rules: [scoreWhenCorrect(points)],
    template: points.equals(Ratio.one) ? 'match_correct' : undefined,
  };
}
