import { describe, expect, it } from '@jest/globals';

import type { Held } from '../credentials/achievement.js';
import {
  type RenewalEffect,
  renewalEffect,
  renewalOpensAt,
  type RenewalRefusal,
  renewalRefusal,
  type Renewable,
  renewedUntil,
} from './renewal.js';

const day = 86_400_000;
const end = new Date('2031-01-01T00:00:00Z');
const before = (days: number) => new Date(end.getTime() - days * day);

describe('a renewal', () => {
  const badge: Renewable = { kind: 'section_badge', held: 'active', expiresAt: end };
  it.each<[string, Partial<Renewable>, Date, RenewalRefusal | null]>([
    ['91 days ahead', {}, new Date(before(90).getTime() - 1), 'too_early'],
    ['90 days ahead', {}, before(90), null],
    ['years later', {}, before(-2_000), null],
    ['of what never expires', { expiresAt: null }, end, 'never_expires'],
    ['of a certificate', { kind: 'course_certificate' }, end, 'certificate'],
    ['of what is suspended by a rule', { held: 'suspended' }, end, 'suspended'],
    ['of what is suspended by hand', { held: 'suspended_by_hand' }, end, 'suspended'],
    ['of what lost its renewal, at any time', { held: 'suspended_with_renewal' }, before(300), null],
    ['of what is revoked', { held: 'revoked' }, end, 'revoked'],
    ['of what is revoked by hand', { held: 'revoked_by_hand' }, end, 'revoked'],
  ])('%s', (_, given, now, refusal) => {
    expect(renewalRefusal({ ...badge, ...given }, now)).toBe(refusal);
  });

  it('opens 90 days before the end', () => {
    expect(renewalOpensAt(end)).toEqual(before(90));
  });

  it.each<[string, Date, Date | null, number | null, Date | null]>([
    ['early counts from the old end', before(60), end, 365, before(-365)],
    ['late counts from now', before(-10), end, 365, before(-375)],
    ['where it never expired counts from now', end, null, 1, before(-1)],
    ['under a policy without an end holds for ever', end, end, null, null],
  ])('%s', (_, now, expiresAt, days, until) => {
    expect(renewedUntil(now, expiresAt, days)).toEqual(until);
  });
});

describe('what a renewal attempt does', () => {
  const passed = { isPassed: true, hasRenewed: false, isNewest: false };
  const passedBefore = { isPassed: true, hasRenewed: true, isNewest: true };
  const failed = { isPassed: false, hasRenewed: false, isNewest: false };
  const lost = { isPassed: false, hasRenewed: true, isNewest: true };
  const lostLongAgo = { isPassed: false, hasRenewed: true, isNewest: false };
  const results = [passed, passedBefore, failed, lost, lostLongAgo];
  it.each<[Held, RenewalEffect[]]>([
    ['active', ['renew', 'none', 'none', 'suspend', 'none']],
    ['suspended', ['renew', 'none', 'none', 'none', 'none']],
    ['suspended_by_hand', ['renew', 'none', 'none', 'none', 'none']],
    ['suspended_with_renewal', ['renew', 'reinstate', 'none', 'none', 'none']],
    ['revoked', ['none', 'none', 'none', 'none', 'none']],
    ['revoked_by_hand', ['none', 'none', 'none', 'none', 'none']],
    ['nothing', ['none', 'none', 'none', 'none', 'none']],
  ])('to what is %s: %j', (held, effects) => {
    expect(results.map((result) => renewalEffect(held, result))).toEqual(effects);
  });
});
