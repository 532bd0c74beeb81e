import { describe, expect, it } from '@jest/globals';

import {
  type CredentialEffect,
  courseCertificate,
  effectOf,
  effects,
  type Held,
  heldAs,
  type Occasion,
  occasionOfRegrade,
  reasonFor,
  sectionBadge,
  type Status,
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
  it.each<[Verdict, Held, Occasion, CredentialEffect]>([
    ['unchanged', 'active', voided, 'none'],
    ['earned', 'nothing', graded, 'issue'],
    ['earned', 'nothing', regraded, 'issue'],
    ['earned', 'suspended', graded, 'reinstate'],
    ['earned', 'suspended', kept, 'reinstate'],
    ['earned', 'active', regraded, 'none'],
    ['lost', 'nothing', regraded, 'none'],
    ['lost', 'active', regraded, 'suspend'],
    ['lost', 'active', kept, 'keep'],
    ['lost', 'suspended', regraded, 'none'],
    ['lost', 'suspended', kept, 'none'],
    ['lost', 'active', voided, 'revoke'],
    ['lost', 'suspended', voided, 'revoke'],
    // A passing grade that arrives after the regrade which took the pass away decides nothing.
    ['lost', 'active', graded, 'none'],
  ])('%s, %s, %j: %s', (verdict, held, occasion, effect) => {
    expect(effectOf(verdict, held, occasion)).toBe(effect);
  });

  it('is the same wherever it is read: the whole table', () => {
    const table = Object.entries(effects).map(([held, row]) => `${held}: ${Object.values(row).join(' ')}`);
    // earned, earned again, lost by voiding, lost and suspend, lost and keep, lost before
    expect(table).toEqual([
      'nothing: issue issue none none none none',
      'active: none none revoke suspend keep none',
      'suspended: reinstate reinstate revoke none none none',
      'suspended_by_hand: none none revoke none none none',
      'suspended_with_renewal: none none revoke none none none',
      'revoked: issue issue none none none none',
      'revoked_by_hand: none issue none none none none',
    ]);
  });

  it('stands against every rule where a person decided, unless it is earned by a later pass', () => {
    expect(effectOf('earned', 'suspended_by_hand', graded)).toBe('none');
    expect(effectOf('earned', 'revoked_by_hand', graded)).toBe('none');
    expect(effectOf('earned', 'revoked_by_hand', { ...graded, isPassedAgain: true })).toBe('issue');
  });

  it.each<[Status, string | null, Held]>([
    ['active', 'decided', 'active'],
    ['active', null, 'active'],
    ['suspended', 'regraded', 'suspended'],
    ['suspended', null, 'suspended'],
    ['suspended', 'decided', 'suspended_by_hand'],
    ['suspended', 'renewed', 'suspended_with_renewal'],
    ['revoked', 'voided', 'revoked'],
    ['revoked', 'decided', 'revoked_by_hand'],
    ['revoked', 'erased', 'revoked_by_hand'],
  ])('%s by %s is held as %s', (status, statusCause, held) => {
    expect(heldAs({ status, statusCause })).toBe(held);
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
