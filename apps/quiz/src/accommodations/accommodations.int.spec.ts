import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock } from '#libs/testing';

import { answerTo, introduce, publish } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import type { CourseProgressResponse } from '../progress/progress.dto.js';
import type { AccommodationResponse } from './accommodations.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

async function teach(policy = {}) {
  const { courseId, sections } = await publish(quiz, [{ policy }]);
  const teacher: Actor = { id: randomUUID(), roles: ['instructor'] };
  const who = learner();
  await introduce(quiz, who);
  const { body } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'X', courseId });
  await quiz.call(teacher, `POST /cohorts/${body.id}/enrolments`, { emails: [`${who.id}@example.org`] });
  const section = `/sections/${sections[0]!.sectionId}/attempts`;
  return { teacher, who, cohort: `/cohorts/${body.id}`, path: `/accommodations/${who.id}`, section };
}

function grant(by: Actor, path: string, timeFactor: number, extraAttempts = 0) {
  return quiz.call<AccommodationResponse>(by, `PUT ${path}`, { timeFactor, extraAttempts });
}

const minutesOf = ({ startedAt, deadlineAt }: AttemptResponse) =>
  (Date.parse(deadlineAt ?? '') - Date.parse(startedAt)) / 60_000;

describe('an accommodation', () => {
  it('is none until it is granted; then its learner and their instructor read the same', async () => {
    const { teacher, who, path } = await teach();
    const nothing = { learnerId: who.id, timeFactor: 1, extraAttempts: 0, waivesCooldown: false, grantedAt: null };
    expect((await quiz.call(who, 'GET /me/accommodation')).body).toEqual(nothing);
    expect((await quiz.call(teacher, `GET ${path}`)).body).toEqual(nothing);
    const granted = await grant(teacher, path, 1.5, 2);
    const expected = {
      learnerId: who.id,
      timeFactor: 1.5,
      extraAttempts: 2,
      waivesCooldown: false,
      grantedAt: clock.now().toISOString(),
    };
    expect(granted).toMatchObject({ status: 200, body: expected });
    expect((await quiz.call(who, 'GET /me/accommodation')).body).toEqual(expected);
    expect((await quiz.call(teacher, `GET ${path}`)).body).toEqual(expected);
  });

  it('holds for the next attempt', async () => {
    const { teacher, who, path, section } = await teach({ timeLimitSeconds: 600 });
    await grant(teacher, path, 2);
    expect(minutesOf((await quiz.call<AttemptResponse>(who, `POST ${section}`)).body)).toBe(20);
  });

  it('lengthens a running attempt, in which answers then count to the new end', async () => {
    const { teacher, who, path, section } = await teach({ timeLimitSeconds: 600 });
    const started = await quiz.call<AttemptResponse>(who, `POST ${section}`);
    expect(minutesOf(started.body)).toBe(10);
    await grant(teacher, path, 2);
    const attempt = `/attempts/${started.body.id}`;
    expect(minutesOf((await quiz.call<AttemptResponse>(who, `GET ${attempt}`)).body)).toBe(20);
    clock.advance({ minutes: 19 });
    const [first, ...others] = started.body.questions;
    const saved = await quiz.call(who, `PUT ${attempt}/answers/${first!.id}`, {
      sequence: 1,
      answer: answerTo(first!),
    });
    expect(saved.status).toBe(200);
    const answers = others.map((question) => ({ questionId: question.id, sequence: 1, answer: answerTo(question) }));
    const ended = await quiz.call<AttemptResponse>(who, `POST ${attempt}:submit`, { answers });
    expect(ended.body).toMatchObject({ endedBy: 'submitted', result: { percent: 100 } });
  });

  it('never shortens a running attempt and never opens one again', async () => {
    const { teacher, who, path, section } = await teach({ timeLimitSeconds: 600 });
    await grant(teacher, path, 3);
    const started = await quiz.call<AttemptResponse>(who, `POST ${section}`);
    await grant(teacher, path, 1);
    expect(minutesOf((await quiz.call<AttemptResponse>(who, `GET /attempts/${started.body.id}`)).body)).toBe(30);
    clock.advance({ minutes: 30 });
    await grant(teacher, path, 4);
    const over = await quiz.call<AttemptResponse>(who, `GET /attempts/${started.body.id}`);
    expect(over.body).toMatchObject({ state: 'graded', endedBy: 'expired' });
  });

  it('lets its learner start again at once where it waives the cooldown, in every course, and says so', async () => {
    const { teacher, who, path, section } = await teach({ cooldownSeconds: 600 });
    const first = await quiz.call<AttemptResponse>(who, `POST ${section}`);
    await quiz.call(who, `POST /attempts/${first.body.id}:submit`);
    expect((await quiz.call(who, `POST ${section}`)).status).toBe(409);
    const granted = { timeFactor: 1, extraAttempts: 0, waivesCooldown: true };
    expect(await quiz.call(teacher, `PUT ${path}`, granted)).toMatchObject({ status: 200, body: granted });
    const progress = await quiz.call<CourseProgressResponse>(who, `GET /courses/${first.body.courseId}/progress`);
    expect(progress.body).toMatchObject({ accommodation: granted, sections: [{ state: 'open', reasons: [] }] });
    const again = await quiz.call<AttemptResponse>(who, `POST ${section}`);
    expect(again.status).toBe(201);
    const { body } = await quiz.call<AttemptResponse>(who, `POST /attempts/${again.body.id}:submit`);
    expect(body.result?.next.canRetryAt).toBe(clock.now().toISOString());
  });

  it('keeps an attempt open beyond the closing date for a learner with more time, granted before or during it', async () => {
    const closesAt = new Date(clock.now().getTime() + 10 * 60_000).toISOString();
    const { teacher, who, path, section } = await teach({ closesAt });
    const started = await quiz.call<AttemptResponse>(who, `POST ${section}`);
    expect(minutesOf(started.body)).toBe(10);
    await grant(teacher, path, 1.5);
    clock.advance({ minutes: 14 });
    const read = await quiz.call<AttemptResponse>(who, `GET /attempts/${started.body.id}`);
    expect(read.body.state).toBe('in_progress');
    expect(minutesOf(read.body)).toBe(15);
  });

  it.each([
    { timeFactor: 1, extraAttempts: 0, waivesCooldown: 'yes' },
    { timeFactor: 0.5, extraAttempts: 0 },
    { timeFactor: 4.01, extraAttempts: 0 },
    { timeFactor: 1, extraAttempts: 21 },
    { timeFactor: 1, extraAttempts: 0.5 },
    { timeFactor: '2', extraAttempts: 0 },
    { timeFactor: 2 },
    { timeFactor: 2, extraAttempts: 0, learnerId: randomUUID() },
  ])('is refused as %j', async (request) => {
    const { teacher, path } = await teach();
    const refused = await quiz.call(teacher, `PUT ${path}`, request);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  });
});

describe('the rights', () => {
  it('are those of an instructor of the learner and of an admin', async () => {
    const { teacher, who, cohort, path } = await teach();
    const admin: Actor = { id: randomUUID(), roles: ['admin'] };
    expect((await grant(admin, path, 2)).status).toBe(200);
    expect((await quiz.call(null, `GET ${path}`)).status).toBe(401);
    expect((await quiz.call(null, 'GET /me/accommodation')).status).toBe(401);
    expect((await grant(who, path, 2)).status).toBe(403);
    const other = (await teach()).teacher;
    const foreign = await quiz.call(other, `GET ${path}`);
    const unknown = await quiz.call(other, `GET /accommodations/${randomUUID()}`);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
    expect((await grant(other, path, 4)).status).toBe(404);
    expect((await grant(admin, `/accommodations/${randomUUID()}`, 2)).status).toBe(404);
    await quiz.call(teacher, `DELETE ${cohort}/enrolments/${who.id}`);
    expect((await grant(teacher, path, 4)).status).toBe(404);
  });

  it('never reach oneself', async () => {
    const who: Actor = { id: randomUUID(), roles: ['learner', 'admin'] };
    await introduce(quiz, who);
    expect((await grant(who, `/accommodations/${who.id}`, 4)).status).toBe(404);
  });
});
