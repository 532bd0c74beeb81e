import { describe, expect, it } from '@jest/globals';

import { bodyOf, isSameBody, lettered, type QuestionBody } from './question-body.js';

const body: QuestionBody = { type: 'true_false', stem: 'Sure?', tags: ['a', 'b'], points: '1', key: true };

describe('options without an id', () => {
  it('get the letters that are free', () => {
    expect(lettered([{}, { id: 'a' }, { id: 'own' }, {}]).map((option) => option.id)).toEqual(['b', 'a', 'own', 'c']);
  });

  it('go on after z', () => {
    const options = lettered(Array.from({ length: 28 }, () => ({})));
    expect(options.slice(25).map((option) => option.id)).toEqual(['z', 'a2', 'b2']);
  });
});

describe('a question body', () => {
  it('has neither id nor version', () => {
    expect(bodyOf({ ...body, id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', version: 3 })).toEqual(body);
  });

  it('is the same whatever the order of its members', () => {
    expect(isSameBody(body, { key: true, points: '1', tags: ['a', 'b'], stem: 'Sure?', type: 'true_false' })).toBe(
      true,
    );
  });

  it('is another when anything in it is', () => {
    expect(isSameBody(body, { ...body, key: false })).toBe(false);
    expect(isSameBody(body, { ...body, tags: ['b', 'a'] })).toBe(false);
  });
});
