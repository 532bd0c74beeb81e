import { describe, expect, it } from '@jest/globals';

import { mediaProblems, shownMedia } from './shown-media.js';

describe('pictures that a text shows', () => {
  it.each([
    ['![a](media:a.png)', ['a.png']],
    ['![a]( <media:a.png> "t") and ![b](media:b.gif "t")', ['a.png', 'b.gif']],
    ['![a][1]\n\n[1]: media:a.png', ['a.png']],
    ['[link](media:a.png)', ['a.png']],
    ['![a](media:)', ['']],
    ['social media:print, media:tv', []],
    ['![a](https://example.org/media:a.png)', []],
  ])('%j', (text, names) => {
    expect(shownMedia(text).map(({ name }) => name)).toEqual(names);
  });

  it('are found wherever they stand, and those that are not there are named with their place', () => {
    const question = {
      stem: '![a](media:a.png)',
      options: [{ text: 'x', feedback: '![b](media:b.png)' }],
      hints: null,
    };
    expect(shownMedia(question).map(({ pointer }) => pointer)).toEqual(['/stem', '/options/0/feedback']);
    expect(mediaProblems(question, new Set(['a.png']), '/q')).toMatchObject([{ pointer: '/q/options/0/feedback' }]);
  });

  it('are found in time in a text that was made to take long', () => {
    const begin = performance.now();
    for (const piece of ['](media:', ']( ', ']:', '](media:<']) shownMedia(piece.repeat(60_000 / piece.length));
    shownMedia(`](${' '.repeat(60_000)}`);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
