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

it('holds as much as its values weigh', () => {
  const cache = new BoundedCache<string>(10, (text) => text.length);
  cache.set('a', 'aaaa');
  cache.set('b', 'bbbb');
  cache.set('a', 'a');
  expect([cache.size, cache.get('b')]).toEqual([2, 'bbbb']);
  cache.set('c', 'ccccccccc');
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([undefined, undefined, 'ccccccccc']);
  cache.set('d', 'd'.repeat(11));
  expect([cache.get('c'), cache.get('d'), cache.size]).toEqual([undefined, undefined, 0]);
});
