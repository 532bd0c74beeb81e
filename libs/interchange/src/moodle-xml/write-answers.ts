import type { Question } from '#libs/contracts';

import { Ratio } from '../qti/ratio.js';
import { type XmlElement, xmlElement } from '../xml/xml.js';
import { type ItemWriter, textElement, valueElement } from './item-writer.js';
import { answersOfNumberKey, type NumberAnswer } from './number-answers.js';
import { answersOfTextKey, type TextAnswer } from './text-answers.js';

type ShortText = Extract<Question, { type: 'short_text' }>;
type Numeric = Extract<Question, { type: 'numeric' }>;
type WholeTextKey = Pick<ShortText, 'accepted' | 'alternatives' | 'otherFeedback' | 'caseSensitive'>;
type WholeNumberKey = Pick<Numeric, 'value' | 'tolerance' | 'toleranceKind' | 'alternatives'>;

/** The answers of a text key in Moodle's order. */
export function textAnswers(item: ItemWriter, key: WholeTextKey): TextAnswer[] {
  const isMixed = (key.alternatives ?? []).some(
    ({ caseSensitive }) => caseSensitive !== undefined && caseSensitive !== key.caseSensitive,
  );
  if (isMixed) item.lose('That an answer minds capitals or not holds for all answers.');
  return answersOfTextKey(key);
}

/** The answers of a number key in Moodle's order, with tolerances that are numbers of their own. */
export function numberAnswers(item: ItemWriter, key: WholeNumberKey): NumberAnswer[] {
  const isRelative = key.toleranceKind === 'relative';
  if (isRelative) item.lose('A tolerance that is a share of the number became a number of its own.');
  return answersOfNumberKey(key).map((answer) => ({
    ...answer,
    value: item.decimal(answer.value),
    tolerance: item.decimal(isRelative ? shareOf(answer.value, answer.tolerance) : answer.tolerance),
  }));
}

function shareOf(value: string, tolerance: string): string {
  const product = (Ratio.read(value) ?? Ratio.zero).times(Ratio.read(tolerance) ?? Ratio.zero);
  return (Ratio.zero.isAbove(product) ? product.negated() : product).toString();
}

export function shortAnswerParts(item: ItemWriter, question: ShortText): XmlElement[] {
  return [
    valueElement('usecase', question.caseSensitive ? '1' : '0'),
    ...textAnswers(item, question).map(({ text, share, feedback }) => plainAnswer(item, { text, share, feedback })),
  ];
}

export function numericalParts(item: ItemWriter, question: Numeric): XmlElement[] {
  const answers = numberAnswers(item, question).map(({ value, tolerance, share, feedback }) =>
    plainAnswer(item, { text: value, share, feedback }, [valueElement('tolerance', tolerance)]),
  );
  const other = { text: '*', share: '0', feedback: question.otherFeedback };
  return [
    ...answers,
    ...(question.otherFeedback ? [plainAnswer(item, other, [valueElement('tolerance', '0')])] : []),
    ...unitParts(item, question),
  ];
}

function plainAnswer(item: ItemWriter, { text, share, feedback }: TextAnswer, others: XmlElement[] = []): XmlElement {
  const attributes = { fraction: item.percent(share), format: 'plain_text' };
  return xmlElement('answer', attributes, [textElement(text), ...item.proseIf('feedback', feedback), ...others]);
}

function unitParts(item: ItemWriter, { unit, units = [], unitRule, unitPenalty = '1' }: Numeric): XmlElement[] {
  const all = [...(unit ? [{ unit, multiplier: '1' }] : []), ...units];
  if (all.length === 0) return [valueElement('unitgradingtype', '0'), valueElement('showunits', '3')];
  const isRequired = unitRule === 'required';
  return [
    xmlElement(
      'units',
      {},
      all.map(({ unit: name, multiplier }) =>
        xmlElement('unit', {}, [valueElement('multiplier', item.decimal(multiplier)), valueElement('unit_name', name)]),
      ),
    ),
    valueElement('unitgradingtype', isRequired ? '2' : '0'),
    ...(isRequired ? [valueElement('unitpenalty', item.decimal(unitPenalty))] : []),
    valueElement('showunits', '0'),
    valueElement('unitsleft', '0'),
  ];
}
