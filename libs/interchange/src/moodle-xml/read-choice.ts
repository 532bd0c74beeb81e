import { Ratio, sumOf } from '../qti/ratio.js';
import { letterOf, type Option } from '../questions/options.js';
import { elementsIn, type XmlElement } from '../xml/xml.js';
import type { ItemReader } from './item-reader.js';
import type { TypeParts } from './type-reader.js';

type Weighed = Option & { readonly share: string };

export function readMultichoice(item: ItemReader): TypeParts {
  sayNumbering(item);
  const options = readOptions(item);
  return item.flag('single', true) ? singleChoice(item, options) : multipleChoice(item, options);
}

/** The plug-in “all or nothing”: all right options and no other earn the mark. */
export function readMultichoiceSet(item: ItemReader): TypeParts {
  sayNumbering(item);
  const options = readOptions(item).map(({ share, ...option }) => ({ ...option, isKey: share === '1' }));
  if (!options.some(({ isKey }) => isKey)) item.refuse('No option is right.');
  return { type: 'multiple_choice', scoring: 'all_or_nothing', options, shuffle: item.flag('shuffleanswers', false) };
}

function readOptions(item: ItemReader): Weighed[] {
  const answers = elementsIn(item.element, 'answer');
  if (answers.length < 2) item.refuse('A choice needs at least two options.');
  return answers.map((answer, at) => readOption(item, answer, at));
}

function readOption(item: ItemReader, answer: XmlElement, at: number): Weighed {
  const text = item.prose(answer);
  if (text === '') item.refuse('The option has no text.', answer);
  const feedback = item.proseIn('feedback', answer);
  const share = item.share(answer);
  return { id: letterOf(at), text, isKey: isPositive(share), share, ...(feedback && { feedback }) };
}

function singleChoice(item: ItemReader, options: readonly Weighed[]): TypeParts {
  const right = options.filter(({ share }) => share === '1');
  const [key] = right;
  if (!key) return item.refuse('No option earns the whole mark.');
  if (right.length > 1) {
    item.lose(
      item.element,
      'Several options earn the whole mark: the first is shown as the right one, the others earn it too.',
    );
  }
  const least = leastOf(options);
  return {
    type: 'single_choice',
    options: options.map((option) => plainOption(option, option === key)),
    shuffle: item.flag('shuffleanswers', false),
    ...(least !== '0' && { floor: least }),
  };
}

/** Moodle adds up what the chosen options earn and never goes below nothing. */
function multipleChoice(item: ItemReader, options: readonly Weighed[]): TypeParts {
  const keys = options.filter(({ isKey }) => isKey);
  const total = sumOf(keys.map(({ share }) => ratio(share)));
  if (Ratio.one.isAbove(total))
    item.refuse(`The right options earn ${total.toString()} of the mark together, not all of it.`);
  const even = keys.length > 0 ? Ratio.of(1, keys.length) : Ratio.one;
  const isEven = keys.every(({ share }) => ratio(share).equals(even));
  return {
    type: 'multiple_choice',
    scoring: 'weighted',
    options: options.map((option) => (option.isKey ? keyOption(option, isEven) : plainOption(option, false))),
    shuffle: item.flag('shuffleanswers', false),
  };
}

/** Right options without a share of their own divide the mark evenly, exactly. */
function keyOption({ share, ...option }: Weighed, isEven: boolean): Option {
  return isEven ? option : { ...option, share };
}

/** Without the share where the key says it already. */
function plainOption({ share, ...option }: Weighed, isKey: boolean): Option {
  const isSaid = share === (isKey ? '1' : '0');
  return { ...option, isKey, ...(!isSaid && { share }) };
}

function leastOf(options: readonly Weighed[]): string {
  const least = options.reduce((most, { share }) => (most.isAbove(ratio(share)) ? ratio(share) : most), Ratio.zero);
  return least.toString();
}

function sayNumbering(item: ItemReader): void {
  const numbering = item.value('answernumbering');
  if (numbering === '' || numbering === 'abc') return;
  item.lose(item.element, `The numbering of options (${numbering}) was left out.`);
}

function isPositive(share: string): boolean {
  return ratio(share).isAbove(Ratio.zero);
}

function ratio(share: string): Ratio {
  return Ratio.read(share) ?? Ratio.zero;
}
