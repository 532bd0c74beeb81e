import { expect, it } from '@jest/globals';

import { BoundedCache } from './bounded-cache.js';

it('forgets what was not used for longest, and holds no more than it may', () => {
  const cache = new BoundedCache<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  expect(cache.get('a')).toBe(1);
  cache.set('c', 3);
  expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).toEqual([1, undefined, 3, 2]);
});
