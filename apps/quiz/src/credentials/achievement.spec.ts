import { describe, expect, it } from '@jest/globals';

import {
  type CredentialEffect,
  courseCertificate,
  effectOf,
  type Occasion,
  occasionOfRegrade,
  reasonFor,
  sectionBadge,
  type Verdict,
  verdictOnBadge,
  verdictOnCertificate,
} from './achievement.js';
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

const regraded: Occasion = { cause: 'regraded', causeId: 'r', onLoss: 'suspend', reason: 'The key was wrong.' };

describe('what becomes of a credential', () => {
  const graded: Occasion = { cause: 'graded', causeId: 'a' };
  const voided: Occasion = { cause: 'voided', causeId: 'a' };
  const kept: Occasion = { ...regraded, onLoss: 'keep' };
  it.each<[Verdict, 'active' | 'suspended' | null, Occasion, CredentialEffect]>([
    ['unchanged', 'active', voided, 'none'],
    ['earned', null, graded, 'issue'],
    ['earned', null, regraded, 'issue'],
    ['earned', 'suspended', graded, 'reinstate'],
    ['earned', 'suspended', kept, 'reinstate'],
    ['earned', 'active', regraded, 'none'],
    ['lost', null, regraded, 'none'],
    ['lost', 'active', regraded, 'suspend'],
    ['lost', 'active', kept, 'keep'],
    ['lost', 'suspended', regraded, 'none'],
    ['lost', 'suspended', kept, 'none'],
    ['lost', 'active', voided, 'revoke'],
    ['lost', 'suspended', voided, 'revoke'],
    // A passing grade that arrives after the regrade which took the pass away decides nothing.
    ['lost', 'active', graded, 'none'],
  ])('%s, %s, %j: %s', (verdict, live, occasion, effect) => {
    expect(effectOf(verdict, live, occasion)).toBe(effect);
  });

  it.each<[Occasion, CredentialEffect, string]>([
    [graded, 'issue', 'It was earned.'],
    [graded, 'reinstate', '“HTTP” was passed again.'],
    [voided, 'revoke', 'The attempt that earned it was voided.'],
    [regraded, 'suspend', 'A question of “HTTP” was regraded: The key was wrong.'],
    [{ ...regraded, cause: 'marked' }, 'suspend', 'An answer in “HTTP” was marked anew: The key was wrong.'],
  ])('is said in words: %j, %s', (occasion, effect, words) => {
    expect(reasonFor(occasion, effect, 'HTTP')).toBe(words);
  });

  it('is asked for by a regrade and by a mark given anew', () => {
    const event = { attemptId: 'a', credentials: 'suspend' as const, reason: 'The key was wrong.' };
    expect(occasionOfRegrade({ ...event, regradeId: 'r', cause: 'regrade' })).toEqual(regraded);
    expect(occasionOfRegrade({ ...event, regradeId: null, cause: 'mark' })).toMatchObject({
      cause: 'marked',
      causeId: 'a',
    });
  });
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
