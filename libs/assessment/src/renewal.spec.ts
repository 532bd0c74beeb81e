import { describe, expect, it } from '@jest/globals';
import { policySchema, questionSchema } from '#libs/contracts';

import { noAccommodation } from './accommodation.js';
import { forRenewal, paperSizeOf, renewalPolicyOf, renewalSizeOf, startRenewal } from './renewal.js';

const questions = Array.from({ length: 10 }, (_, at) =>
  questionSchema.parse({
    id: `7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c1${at}`,
    version: 1,
    type: 'true_false',
    stem: '?',
    key: true,
    tags: at < 4 ? ['sql'] : ['http'],
  }),
);
const policy = policySchema.parse({
  timeLimitSeconds: 600,
  attemptsMax: 2,
  opensAt: '2026-01-01T00:00:00Z',
  closesAt: '2026-02-01T00:00:00Z',
  passMark: 0.75,
});
const now = new Date('2030-01-01T00:00:00Z');
const pool = { tags: ['sql'], difficulty: null, count: 2 };

describe('a paper', () => {
  it.each([
    ['of everything', {}, 10],
    ['of a draw', { drawCount: 4 }, 4],
    ['of a draw larger than the bank', { drawCount: 40 }, 10],
    ['of fixed questions alone', { fixedQuestions: [questions[0]!.id] }, 1],
    ['of fixed questions, a pool and a draw', { fixedQuestions: [questions[9]!.id], pools: [pool], drawCount: 3 }, 6],
  ])('%s holds so many questions: %j', (_, given, size) => {
    expect(paperSizeOf({ ...policy, ...given }, questions.length)).toBe(size);
  });
});

describe('a renewal', () => {
  it.each([
    [{}, 5],
    [{ drawCount: 5 }, 3],
    [{ drawCount: 1 }, 1],
    [{ renewalDrawCount: null, drawCount: 4 }, 2],
    [{ renewalDrawCount: 2 }, 2],
    [{ renewalDrawCount: 9, drawCount: 4 }, 4],
  ])('under %j asks %i questions', (given, size) => {
    expect(renewalSizeOf({ ...policy, ...given }, questions.length)).toBe(size);
    const started = startRenewal(
      { questions, policy: { ...policy, ...given }, accommodation: noAccommodation, seed: 'seed' },
      now,
    );
    expect(started.paper).toHaveLength(size);
  });

  it('has the same pass mark, its share of the time, no limit of attempts and no window', () => {
    expect(renewalPolicyOf({ ...policy, renewalDrawCount: 3 }, 10)).toMatchObject({
      passMark: 0.75,
      timeLimitSeconds: 180,
      attemptsMax: null,
      opensAt: null,
      closesAt: null,
    });
    expect(renewalPolicyOf({ ...policy, timeLimitSeconds: null }, 10).timeLimitSeconds).toBeNull();
    expect(renewalPolicyOf(policy, 0).timeLimitSeconds).toBe(0);
  });

  it('runs for its share of the time, stretched for who has more', () => {
    const accommodation = { ...noAccommodation, timeFactor: 2 };
    const { deadlineAt } = startRenewal({ questions, policy, accommodation, seed: 'seed' }, now);
    expect(deadlineAt).toEqual(new Date(now.getTime() + 600_000));
  });

  it('is drawn anew by each seed, and the same by the same', () => {
    const drawn = (seed: string) =>
      startRenewal({ questions, policy, accommodation: noAccommodation, seed }, now).paper.map(
        (place) => place.questionId,
      );
    expect(drawn('a')).toEqual(drawn('a'));
    expect(new Set(Array.from({ length: 50 }, (_, at) => drawn(`${at}`).toSorted().join())).size).toBeGreaterThan(10);
  });

  it('keeps the order of the paper where nothing is shuffled', () => {
    const ordered = { ...policy, shuffleQuestions: false };
    const { paper } = startRenewal({ questions, policy: ordered, accommodation: noAccommodation, seed: 'a' }, now);
    const ids = paper.map(({ questionId }) => questionId);
    expect(ids).toEqual(ids.toSorted());
  });

  it('leaves the section as it is but for the policy', () => {
    const section = { title: 'HTTP', policy, questions };
    expect(forRenewal(section)).toEqual({ ...section, policy: renewalPolicyOf(policy, 10) });
  });
});
