import { describe, expect, it } from '@jest/globals';
import { policySchema } from '#libs/contracts';

import { eligibility, type EligibilityInput, type PastAttempt } from './eligibility.js';

const now = new Date('2026-03-01T10:00:00.000Z');
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

const graded = (hasPassed: boolean, endedAt: Date): PastAttempt => ({ state: 'graded', hasPassed, endedAt });
const failed = (endedAt: Date) => graded(false, endedAt);

function ask(policy: object, rest: Partial<EligibilityInput> = {}) {
  return eligibility({
    policy: policySchema.parse(policy),
    pastAttempts: [],
    accommodation: { timeFactor: 1, extraAttempts: 0 },
    prerequisites: [],
    now,
    ...rest,
  });
}

describe('eligibility', () => {
  it('lets a learner start when nothing stands in the way', () => {
    expect(ask({})).toEqual({ isAllowed: true, reasons: [], attemptsLeft: null, canStartAt: now });
  });

  it('names every section that has to be passed first', () => {
    const prerequisites = [
      { sectionId: 'a', title: 'Basics', hasPassed: false },
      { sectionId: 'b', title: 'Tools', hasPassed: true },
      { sectionId: 'c', title: 'SQL', hasPassed: false },
    ];
    expect(ask({}, { prerequisites })).toEqual({
      isAllowed: false,
      reasons: [
        { code: 'prerequisite', sectionId: 'a', text: 'Pass “Basics” first.' },
        { code: 'prerequisite', sectionId: 'c', text: 'Pass “SQL” first.' },
      ],
      attemptsLeft: null,
      canStartAt: null,
    });
  });

  it.each<[string, PastAttempt[], number, boolean]>([
    ['none used', [], 2, true],
    ['one used', [failed(now)], 1, true],
    ['one running', [{ state: 'in_progress' }], 1, true],
    ['all used', [failed(now), graded(true, now)], 0, false],
    ['a voided one given back', [failed(now), { state: 'voided' }], 1, true],
    ['more used than a later policy allows', [failed(now), failed(now), failed(now)], 0, false],
  ])('counts attempts: %s', (_, pastAttempts, attemptsLeft, isAllowed) => {
    expect(ask({ attemptsMax: 2 }, { pastAttempts })).toMatchObject({ attemptsLeft, isAllowed });
  });

  it('lets those start at once whose cooldown is waived', () => {
    const pastAttempts = [failed(now)];
    const accommodation = { timeFactor: 1, extraAttempts: 0, waivesCooldown: true };
    expect(ask({ cooldownSeconds: 60 }, { pastAttempts, accommodation }).isAllowed).toBe(true);
    expect(ask({ cooldownSeconds: 60 }, { pastAttempts }).isAllowed).toBe(false);
  });

  it('gives extra attempts to those who have them', () => {
    const pastAttempts = [failed(now), failed(now)];
    const accommodation = { timeFactor: 1, extraAttempts: 1 };
    expect(ask({ attemptsMax: 2 }, { pastAttempts, accommodation })).toMatchObject({
      isAllowed: true,
      attemptsLeft: 1,
    });
    expect(ask({ attemptsMax: 2 }, { pastAttempts })).toMatchObject({
      reasons: [{ code: 'attempts_used' }],
      canStartAt: null,
    });
  });

  it.each([
    [-1, true],
    [0, true],
    [+1, false],
  ])('with a cooldown that ends in %i ms allows: %s', (offset, isAllowed) => {
    const until = after(offset);
    const pastAttempts = [failed(new Date(until.getTime() - 60_000)), failed(after(-86_400_000))];
    const answer = ask({ cooldownSeconds: 60 }, { pastAttempts });
    expect(answer.isAllowed).toBe(isAllowed);
    expect(answer.canStartAt).toEqual(isAllowed ? now : until);
  });

  it('asks no break of a learner who has no attempt left', () => {
    const answer = ask({ cooldownSeconds: 60, attemptsMax: 1 }, { pastAttempts: [failed(now)] });
    expect(answer.reasons.map(({ code }) => code)).toEqual(['attempts_used']);
  });

  it('asks no break of a learner whose newest attempt passed', () => {
    const pastAttempts = [failed(after(-2)), graded(true, after(-1))];
    expect(ask({ cooldownSeconds: 60 }, { pastAttempts }).isAllowed).toBe(true);
  });

  it.each([
    ['before it opens', { opensAt: after(1) }, ['window_not_open']],
    ['when it opens', { opensAt: now }, []],
    ['just before it closes', { closesAt: after(1) }, []],
    ['when it closes', { closesAt: now }, ['window_closed']],
    ['after it closed', { closesAt: after(-1) }, ['window_closed']],
  ])('knows the window %s', (_, window, codes) => {
    const policy = Object.fromEntries(Object.entries(window).map(([name, at]) => [name, at.toISOString()]));
    expect(ask(policy).reasons.map((reason) => reason.code)).toEqual(codes);
  });

  it('says when waiting is enough: after the last of the reasons that pass by themselves', () => {
    const policy = { cooldownSeconds: 60, opensAt: after(5_000).toISOString() };
    const answer = ask(policy, { pastAttempts: [failed(now)] });
    expect(answer.reasons.map(({ code, until }) => [code, until])).toEqual([
      ['window_not_open', after(5_000)],
      ['cooldown', after(60_000)],
    ]);
    expect(answer.canStartAt).toEqual(after(60_000));

    const opensLater = { cooldownSeconds: 60, opensAt: after(90_000).toISOString() };
    expect(ask(opensLater, { pastAttempts: [failed(now)] }).canStartAt).toEqual(after(90_000));
  });

  it('does not promise a start after the window has closed', () => {
    const policy = { cooldownSeconds: 60, closesAt: after(60_000).toISOString() };
    expect(ask(policy, { pastAttempts: [failed(now)] }).canStartAt).toBeNull();
  });
});
