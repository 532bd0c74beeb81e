import { expect, it } from '@jest/globals';

it('is one that passes', () => {
  expect(1 + 1).toBe(2);
});
