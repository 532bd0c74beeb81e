import type { Gap, Question } from '#libs/contracts';

import { gapPattern } from '../html/prose-pieces.js';
import { Ratio } from '../qti/ratio.js';
import { inGap } from './cloze-syntax.js';
import type { ItemWriter } from './item-writer.js';
import { numberAnswers, textAnswers } from './write-answers.js';

type Cloze = Extract<Question, { type: 'cloze' }>;

const weightMax = 999_999n;
const placeholder = new RegExp(gapPattern, 'g');
/** What only looks like the beginning of a gap in the text around it. */
const misleading = /\{(?=\d{0,6}:[A-Z_]{2,17}:)/g;

/** Turns the HTML of the stem into text with embedded answers. */
export function embeddedGaps(item: ItemWriter, { gaps, points, scoring }: Cloze): (html: string) => string {
  if (scoring === 'all_or_nothing') item.lose('Each gap earns its part instead of all or nothing.');
  const weights = wholeWeights(item, gaps);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (Ratio.read(points)?.equals(Ratio.of(total)) === false) {
    item.lose(`Moodle counts ${total} marks for this question, the sum of its gaps, instead of ${points}.`);
  }
  const embedded = new Map(gaps.map((gap, at) => [`{{${gap.id}}}`, embeddedGap(item, gap, weights[at] ?? 1n)]));
  return (html) => {
    const named = new Set(html.match(placeholder));
    for (const [name] of embedded) if (!named.has(name)) item.lose(`The gap ${name} has no place in the text.`);
    return html.replace(misleading, '<span>{</span>').replace(placeholder, (name) => embedded.get(name) ?? name);
  };
}

/** The weights as whole numbers of the same proportions. */
function wholeWeights(item: ItemWriter, gaps: readonly Gap[]): bigint[] {
  const weights = gaps.map(({ weight }) => Ratio.read(weight ?? '1') ?? Ratio.one);
  const scale = weights.reduce((product, { denominator }) => leastMultiple(product, denominator), 1n);
  const whole = weights.map(({ numerator, denominator }) => (numerator * scale) / denominator);
  if (whole.every((weight) => weight > 0n && weight <= weightMax)) return whole;
  item.lose('The weights of the gaps are no whole numbers of a size that Moodle takes: all gaps count the same.');
  return weights.map(() => 1n);
}

function leastMultiple(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one, other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return (one / larger) * other;
}

function embeddedGap(item: ItemWriter, gap: Gap, weight: bigint): string {
  return `{${weight}:${kindOf(gap)}:${alternativesOf(item, gap).join('~')}}`;
}

function kindOf(gap: Gap): string {
  switch (gap.kind) {
    case 'text':
      return gap.caseSensitive ? 'SHORTANSWER_C' : 'SHORTANSWER';
    case 'number':
      return 'NUMERICAL';
    case 'choice':
      return gap.shuffle ? 'MULTICHOICE_S' : 'MULTICHOICE';
    default:
      return gap satisfies never;
  }
}

interface Alternative {
  /** As it stands in the gap. */
  readonly written: string;
  readonly share: string;
  readonly feedback?: string | undefined;
}

function alternativesOf(item: ItemWriter, gap: Gap): string[] {
  switch (gap.kind) {
    case 'text':
      return textAnswers(item, gap).map(({ text, share, feedback }) =>
        joined(item, { written: inGap(text), share, feedback }),
      );
    case 'number':
      return numbersOf(item, gap);
    case 'choice':
      return gap.options.map(({ text, share, isKey, feedback }) =>
        joined(item, { written: inGap(item.inline(text)), share: share ?? (isKey ? '1' : '0'), feedback }),
      );
    default:
      return gap satisfies never;
  }
}

function numbersOf(item: ItemWriter, gap: Extract<Gap, { kind: 'number' }>): string[] {
  if (gap.unit !== undefined || (gap.units ?? []).length > 0) item.lose('The units of numbers in gaps were left out.');
  const other = gap.otherFeedback ? [{ written: '*', share: '0', feedback: gap.otherFeedback }] : [];
  return [
    ...numberAnswers(item, gap).map(({ value, tolerance, share, feedback }) => ({
      written: `${value}:${tolerance}`,
      share,
      feedback,
    })),
    ...other,
  ].map((answer) => joined(item, answer));
}

function joined(item: ItemWriter, { written, share, feedback }: Alternative): string {
  const percent = item.percent(share);
  const mark = percent === '100' ? '=' : percent === '0' ? '' : `%${percent}%`;
  return `${mark}${written}${feedback ? `#${inGap(item.inline(feedback))}` : ''}`;
}
