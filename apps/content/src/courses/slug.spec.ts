import { describe, expect, it } from '@jest/globals';

import { freeSlug, isSlug, slugOf } from './slug.js';

describe('a slug', () => {
  it.each(['python', 'python-backend-2', 'a', '0'])('may be %s', (slug) => {
    expect(isSlug(slug)).toBe(true);
  });

  it.each(['', 'Python', 'a b', '-a', 'a-', 'a--b', 'ä', 'x'.repeat(81), '3f2504e0-4f89-41d3-9a0c-0305e82c3301'])(
    'may not be %j',
    (slug) => {
      expect(isSlug(slug)).toBe(false);
    },
  );

  it.each([
    ['Python backend developer', 'python-backend-developer'],
    ['  Café & Crème!  ', 'cafe-creme'],
    ['文字', 'course'],
    ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'course'],
    [`${'word '.repeat(14)}x`, 'word-'.repeat(14).slice(0, -1)],
  ])('of %j is %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it.each([
    ['a', [], 'a'],
    ['a', ['a'], 'a-2'],
    ['a', ['a', 'a-2', 'a-4'], 'a-3'],
  ])('%s beside %j becomes %s', (wanted, taken, free) => {
    expect(freeSlug(wanted, new Set(taken))).toBe(free);
  });
});
