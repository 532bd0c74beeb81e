import { describe, expect, it } from '@jest/globals';

import { courseCertificate, sectionBadge, verdictOnBadge, verdictOnCertificate } from './achievement.js';
import { formatFor } from './representation.js';

describe('a badge', () => {
  it.each([
    [['a'], 'earned'],
    [['b'], 'lost'],
  ])('with %j passed is %s', (passed, verdict) => {
    expect(verdictOnBadge({ passed, required: ['a'] }, 'a')).toBe(verdict);
  });
});

describe('a certificate', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], 'earned'],
    [['a', 'b', 'extra'], ['a', 'b'], 'earned'],
    [['b'], ['a', 'b'], 'lost'],
    [['a'], ['a', 'new'], 'unchanged'],
    [[], ['b'], 'unchanged'],
    [['a'], [], 'unchanged'],
  ])('with %j passed of %j required is %s when section a was judged', (passed, required, verdict) => {
    expect(verdictOnCertificate({ passed, required }, 'a')).toBe(verdict);
  });
});

it('an achievement is known by the section or the course', () => {
  expect([sectionBadge('c', 's').id, courseCertificate('c').id]).toEqual(['section:s', 'course:c']);
});

describe('the format of a credential', () => {
  it.each([
    [undefined, 'json'],
    ['text/html', 'json'],
    ['image/svg+xml;q=0.5, application/json', 'svg'],
    ['text/html, APPLICATION/VC+LD+JSON', 'json-ld'],
    ['application/vc', 'json-ld'],
  ])('asked with %s is %s', (accept, format) => {
    expect(formatFor(accept)).toBe(format);
  });
});
