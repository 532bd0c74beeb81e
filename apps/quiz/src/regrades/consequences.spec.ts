import { describe, expect, it } from '@jest/globals';

import { type Circumstances, consequencesOf, type Regraded, type Rule, type SectionOutline } from './consequences.js';
import { countsOfConsequences, countsOfGrade, directionOf, isVisible, noCounts, readCounts, sumOf } from './counts.js';

const outline: SectionOutline[] = [
  { sectionId: 'basics', title: 'Basics', isRequired: true, prerequisites: [] },
  { sectionId: 'http', title: 'HTTP', isRequired: true, prerequisites: ['basics'] },
  { sectionId: 'extra', title: 'Extra', isRequired: false, prerequisites: ['basics', 'http'] },
];
const best: Rule = { aggregation: 'best', passMark: 0.8 };

function result(percent: number) {
  return { percent, hasPassed: percent >= 80, gradedAt: new Date('2030-01-01T00:00:00Z') };
}
const attempt = (before: number | null, after: number): Regraded => ({
  before: before === null ? null : result(before),
  after: result(after),
});

const nobody: Circumstances = { passed: [], badge: 'nothing', certificate: 'nothing' };
const holder: Circumstances = { passed: ['basics'], badge: 'active', certificate: 'nothing' };
const graduate: Circumstances = { passed: ['basics', 'http'], badge: 'active', certificate: 'active' };

function consequences(
  attempts: readonly Regraded[],
  circumstances: Circumstances,
  given: { rule?: Rule; onLoss?: 'suspend' | 'keep' } = {},
) {
  const { rule = best, onLoss = 'suspend' } = given;
  return consequencesOf(attempts, circumstances, { sectionId: 'basics', rule, outline, onLoss });
}

describe('what a regrade means for a learner', () => {
  it('who passes through it: the badge, and the section that waited for this one only', () => {
    expect(consequences([attempt(60, 80)], nobody)).toEqual({
      ...{ section: 'passed', badge: 'issue', certificate: 'none', keepsPass: false },
      unlocks: [{ sectionId: 'http', title: 'HTTP', effect: 'gained' }],
    });
  });

  it('who passes the last section that was missing: the certificate', () => {
    const almost: Circumstances = { passed: ['http'], badge: 'nothing', certificate: 'nothing' };
    expect(consequences([attempt(null, 100)], almost)).toMatchObject({
      ...{ badge: 'issue', certificate: 'issue' },
      unlocks: [{ sectionId: 'extra', effect: 'gained' }],
    });
  });

  it('whose badge was suspended before: the same one again', () => {
    expect(consequences([attempt(60, 80)], { ...nobody, badge: 'suspended' }).badge).toBe('reinstate');
  });

  it('who fails through it: badge, certificate and what they opened', () => {
    expect(consequences([attempt(80, 60)], graduate)).toMatchObject({
      ...{ section: 'lost', badge: 'suspend', certificate: 'suspend' },
      unlocks: [{ sectionId: 'extra', effect: 'lost' }],
    });
    expect(consequences([attempt(80, 60)], graduate, { onLoss: 'keep' })).toMatchObject({
      ...{ section: 'lost', badge: 'keep', certificate: 'keep' },
    });
  });

  it.each<[Rule['aggregation'], Regraded[], string]>([
    ['best', [attempt(80, 60), attempt(90, 90)], 'none'],
    ['latest', [attempt(80, 60), attempt(90, 90)], 'none'],
    ['first', [attempt(80, 60), attempt(90, 90)], 'lost'],
    ['mean', [attempt(80, 60), attempt(90, 90)], 'lost'],
    ['mean', [attempt(80, 70), attempt(90, 90)], 'none'],
  ])('under %s, %j: %s', (aggregation, attempts, section) => {
    const rule = { aggregation, passMark: 0.8 };
    expect(consequences(attempts, holder, { rule }).section).toBe(section);
  });

  it('who passed by a rule that held before: nothing, it is not this regrade that decides', () => {
    const rule: Rule = { aggregation: 'first', passMark: 0.8 };
    expect(consequences([attempt(60, 50), attempt(90, 90)], holder, { rule })).toMatchObject({
      ...{ section: 'none', badge: 'none', keepsPass: true },
    });
  });
});

describe('counts', () => {
  const grade = (score: number, scoreMax: number, hasPassed: boolean) => ({
    score: `${score}.0000000000`,
    scoreMax: `${scoreMax}.0000000000`,
    percent: (100 * score) / scoreMax,
    hasPassed,
  });

  it.each([
    [grade(3, 5, false), grade(4, 5, true), 1, true],
    [grade(4, 5, true), grade(3, 5, false), -1, true],
    [grade(3, 5, false), grade(3, 5, false), 0, false],
    // Less to earn: the score is lower and the share higher.
    [grade(3, 5, false), grade(2, 3, false), 1, true],
    [grade(4, 4, true), grade(3, 3, true), -1, true],
    [grade(0, 5, false), grade(0, 4, false), 0, true],
    [null, grade(4, 5, true), 0, true],
  ])('%j to %j', (before, after, direction, visible) => {
    expect([directionOf({ before, after }), isVisible({ before, after })]).toEqual([direction, visible]);
    expect(countsOfGrade({ before, after })).toEqual({
      ...{ regraded: 1, changed: Number(visible) },
      ...{ scoreUp: Number(direction > 0), scoreDown: Number(direction < 0) },
    });
  });

  it('add up, and what older regrades did not count is nothing', () => {
    const lost = countsOfConsequences(consequences([attempt(80, 60)], graduate));
    const kept = countsOfConsequences(consequences([attempt(80, 60)], graduate, { onLoss: 'keep' }));
    expect(sumOf([lost, kept, { attempts: 3 }])).toEqual({
      ...noCounts,
      ...{ attempts: 3, learners: 2, passesLost: 2, unlocksLost: 2 },
      ...{ badgesSuspended: 1, badgesKept: 1, certificatesSuspended: 1, certificatesKept: 1 },
    });
    expect(readCounts({ attempts: 3 })).toEqual({ ...noCounts, attempts: 3 });
  });
});
