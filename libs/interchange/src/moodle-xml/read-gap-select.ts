import type { Gap } from '#libs/contracts';

import { htmlToMarkdown } from '../html/html-to-markdown.js';
import { textToMarkdown } from '../html/text-to-markdown.js';
import { letterOf } from '../questions/options.js';
import { elementsIn } from '../xml/xml.js';
import type { ItemReader } from './item-reader.js';
import { checkPlaces, stemWith } from './read-cloze.js';
import type { TypeParts } from './type-reader.js';

interface Word {
  readonly text: string;
  readonly group: string;
}

/** “Select missing words”: `[[2]]` in the text is where the second word belongs. */
export function readGapSelect(item: ItemReader): TypeParts {
  const words = elementsIn(item.element, 'selectoption').map((option) => ({
    text: textToMarkdown(item.plain(option)),
    group: item.value('group', option) || '1',
  }));
  return gapsOver(item, words);
}

/** “Drag and drop into text”: the same with words that are dragged, and may have some markup. */
export function readDragIntoText(item: ItemReader): TypeParts {
  const words = elementsIn(item.element, 'dragbox').map((box) => {
    const { markdown, losses } = htmlToMarkdown(item.plain(box));
    for (const loss of losses) item.lose(box, loss);
    return { text: markdown, group: item.value('group', box) || '1' };
  });
  item.lose(item.element, 'Words are chosen from lists instead of dragged, each as often as wanted.');
  return gapsOver(item, words);
}

function gapsOver(item: ItemReader, words: readonly Word[]): TypeParts {
  const gaps: Gap[] = [];
  const stem = stemWith(item, (source) =>
    source.replace(/\[\[(\d{1,3})\]\]/g, (_mark, number: string) => {
      const id = String(gaps.length + 1);
      gaps.push(gapOf(item, { id, words, place: Number(number) - 1 }));
      return `{{${id}}}`;
    }),
  );
  if (gaps.length === 0) item.refuse('The text has no gap such as [[1]].');
  checkPlaces(item, stem, gaps);
  return { type: 'cloze', stem, gaps, scoring: 'per_part' };
}

interface Place {
  readonly id: string;
  readonly words: readonly Word[];
  readonly place: number;
}

/** A gap offers all words of the group that its own word belongs to. */
function gapOf(item: ItemReader, { id, words, place }: Place): Gap {
  const right = words[place] ?? item.refuse(`The text has [[${place + 1}]], but there are ${words.length} words.`);
  const texts = [...new Set(words.filter(({ group }) => group === right.group).map(({ text }) => text))];
  if (texts.length < 2 || texts.includes('')) item.refuse('A gap needs at least two words to choose from, none empty.');
  const options = texts.map((text, at) => ({ id: letterOf(at), text, isKey: text === right.text }));
  return { id, kind: 'choice', options, shuffle: item.flag('shuffleanswers', false) };
}
