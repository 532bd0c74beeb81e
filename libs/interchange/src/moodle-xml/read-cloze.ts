import type { Gap } from '#libs/contracts';

import { decodeEntities } from '../html/decode-entities.js';
import { htmlToMarkdown } from '../html/html-to-markdown.js';
import { gapPattern } from '../html/prose-pieces.js';
import { Ratio, sumOf } from '../qti/ratio.js';
import { letterOf, type Option } from '../questions/options.js';
import { elementIn } from '../xml/xml.js';
import { type EmbeddedGap, replaceGaps } from './cloze-syntax.js';
import type { ItemReader } from './item-reader.js';
import { checkedNumberKey, type TypedAnswer } from './read-number.js';
import { checkedTextKey, shareNotBelowZero } from './read-text.js';
import type { TypeParts } from './type-reader.js';

/** Plain text has no way to say that `{{a}}` is none of our gaps: such a question is refused. */
const wrapped = '<span>{</span>';
const placeholders = new RegExp(`\\{(?=${gapPattern.slice(2)})`, 'g');

export function readCloze(item: ItemReader): TypeParts {
  const gaps: Gap[] = [];
  const stem = stemWith(item, (source) =>
    replaceGaps(source, (gap) => {
      const id = String(gaps.length + 1);
      gaps.push(readGap(item, gap, id));
      return `{{${id}}}`;
    }),
  );
  if (gaps.length === 0) item.refuse('The text has no gap such as {1:SHORTANSWER:=answer}.');
  checkPlaces(item, stem, gaps);
  const points = item.value('defaultgrade') === '' ? { points: totalOf(gaps) } : {};
  return { type: 'cloze', stem, gaps, scoring: 'per_part', ...points };
}

/** The text of the question with its gaps as `{{id}}`; what only looks like one of those stays text. */
export function stemWith(item: ItemReader, placeGaps: (source: string) => string): string {
  const text = elementIn(item.element, 'questiontext') ?? item.refuse('The question has no text.');
  return item.prose(text, (source, format) =>
    placeGaps(source.replace(placeholders, format === 'plain_text' ? '{' : format === 'markdown' ? '{\\' : wrapped)),
  );
}

/** Refuses the item when a gap stood where no text is, such as in a script, or when the text names others. */
export function checkPlaces(item: ItemReader, stem: string, gaps: readonly Gap[]): void {
  const named = [...stem.matchAll(new RegExp(gapPattern, 'g'))].map(([name]) => name);
  const isPlaced = named.length === gaps.length && gaps.every(({ id }) => named.includes(`{{${id}}}`));
  if (!isPlaced) item.refuse('A gap stands where no text can be, or the text holds {{…}} that is none.');
}

function totalOf(gaps: readonly Gap[]): string {
  return sumOf(gaps.map(({ weight }) => Ratio.read(weight ?? '1') ?? Ratio.one)).toString();
}

function readGap(item: ItemReader, gap: EmbeddedGap, id: string): Gap {
  if (/^0+$/.test(gap.weight)) item.refuse(`Gap ${id} has no weight.`);
  const weight = Number(gap.weight) === 1 ? {} : { weight: String(Number(gap.weight)) };
  switch (gap.kind) {
    case 'text':
    case 'exact_text':
      return { id, ...weight, kind: 'text', ...textKey(item, gap), caseSensitive: gap.kind === 'exact_text' };
    case 'number':
      return {
        id,
        ...weight,
        kind: 'number',
        ...checkedNumberKey(
          item,
          gap.alternatives.map((one) => typedNumber(item, one)),
        ),
      };
    case 'choice':
    case 'shuffled_choice':
      return {
        id,
        ...weight,
        kind: 'choice',
        options: choiceOptions(item, gap, id),
        shuffle: gap.kind === 'shuffled_choice',
      };
    case 'several_choices':
      return item.refuse(`Gap ${id} takes several answers (MULTIRESPONSE); a gap here takes one.`);
    default:
      return gap.kind satisfies never;
  }
}

type Alternative = EmbeddedGap['alternatives'][number];

function textKey(item: ItemReader, { alternatives }: EmbeddedGap) {
  return checkedTextKey(
    item,
    alternatives.map((one) => ({
      // Editors put markup around what was typed, which no learner types.
      text: decodeEntities(one.text.replace(/<[^<>]*>/g, '')).trim(),
      share: shareNotBelowZero(item, item.listed(one.percent, item.element), item.element),
      ...feedbackOf(item, one),
    })),
  );
}

function typedNumber(item: ItemReader, one: Alternative): TypedAnswer {
  const [text = '', tolerance = '0'] = decodeEntities(one.text.replace(/<[^<>]*>/g, '')).split(':');
  const share = item.listed(one.percent, item.element);
  return { text: text.trim(), tolerance: tolerance.trim(), share, ...feedbackOf(item, one), at: item.element };
}

/** One option of a drop-down is right; others may earn a part. */
function choiceOptions(item: ItemReader, { alternatives }: EmbeddedGap, id: string): Option[] {
  const shares = alternatives.map(({ percent }) =>
    shareNotBelowZero(item, item.listed(percent, item.element), item.element),
  );
  const key = shares.indexOf('1');
  if (alternatives.length < 2) item.refuse(`Gap ${id} offers fewer than two answers.`);
  if (key === -1) item.refuse(`No answer of gap ${id} earns its whole mark.`);
  if (shares.lastIndexOf('1') !== key) {
    item.lose(item.element, `Several answers of gap ${id} earn its whole mark: the first is shown as the right one.`);
  }
  return alternatives.map((one, at) => {
    const share = shares[at] ?? '0';
    return {
      id: letterOf(at),
      text: markdownIn(item, one.text) || item.refuse(`An answer of gap ${id} has no text.`),
      isKey: at === key,
      ...(at !== key && share !== '0' && { share }),
      ...feedbackOf(item, one),
    };
  });
}

function feedbackOf(item: ItemReader, { feedback }: Alternative): { feedback?: string } {
  const markdown = markdownIn(item, feedback);
  return markdown === '' ? {} : { feedback: markdown };
}

function markdownIn(item: ItemReader, written: string): string {
  const { markdown, losses } = htmlToMarkdown(decodeEntities(written));
  for (const loss of losses) item.lose(item.element, loss);
  return markdown;
}
