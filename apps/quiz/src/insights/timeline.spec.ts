import { expect, it } from '@jest/globals';

import { wordsOf } from './timeline.js';

it('tells percents to a tenth, as the dashboards do', () => {
  const graded = { kind: 'attempt_graded', percent: 66.6667, about: { number: 1, hasPassed: false } } as const;
  expect(wordsOf(graded, 'Git')).toBe('Attempt 1 at “Git” was graded: 66.7 %, not passed.');
});

it.each([
  [33.3333, 'Attempt 2 at “Git” was regraded from 33.3 % to 80 %: The key was wrong.'],
  [null, 'Attempt 2 at “Git” was regraded to 80 %: The key was wrong.'],
])('tells what a regrade changed, before it %s', (before, words) => {
  const about = { number: 2, before, reason: 'The key was wrong.' };
  expect(wordsOf({ kind: 'attempt_regraded', percent: 80, about }, 'Git')).toBe(words);
});
