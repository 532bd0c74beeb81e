import { describe, expect, it } from '@jest/globals';
import { policySchema } from '#libs/contracts';

import { changedPolicy, effectivePolicy, shownPolicy } from './policy.js';

const phase = { score: true, correctness: true, key: false, feedback: false };
const reviewPhases = { during: phase, afterSubmit: phase, afterPass: phase, afterClose: phase };

describe('an effective policy', () => {
  it('is that of the platform where neither course nor section says anything', () => {
    const { policy, sources } = effectivePolicy({}, {});
    expect(policy).toEqual(policySchema.parse({}));
    expect(new Set(Object.values(sources))).toEqual(new Set(['default']));
    expect(Object.keys(sources).sort()).toEqual(Object.keys(policySchema.shape).sort());
  });

  it('takes each setting from the nearest level that says it', () => {
    const course = { passMark: 0.6, timeLimitSeconds: 600, aggregation: 'mean' } as const;
    const { policy, sources } = effectivePolicy(course, { passMark: 0.9, drawCount: 5 });
    expect(policy).toMatchObject({ passMark: 0.9, timeLimitSeconds: 600, drawCount: 5, aggregation: 'mean' });
    expect(sources).toMatchObject({ passMark: 'section', timeLimitSeconds: 'course', drawCount: 'section' });
    expect(sources).toMatchObject({ aggregation: 'course', review: 'default' });
  });

  it('has no limit where the section says so, whatever the course says', () => {
    const { policy, sources } = effectivePolicy({ timeLimitSeconds: 600, practice: null }, { timeLimitSeconds: null });
    expect(policy).toMatchObject({ timeLimitSeconds: null, practice: null });
    expect(sources).toMatchObject({ timeLimitSeconds: 'section', practice: 'course' });
  });

  it('has no pools where the section names none', () => {
    const pools = [{ tags: [], difficulty: 'easy' as const, count: 3 }];
    expect(effectivePolicy({ pools }, {}).policy.pools).toEqual(pools);
    expect(effectivePolicy({ pools }, { pools: [] }).policy.pools).toEqual([]);
  });

  it('does not let phases of the course undo what the section says of the review', () => {
    const { policy, sources } = effectivePolicy({ reviewPhases }, { review: 'never' });
    expect(policy).toMatchObject({ review: 'never' });
    expect(policy).not.toHaveProperty('reviewPhases');
    expect(sources).toMatchObject({ review: 'section', reviewPhases: 'default' });
  });

  it('has the phases of the nearest level that has any, and none where the section wants none', () => {
    expect(effectivePolicy({ reviewPhases, review: 'never' }, {}).policy).toMatchObject({ reviewPhases });
    expect(effectivePolicy({ review: 'never' }, { reviewPhases }).policy).toMatchObject({ reviewPhases });
    expect(effectivePolicy({ reviewPhases }, { reviewPhases: null }).policy).not.toHaveProperty('reviewPhases');
  });
});

describe('a change of a policy', () => {
  it.each([
    ['says a setting', { passMark: 0.5 }, { passMark: 0.5, attemptsMax: 3, timeLimitSeconds: null }],
    ['gives one back', { attemptsMax: null, passMark: null }, { timeLimitSeconds: null }],
    ['says that there is none', { attemptsMax: 'none' }, { attemptsMax: null, timeLimitSeconds: null }],
    ['leaves the others', {}, { attemptsMax: 3, timeLimitSeconds: null }],
  ] as const)('%s', (_, change, after) => {
    expect(changedPolicy({ attemptsMax: 3, timeLimitSeconds: null }, change)).toEqual(after);
  });

  it('may be what was shown: nothing changes then', () => {
    const own = { attemptsMax: null, passMark: 0.5 };
    expect(changedPolicy(own, shownPolicy(own))).toEqual(own);
  });
});
