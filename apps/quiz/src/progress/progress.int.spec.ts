import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock } from '#libs/testing';

import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { publish, takeQuiz } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { CourseProgressResponse } from './progress.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

async function progressOf(who: Actor, courseId: string): Promise<CourseProgressResponse> {
  const reply = await quiz.call<CourseProgressResponse>(who, `GET /courses/${courseId}/progress`);
  expect(reply.status).toBe(200);
  return reply.body;
}

describe('the progress of a course', () => {
  it('names what has to be passed first, and opens when it is', async () => {
    const first = randomUUID();
    const { courseId, sections } = await publish(quiz, [
      { sectionId: first, title: 'Basics' },
      { prerequisites: [first] },
    ]);
    const who = learner();
    const before = await progressOf(who, courseId);
    expect(before).toMatchObject({ sectionsPassed: 0, sectionsRequired: 2, nextSectionId: first, certificateId: null });
    expect(before.sections[1]).toMatchObject({
      state: 'locked',
      reasons: [{ code: 'prerequisite', sectionId: first, text: 'Pass “Basics” first.' }],
    });
    const refused = await quiz.call(who, `POST /sections/${sections[1]!.sectionId}/attempts`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'attempt_not_allowed' } });
    expect(refused.body.errors).toEqual([{ pointer: '/reasons/prerequisite', detail: 'Pass “Basics” first.' }]);

    await takeQuiz(quiz, who, first, 'right');
    const after = await progressOf(who, courseId);
    expect(after.sections.map((section) => section.state)).toEqual(['passed', 'open']);
    expect(after).toMatchObject({ sectionsPassed: 1, nextSectionId: sections[1]!.sectionId });
  });

  it('says until when a cooldown lasts and how many attempts are left', async () => {
    const { courseId, sections } = await publish(quiz, [{ policy: { cooldownSeconds: 600, attemptsMax: 2 } }]);
    const who = learner();
    const { sectionId } = sections[0]!;
    const failed = await takeQuiz(quiz, who, sectionId, 'wrong');
    const until = new Date(clock.now().getTime() + 600_000).toISOString();
    expect(failed.result?.next).toEqual({ canRetryAt: until, attemptsLeft: 1 });
    const locked = await progressOf(who, courseId);
    expect(locked.sections[0]).toMatchObject({
      state: 'locked',
      reasons: [{ code: 'cooldown', until }],
      attemptsUsed: 1,
      attemptsLeft: 1,
      percent: 0,
    });
    clock.advance({ minutes: 10 });
    expect((await progressOf(who, courseId)).sections[0]?.state).toBe('open');
    await takeQuiz(quiz, who, sectionId, 'wrong');
    clock.advance({ minutes: 10 });
    expect((await progressOf(who, courseId)).sections[0]).toMatchObject({
      reasons: [{ code: 'attempts_used' }],
      attemptsLeft: 0,
    });
  });

  it('shows the open attempt until its time is over, and never after', async () => {
    const { courseId, sections } = await publish(quiz, [{ policy: { timeLimitSeconds: 60 } }]);
    const who = learner();
    const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sections[0]!.sectionId}/attempts`);
    expect((await progressOf(who, courseId)).sections[0]).toMatchObject({
      state: 'in_progress',
      openAttemptId: body.id,
    });
    clock.advance({ seconds: 60 });
    expect((await progressOf(who, courseId)).sections[0]).toMatchObject({
      state: 'open',
      openAttemptId: null,
      attemptsUsed: 1,
      lastActivityAt: body.deadlineAt,
    });
  });

  it('keeps the best score, whichever attempt it came from', async () => {
    const { courseId, sections } = await publish(quiz, [{}]);
    const who = learner();
    await takeQuiz(quiz, who, sections[0]!.sectionId, 'right');
    await takeQuiz(quiz, who, sections[0]!.sectionId, 'wrong');
    expect((await progressOf(who, courseId)).sections[0]).toMatchObject({
      state: 'passed',
      score: 5,
      scoreMax: 5,
      percent: 100,
      attemptsUsed: 2,
    });
  });

  it('hangs on the section, not on its title or the publication', async () => {
    const { courseId, sections } = await publish(quiz, [{}]);
    const who = learner();
    const { sectionId } = sections[0]!;
    await takeQuiz(quiz, who, sectionId, 'right');
    await publish(quiz, [{ title: 'New' }, { sectionId, title: 'Renamed' }], { id: courseId, publication: 2 });
    const after = await progressOf(who, courseId);
    expect(after.sections.map(({ state }) => state)).toEqual(['open', 'passed']);
    expect(after).toMatchObject({ sectionsPassed: 1, sectionsRequired: 2 });
  });

  it('is found by the slug too, and asks for a sign-in', async () => {
    const { courseId } = await publish(quiz, [{}]);
    const bySlug = await quiz.call<CourseProgressResponse>(learner(), `GET /courses/course-${courseId}/progress`);
    expect(bySlug.body.courseId).toBe(courseId);
    expect((await quiz.call(null, `GET /courses/${courseId}/progress`)).status).toBe(401);
  });

  it('does not count a voided attempt, and gives it back', async () => {
    const { courseId, sections } = await publish(quiz, [{ policy: { attemptsMax: 1 } }]);
    const who = learner();
    const passed = await takeQuiz(quiz, who, sections[0]!.sectionId, 'right');
    const admin: Actor = { id: randomUUID(), roles: ['admin'] };
    const voided = await quiz.call(admin, `POST /attempts/${passed.id}:void`, { reason: 'The room was on fire.' });
    expect(voided).toMatchObject({ status: 200, body: { state: 'voided', reason: 'The room was on fire.' } });
    const repeated = await quiz.call(admin, `POST /attempts/${passed.id}:void`, { reason: 'Another reason.' });
    expect(repeated.text).toBe(voided.text);
    expect((await progressOf(who, courseId)).sections[0]).toMatchObject({
      state: 'open',
      percent: null,
      attemptsUsed: 0,
      attemptsLeft: 1,
    });
    const read = await quiz.call<AttemptResponse>(who, `GET /attempts/${passed.id}`);
    expect(read.body).toMatchObject({ state: 'voided', result: null });
    const own: Actor = { id: who.id, roles: ['learner', 'admin'] };
    expect((await quiz.call(own, `POST /attempts/${passed.id}:void`, { reason: 'Mine.' })).status).toBe(404);
  });
});
