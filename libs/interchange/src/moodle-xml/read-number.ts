import type { Question } from '#libs/contracts';

import { elementIn, elementsIn, isXmlElement, type XmlElement } from '../xml/xml.js';
import type { ItemReader } from './item-reader.js';
import { exactNumber, type NumberAnswer, type NumberKey, numberKeyOf } from './number-answers.js';
import { shareNotBelowZero } from './read-text.js';
import type { TypeParts } from './type-reader.js';

type Numeric = Extract<Question, { type: 'numeric' }>;
type UnitParts = Pick<Numeric, 'unit' | 'units' | 'unitRule' | 'unitPenalty'>;

/** What was typed, before it is known to be a number. */
export interface TypedAnswer {
  readonly text: string;
  readonly tolerance: string;
  readonly share: string;
  readonly feedback?: string | undefined;
  readonly at: XmlElement;
}

export function readNumerical(item: ItemReader): TypeParts {
  const typed = elementsIn(item.element, 'answer').map((answer) => typedAnswer(item, answer));
  const instructions = item.proseIn('instructions');
  if (instructions) item.lose(item.element, 'The instructions about units were left out.');
  return { type: 'numeric', ...checkedNumberKey(item, typed), ...readUnits(item, typed) };
}

/** The key of a question or gap; refuses one that is no number, or that nobody could meet. */
export function checkedNumberKey(
  item: ItemReader,
  typed: readonly TypedAnswer[],
): NumberKey & Pick<Numeric, 'otherFeedback'> {
  const others = typed.filter(({ text }) => text === '*' || text === '');
  const key = numberKeyOf(typed.filter((answer) => !others.includes(answer)).map((answer) => asNumber(item, answer)));
  if (!key) return item.refuse('No number earns the whole mark.');
  const [other] = others;
  if (other && other.share !== '0')
    item.lose(other.at, 'Any other number earned a part of the mark; now it earns nothing.');
  return { ...key, ...(other?.feedback && { otherFeedback: other.feedback }) };
}

function typedAnswer(item: ItemReader, answer: XmlElement): TypedAnswer {
  // Before Moodle 1.5 the number stood in the element itself.
  const bare = answer.children.filter((child) => !isXmlElement(child)).join('');
  const feedback = item.proseIn('feedback', answer);
  return {
    text: elementIn(answer, 'text') ? item.plain(answer) : bare.trim(),
    tolerance: item.value('tolerance', answer) || (answer.attributes.get('tolerance') ?? '0'),
    share: item.share(answer),
    ...(feedback && { feedback }),
    at: answer,
  };
}

function asNumber(item: ItemReader, { text, tolerance, share, feedback, at }: TypedAnswer): NumberAnswer {
  const value = exactNumber(text) ?? item.refuse(`The answer “${text}” is no number.`, at);
  const reach = exactNumber(tolerance) ?? item.refuse(`The tolerance “${tolerance}” is no number.`, at);
  if (reach.startsWith('-')) item.refuse('The tolerance is below zero.', at);
  return { value, tolerance: reach, share: shareNotBelowZero(item, share, at), ...(feedback && { feedback }) };
}

function readUnits(item: ItemReader, typed: readonly TypedAnswer[]): UnitParts {
  const list = elementIn(item.element, 'units');
  const units = (list ? elementsIn(list, 'unit') : []).map((unit) => ({
    unit: item.value('unit_name', unit),
    multiplier: exactNumber(item.value('multiplier', unit) || '1') ?? item.refuse('The multiplier is no number.', unit),
  }));
  const named = units.filter(({ unit }) => unit !== '');
  if (named.length === 0) return {};
  if (named.some(({ multiplier }) => /^(?:-|0$)/.test(multiplier)))
    item.refuse('A multiplier must be above zero.', list);
  sayUnitDisplay(item);
  const base = named.find(({ multiplier }) => multiplier === '1');
  const others = named.filter((unit) => unit !== base);
  return {
    ...(base && { unit: base.unit }),
    ...(others.length > 0 && { units: others }),
    ...readUnitRule(item, typed),
  };
}

function readUnitRule(item: ItemReader, typed: readonly TypedAnswer[]): UnitParts {
  const grading = item.value('unitgradingtype');
  if (grading !== '1' && grading !== '2') return {};
  const ofResponse = grading === '1' && typed.some(({ share }) => share !== '1' && share !== '0');
  if (ofResponse)
    item.lose(item.element, 'The penalty for a missing unit is one of the mark, not of what the answer earned.');
  const unitPenalty = exactNumber(item.value('unitpenalty') || '0.1') ?? '0.1';
  return { unitRule: 'required', ...(unitPenalty !== '1' && { unitPenalty }) };
}

function sayUnitDisplay(item: ItemReader): void {
  const display = item.value('showunits');
  if (display === '1' || display === '2') item.lose(item.element, 'The unit was chosen from a list; now it is typed.');
  if (item.value('unitsleft') === '1')
    item.lose(item.element, 'The unit stood before the number; now it stands behind it.');
}
