import { letterOf } from '../questions/options.js';
import { elementsIn } from '../xml/xml.js';
import type { ItemReader } from './item-reader.js';
import type { TypeParts } from './type-reader.js';

/** How the plug-in's ways to grade are called, as words and as numbers. */
const exact = new Set(['ALL_OR_NOTHING', '-1']);
const pairs = new Set(['RELATIVE_NEXT_EXCLUDE_LAST', '1', '']);

export function readOrdering(item: ItemReader): TypeParts {
  const answers = elementsIn(item.element, 'answer').map((answer) => ({
    answer,
    place: Number(answer.attributes.get('fraction')),
    text: item.prose(answer),
  }));
  if (answers.length < 3) item.refuse('An ordering needs at least three items.');
  for (const { answer, text } of answers) if (text === '') item.refuse('The item has no text.', answer);
  // The fraction counts the places from one; where it does not, the items stand in their order.
  const isCounted = new Set(answers.map(({ place }) => place)).size === answers.length;
  const ordered = isCounted ? answers.toSorted((one, other) => one.place - other.place) : answers;
  if (!['', 'ALL', '0'].includes(item.value('selecttype').toUpperCase())) {
    item.lose(item.element, 'Only some of the items were shown; now all of them are.');
  }
  return {
    type: 'ordering',
    items: ordered.map(({ text }, at) => ({ id: letterOf(at), text })),
    scoring: scoringOf(item),
  };
}

function scoringOf(item: ItemReader): 'exact' | 'adjacent_pairs' {
  const grading = item.value('gradingtype').toUpperCase();
  if (exact.has(grading)) return 'exact';
  if (!pairs.has(grading)) {
    item.lose(item.element, `The grading ${grading} became one by neighbouring pairs.`);
  }
  return 'adjacent_pairs';
}
