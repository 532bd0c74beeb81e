import { describe, expect, it } from '@jest/globals';

import type { PaperQuestion } from '#libs/api-client';

import { parseMarkdown, placedGaps, plainText } from '../../../apps/web/src/shared/markdown/parse.js';
import {
  isAnswered,
  isPartlyAnswered,
  letter,
  moved,
  orderOf,
  pressOption,
  withGap,
  withMatch,
  wordCount,
} from '../../../apps/web/src/shared/questions/answer.js';

/** The types of the nodes of the first paragraph. */
const inline = (text: string): string[] => {
  const [paragraph] = parseMarkdown(text).children;
  return paragraph !== undefined && 'children' in paragraph ? paragraph.children.map(({ type }) => type) : [];
};

describe('the text of a question', () => {
  it.each([
    ['$x^2$ and $y$', ['inlineMath', 'text', 'inlineMath']],
    ['$$x^2$$', ['inlineMath']],
    ['it costs $5 or $10', ['text', 'text', 'text']],
    ['$HOME is **not** $PATH', ['text', 'strong', 'text', 'text']],
    ['`$x$` is code', ['inlineCode', 'text']],
    ['\\$x\\$ is escaped', ['text']],
  ])('tells formulas from money: %s', (text, types) => {
    expect(inline(text)).toEqual(types);
  });

  it('finds gaps in prose, code and tables, but none that nobody could fill', () => {
    const text = 'a {{1}}\n\n```\n{{2}} x\n```\n\n| `{{3}}` |\n| - |\n| {{4}} |\n\n![{{5}}](media:{{6}}.png)';
    expect(placedGaps(text)).toEqual(['1', '2', '3', '4']);
  });

  it('is plain words for lists of choices', () => {
    expect(plainText('**Bold** `code` $x^2$\n![a map](media:a.png)')).toBe('Bold code x^2 a map');
  });
});

const question = (type: PaperQuestion['type'], rest: Partial<PaperQuestion> = {}): PaperQuestion => ({
  id: '00000000-0000-4000-8000-000000000000',
  type,
  stem: '',
  points: 1,
  ...rest,
});

const parts = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1), text: '' }));

describe('an answer', () => {
  it('of an ordering keeps what is named in its order and puts the rest behind it', () => {
    const ordering = question('ordering', { items: parts(4) });
    expect(orderOf(ordering, undefined)).toEqual(['1', '2', '3', '4']);
    expect(orderOf(ordering, { order: ['3', '9', '1'] })).toEqual(['3', '1', '2', '4']);
  });

  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 9, ['a', 'c', 'b']],
    [1, -1, ['b', 'a', 'c']],
    [1, 1, ['a', 'b', 'c']],
  ])('of an ordering moves %i to %i', (from, to, order) => {
    expect(moved(['a', 'b', 'c'], from, to)).toEqual(order);
  });

  it('is none any more when its last part is taken out', () => {
    expect(withMatch({ matches: [{ prompt: '1', choice: '2' }] }, '1', null)).toBeNull();
    expect(withGap({ gaps: [{ gap: '1', text: 'x' }] }, '1', null)).toBeNull();
    expect(withGap(null, '1', { gap: '1', choice: '2' })).toEqual({ gaps: [{ gap: '1', choice: '2' }] });
    expect(pressOption(question('multiple_choice', { options: parts(2) }), { choices: ['1'] }, 0)).toBeNull();
  });

  it('is told from one with parts left empty', () => {
    const cloze = question('cloze', {
      gaps: [
        { id: '1', kind: 'text' },
        { id: '2', kind: 'text' },
      ],
    });
    const blank = { gaps: [{ gap: '1', text: ' ' }] };
    const half = { gaps: [{ gap: '1', text: 'x' }] };
    expect([isAnswered(blank), isPartlyAnswered(cloze, blank)]).toEqual([false, false]);
    expect([isAnswered(half), isPartlyAnswered(cloze, half)]).toEqual([true, true]);
    expect(isPartlyAnswered(cloze, { gaps: [...half.gaps, { gap: '2', text: 'y' }] })).toBe(false);
    expect(isAnswered({ essay: ' \n' })).toBe(false);
  });

  it('counts words and letters choices as people do', () => {
    expect([wordCount(''), wordCount('  one\n two\tthree ')]).toEqual([0, 3]);
    expect([letter(0), letter(25), letter(26), letter(52)]).toEqual(['A', 'Z', 'AA', 'BA']);
  });
});
