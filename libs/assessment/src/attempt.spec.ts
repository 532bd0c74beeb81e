import { describe, expect, it } from '@jest/globals';
import { policySchema, questionSchema, type Policy } from '#libs/contracts';
import { aQuestion } from '#libs/testing';
import fc from 'fast-check';

import { noAccommodation } from './accommodation.js';
import {
  deadlineFor,
  expireAttempt,
  markAttempt,
  saveAnswer,
  startAttempt,
  submitAttempt,
  voidAttempt,
  type Attempt,
  type EndedAttempt,
  type InProgressAttempt,
  type SavedAnswer,
} from './attempt.js';
import type { Answer } from './questions/answer.js';
import { Rational } from './rational.js';

const startedAt = new Date('2026-03-01T10:00:00.000Z');
const after = (milliseconds: number) => new Date(startedAt.getTime() + milliseconds);
const minute = 60_000;

const ids = ['7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11', '7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c12'] as const;
const questions = ids.map((id) => questionSchema.parse({ id, version: 2, type: 'true_false', stem: '?', key: true }));
const timed = policySchema.parse({ timeLimitSeconds: 600, passMark: 0.5, shuffleQuestions: false });

/** Functions rather than values: what runs while tests are collected, mutation testing cannot tell apart. */
const running = () => start(timed);
const right = new Map<string, Answer | null>([
  [ids[0], { value: true }],
  [ids[1], null],
]);
const grading = { questions, answers: right, policy: timed };

function start(policy: Policy): InProgressAttempt {
  return startAttempt({ questions, policy, accommodation: noAccommodation, seed: 'seed' }, startedAt);
}

function graded(now: Date): Attempt {
  return ended(submitAttempt(running(), grading, now));
}

function voided(): Attempt {
  return ended(voidAttempt(running(), { reason: 'fire drill', voidedBy: 'instructor' }, after(1)));
}

function ended(outcome: { state: string } & (Attempt | { state: 'refused' })): Attempt {
  if (outcome.state === 'refused') throw new Error('A refusal was not expected.');
  return outcome;
}

describe('startAttempt', () => {
  it('pins the paper, the start and the deadline', () => {
    expect(running()).toEqual({
      state: 'in_progress',
      startedAt,
      deadlineAt: after(10 * minute),
      paper: ids.map((questionId) => ({ questionId, version: 2, optionOrder: [] })),
    });
  });
});

describe('deadlineFor', () => {
  const closesIn = (milliseconds: number) => after(milliseconds).toISOString();
  it.each([
    ['no limit and no window', null, null, 1, null],
    ['a limit', 600, null, 1, 10 * minute],
    ['a limit and more time', 600, null, 1.5, 15 * minute],
    ['a window that closes first', 600, closesIn(5 * minute), 1, 5 * minute],
    ['a window that closes later', 600, closesIn(20 * minute), 1, 10 * minute],
    ['a window alone', null, closesIn(20 * minute), 1, 20 * minute],
    ['a window that closes first, and more time', 600, closesIn(5 * minute), 1.5, 15 * minute],
    ['a window alone, and more time', null, closesIn(20 * minute), 2, 40 * minute],
    ['a limit that does not stretch to whole milliseconds', 31, null, 1.00001, 31_000],
  ])('with %s', (...[, timeLimitSeconds, closesAt, timeFactor, expected]) => {
    const deadline = deadlineFor({ timeLimitSeconds, closesAt }, { timeFactor, extraAttempts: 0 }, startedAt);
    expect(deadline).toEqual(expected === null ? null : after(expected));
  });
});

describe('saveAnswer', () => {
  const answer = { value: true };
  const input = { questionId: ids[0], sequence: 1, answer, stored: null };

  it.each([
    [-1, 'stored'],
    [0, 'refused'],
    [+1, 'refused'],
  ])('at the deadline %i ms is %s', (offset, state) => {
    expect(saveAnswer(running(), input, after(10 * minute + offset)).state).toBe(state);
  });

  it('never runs out of time without a deadline', () => {
    expect(saveAnswer(start({ ...timed, timeLimitSeconds: null }), input, after(1e12)).state).toBe('stored');
  });

  it('acknowledges with the moment it counts from', () => {
    const savedAt = after(minute);
    expect(saveAnswer(running(), input, savedAt)).toEqual({
      state: 'stored',
      saved: { questionId: ids[0], sequence: 1, answer, savedAt },
    });
  });

  it.each([
    ['a repeat', 4],
    ['an older save that came late', 3],
  ])('keeps what is stored on %s, also after the deadline', (_, sequence) => {
    const stored = { sequence: 4, answer: { value: false }, savedAt: after(minute) };
    const kept = { state: 'kept', saved: { questionId: ids[0], ...stored } };
    expect(saveAnswer(running(), { ...input, sequence, stored }, after(2 * minute))).toEqual(kept);
    expect(saveAnswer(running(), { ...input, sequence, stored }, after(20 * minute))).toEqual(kept);
  });

  it('takes an answer back', () => {
    const stored = { sequence: 1, answer, savedAt: after(1) };
    const outcome = saveAnswer(running(), { ...input, sequence: 2, answer: null, stored }, after(2));
    expect(outcome).toMatchObject({ state: 'stored', saved: { sequence: 2, answer: null } });
  });

  it.each<[string, () => Attempt, object, string]>([
    ['a question that is not on the paper', running, { questionId: 'other' }, 'question_not_in_paper'],
    ['sequence zero', running, { sequence: 0 }, 'sequence_invalid'],
    ['a broken sequence', running, { sequence: 1.5 }, 'sequence_invalid'],
    ['a sequence beyond whole numbers', running, { sequence: 2 ** 53 }, 'sequence_invalid'],
    ['a submitted attempt', () => graded(after(minute)), {}, 'attempt_graded'],
    ['an expired attempt', () => graded(after(10 * minute)), {}, 'attempt_expired'],
    ['a voided attempt', voided, {}, 'attempt_voided'],
  ])('refuses %s', (_, attempt, fields, code) => {
    expect(saveAnswer(attempt(), { ...input, ...fields }, after(minute))).toMatchObject({ state: 'refused', code });
  });

  it('ends with the highest sequence, in whatever order the saves of two tabs arrive', () => {
    const saves = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(saves, (sequences) => {
        let stored: SavedAnswer | null = null;
        for (const sequence of sequences) {
          const outcome = saveAnswer(
            running(),
            { ...input, sequence, answer: { text: `${sequence}` }, stored },
            startedAt,
          );
          if (outcome.state !== 'refused') stored = outcome.saved;
        }
        expect(stored).toMatchObject({ answer: { text: `${Math.max(...sequences)}` } });
      }),
    );
  });
});

describe('submitAttempt', () => {
  it('grades what is saved at the moment of submission', () => {
    const attempt = submitAttempt(running(), grading, after(minute));
    expect(attempt).toMatchObject({
      state: 'graded',
      endedBy: 'submitted',
      startedAt,
      endedAt: after(minute),
      gradedAt: after(minute),
      paper: running().paper,
      grade: { percent: 50, hasPassed: true },
    });
  });

  it.each([
    [-1, 'submitted', -1],
    [0, 'expired', 0],
    [+1, 'expired', 0],
  ])('at the deadline %i ms is %s', (offset, endedBy, endedAt) => {
    const deadline = 10 * minute;
    const attempt = submitAttempt(running(), grading, after(deadline + offset));
    expect(attempt).toMatchObject({ endedBy, endedAt: after(deadline + endedAt) });
  });

  it('gives the same attempt on repeat, whatever is sent and whenever', () => {
    const first = graded(after(minute));
    expect(submitAttempt(first, { ...grading, answers: new Map() }, after(99 * minute))).toBe(first);
    expect(expireAttempt(first, grading, after(99 * minute))).toBe(first);
  });

  it('is refused after voiding', () => {
    expect(submitAttempt(voided(), grading, after(minute))).toMatchObject({ code: 'attempt_voided' });
  });

  it('faults when a question of the paper is missing, or there in another version', () => {
    const [first, second] = questions;
    const newer = [first, { ...second, version: 3 }].flatMap((question) => questionSchema.parse(question));
    expect(() => submitAttempt(running(), { ...grading, questions: newer }, after(1))).toThrow(RangeError);
  });

  it('faults on a state that does not exist', () => {
    const corrupt = JSON.parse('{"state":"lost"}');
    expect(() => submitAttempt(corrupt, grading, after(1))).toThrow(TypeError);
  });
});

describe('expireAttempt', () => {
  it('is refused while there is time', () => {
    expect(expireAttempt(running(), grading, after(10 * minute - 1))).toMatchObject({ code: 'attempt_running' });
  });

  it('ends at the deadline, however late the sweep comes', () => {
    expect(expireAttempt(running(), grading, after(60 * minute))).toMatchObject({
      endedBy: 'expired',
      endedAt: after(10 * minute),
      gradedAt: after(60 * minute),
    });
  });
});

describe('voidAttempt', () => {
  it.each<[string, () => Attempt]>([
    ['a running attempt', running],
    ['a graded attempt', () => graded(after(minute))],
  ])('takes %s out of the count', (_, attempt) => {
    const outcome = voidAttempt(attempt(), { reason: ' fire drill ', voidedBy: 'instructor' }, after(1));
    expect(outcome).toEqual({
      state: 'voided',
      startedAt,
      deadlineAt: running().deadlineAt,
      paper: running().paper,
      voidedAt: after(1),
      voidedBy: 'instructor',
      reason: 'fire drill',
    });
  });

  it('keeps the first voiding', () => {
    const first = voided();
    expect(voidAttempt(first, { reason: 'other', voidedBy: 'other' }, after(9))).toBe(first);
  });

  it('needs a reason', () => {
    expect(voidAttempt(running(), { reason: ' ', voidedBy: 'x' }, after(1))).toMatchObject({ code: 'reason_missing' });
  });
});

function handedIn(outcome: ReturnType<typeof submitAttempt>): EndedAttempt {
  if (outcome.state === 'refused') throw new Error('A refusal was not expected.');
  return outcome;
}

describe('an attempt with an essay', () => {
  const essay = aQuestion({ id: '7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c13', type: 'essay' });
  const withEssay = [...questions, essay];
  const attempt = () =>
    startAttempt({ questions: withEssay, policy: timed, accommodation: noAccommodation, seed: 'seed' }, startedAt);
  const answers = new Map<string, Answer | null>([...right, [essay.id, { essay: 'Because.' }]]);
  const input = { questions: withEssay, answers, policy: timed };
  const handIn = () => handedIn(submitAttempt(attempt(), input, after(minute)));

  it('waits for its mark once it is handed in, and takes no more answers', () => {
    const over = handIn();
    expect(over).toMatchObject({
      state: 'submitted',
      endedBy: 'submitted',
      grade: { pendingCount: 1, hasPassed: false },
    });
    expect(submitAttempt(over, input, after(2 * minute))).toBe(over);
    const saved = saveAnswer(over, { questionId: essay.id, sequence: 9, answer: null, stored: null }, after(minute));
    expect(saved).toMatchObject({ state: 'refused', code: 'attempt_graded' });
  });

  it('waits as well when the clock ended it', () => {
    expect(expireAttempt(attempt(), input, after(601_000))).toMatchObject({ state: 'submitted', endedBy: 'expired' });
  });

  it('is graded with the last mark, at that moment, and keeps the moment when it is marked anew', () => {
    const over = handIn();
    const none = markAttempt(over, { ...input, decided: new Map() }, after(3 * minute));
    expect(none).toEqual(over);
    const marked = markAttempt(over, { ...input, decided: new Map([[essay.id, Rational.one]]) }, after(3 * minute));
    expect(marked).toMatchObject({ state: 'graded', endedAt: after(minute), gradedAt: after(3 * minute) });
    expect(marked.grade.hasPassed).toBe(true);
    const anew = markAttempt(marked, { ...input, decided: new Map([[essay.id, Rational.zero]]) }, after(4 * minute));
    expect(anew).toMatchObject({ state: 'graded', gradedAt: after(3 * minute), grade: { hasPassed: false } });
  });
});
