import type { Question } from '#libs/contracts';

import { Ratio } from '../qti/ratio.js';
import type { Option } from '../questions/options.js';
import { type XmlElement, xmlElement } from '../xml/xml.js';
import { type ItemWriter, textElement, valueElement } from './item-writer.js';

type SingleChoice = Extract<Question, { type: 'single_choice' }>;
type MultipleChoice = Extract<Question, { type: 'multiple_choice' }>;
type TrueFalse = Extract<Question, { type: 'true_false' }>;

export function choiceParts(item: ItemWriter, question: SingleChoice | MultipleChoice): XmlElement[] {
  const isSingle = question.type === 'single_choice';
  const shareOf = isSingle ? singleShare(question) : shareOfMany(item, question);
  return [
    valueElement('single', String(isSingle)),
    valueElement('shuffleanswers', String(question.shuffle)),
    valueElement('answernumbering', 'abc'),
    ...question.options
      .map((option) => item.prose('answer', option.text, { attributes: { fraction: item.percent(shareOf(option)) } }))
      .map((answer, at) => ({
        ...answer,
        children: [...answer.children, ...item.proseIf('feedback', question.options[at]?.feedback)],
      })),
  ];
}

/** What choosing the option comes to in the end: nothing costs more than the floor, which Moodle does not have. */
function singleShare({ floor = '0' }: SingleChoice): (option: Option) => string {
  const least = ratio(floor);
  return ({ share, isKey }) => {
    const own = ratio(share ?? (isKey ? '1' : '0'));
    return (least.isAbove(own) ? least : own).toString();
  };
}

/** Moodle adds the shares up, and never below nothing. */
function shareOfMany(item: ItemWriter, question: MultipleChoice): (option: Option) => string {
  const { options, scoring = 'all_or_nothing', floor } = question;
  if (floor !== undefined && ratio('0').isAbove(ratio(floor)))
    item.lose('The question cannot cost marks; it earns nothing instead.');
  const keys = options.filter(({ isKey }) => isKey).length;
  const even = Ratio.of(1, Math.max(1, keys)).toString();
  switch (scoring) {
    case 'weighted':
      return ({ share, isKey }) => share ?? (isKey ? even : '0');
    case 'all_or_nothing':
      item.lose('Instead of all or nothing, each right option earns its part, and any wrong one takes it all away.');
      return ({ isKey }) => (isKey ? even : '-1');
    case 'per_option':
      item.lose('Leaving out a wrong option earns nothing; choosing it takes away what a right one earns.');
      return ({ isKey }) => (isKey ? even : `-${even}`);
    default:
      return scoring satisfies never;
  }
}

export function trueFalseParts(item: ItemWriter, { key, feedback }: TrueFalse): XmlElement[] {
  return [true, false].map((value) =>
    xmlElement('answer', { fraction: value === key ? '100' : '0', format: 'moodle_auto_format' }, [
      textElement(String(value)),
      ...item.proseIf('feedback', value ? feedback?.true : feedback?.false),
    ]),
  );
}

function ratio(share: string): Ratio {
  return Ratio.read(share) ?? Ratio.zero;
}
