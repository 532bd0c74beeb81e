import { elementsIn, type XmlElement } from '../xml/xml.js';
import type { ItemReader } from './item-reader.js';
import { type TextAnswer, type TextKey, textKeyOf } from './text-answers.js';
import type { TypeParts } from './type-reader.js';

export function readShortAnswer(item: ItemReader): TypeParts {
  const answers = elementsIn(item.element, 'answer').map((answer) => readAnswer(item, answer));
  return {
    type: 'short_text',
    ...checkedTextKey(item, answers),
    caseSensitive: item.flag('usecase', false),
  };
}

/** The key of a question or gap; refuses one that nobody could answer, or everybody. */
export function checkedTextKey(item: ItemReader, answers: readonly TextAnswer[]): TextKey {
  if (!answers.some(({ share }) => share === '1')) item.refuse('No answer earns the whole mark.');
  if (answers.some(({ text, share }) => /^\*+$/.test(text) && share === '1')) {
    item.refuse('A lone * earns the whole mark: every answer would be right.');
  }
  return textKeyOf(answers);
}

/** A share of an answer that is not chosen from a list: it cannot cost anything. */
export function shareNotBelowZero(item: ItemReader, share: string, at: XmlElement): string {
  if (!share.startsWith('-')) return share;
  item.lose(at, 'An answer that costs marks earns nothing instead.');
  return '0';
}

function readAnswer(item: ItemReader, answer: XmlElement): TextAnswer {
  const text = item.plain(answer);
  if (text === '') item.refuse('The answer has no text.', answer);
  const feedback = item.proseIn('feedback', answer);
  return { text, share: shareNotBelowZero(item, item.share(answer), answer), ...(feedback && { feedback }) };
}
