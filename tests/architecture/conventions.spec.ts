import { describe, expect, it } from '@jest/globals';

import { conventions } from './conventions.js';
import { textFiles } from './sources.js';

/** Fewer means that a folder has fallen out of the reading. */
const filesMin = 110;

describe('conventions', () => {
  const files = textFiles();

  it('are searched for in the whole tree', () => {
    expect(files.length).toBeGreaterThan(filesMin);
  });

  it.each(conventions)('$name: the example is found', ({ appliesTo, findIn, broken, sound }) => {
    expect([appliesTo(broken.path), findIn(broken)]).toEqual([true, [1]]);
    expect(appliesTo(sound.path) ? findIn(sound) : []).toEqual([]);
  });

  it.each(conventions)('$name', ({ appliesTo, findIn, why }) => {
    const places = files
      .filter(({ path }) => appliesTo(path))
      .flatMap((source) => findIn(source).map((line) => `${source.path}:${line}  ${why}`));
    expect(places).toEqual([]);
  });
});
