import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock } from '#libs/testing';

import type { AttemptResponse } from '../attempts/attempts.dto.js';
import type { CredentialHistoryResponse } from '../credentials/decisions.dto.js';
import { deliverGrades, deliverRenewals, finishQuiz, introduce, publish, singleChoice } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import { RemindersService } from './reminders.service.js';
import type { RenewalsResponse } from './renewals.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };

interface Badge {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
}

interface Holder {
  readonly who: Actor;
  readonly courseId: string;
  readonly sectionIds: readonly string[];
}

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

async function finish(who: Actor, attempt: AttemptResponse, text: string): Promise<AttemptResponse> {
  const ended = await finishQuiz(quiz, who, attempt, text);
  await deliverGrades(quiz, who.id);
  await deliverRenewals(quiz, who.id);
  return ended;
}

async function pass(who: Actor, sectionId: string): Promise<AttemptResponse> {
  const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
  return finish(who, body, 'right');
}

/** A learner who holds a badge of each section for a year, and the certificate. */
async function holder(sections = 1, policy: object = {}): Promise<Holder> {
  const timed = { credentialValidDays: 365, timeLimitSeconds: 600, cooldownSeconds: 3_600, ...policy };
  const published = await publish(
    quiz,
    Array.from({ length: sections }, (_, at) => ({ title: `Part ${at + 1}`, policy: timed })),
    { id: randomUUID(), publication: 1, certificateValidDays: 365 },
  );
  const who = learner();
  await introduce(quiz, who);
  const sectionIds = published.sections.map(({ sectionId }) => sectionId);
  for (const sectionId of sectionIds) await pass(who, sectionId);
  return { who, courseId: published.courseId, sectionIds };
}

async function held({ who }: Holder, kind = 'section_badge'): Promise<Badge[]> {
  const { body } = await quiz.call<{ items: Badge[] }>(who, 'GET /me/credentials?limit=100');
  return body.items.filter((item) => item.kind === kind);
}

const badgeOf = async (of: Holder) => (await held(of))[0]!.id;
const renew = (who: Actor, id: string, headers = {}) =>
  quiz.call<AttemptResponse>(who, `POST /credentials/${id}:renew`, undefined, headers);

async function edition(id: string) {
  const [row] = await quiz.dataSource.query(
    'SELECT document, jwt, expires_at, awarded_at, issued_at, version, status FROM credential WHERE id = $1',
    [id],
  );
  return row;
}

async function decisions(id: string): Promise<string[]> {
  const { body } = await quiz.call<CredentialHistoryResponse>(admin, `GET /credentials/${id}/history`);
  return body.items.map(({ decision }) => decision);
}

const day = 86_400_000;

describe('a renewal', () => {
  it('is a shorter quiz in proportionate time, and makes a newer edition of the same credential', async () => {
    const of = await holder();
    const id = await badgeOf(of);
    const before = await edition(id);
    clock.advance({ days: 300 });
    const started = await renew(of.who, id);
    expect(started).toMatchObject({ status: 201, body: { purpose: 'renewal', number: 1, state: 'in_progress' } });
    expect(started.body.questions).toHaveLength(3);
    const given = new Date(started.body.deadlineAt!).getTime() - new Date(started.body.startedAt).getTime();
    expect(given).toBe(360_000);
    const renewedAt = clock.now();
    expect((await finish(of.who, started.body, 'right')).result?.hasPassed).toBe(true);
    const after = await edition(id);
    expect(after.expires_at.getTime() - before.expires_at.getTime()).toBe(365 * day);
    expect(after).toMatchObject({ awarded_at: before.awarded_at, issued_at: before.issued_at, status: 'active' });
    expect(after.document).toMatchObject({
      id: before.document.id,
      validFrom: renewedAt.toISOString(),
      validUntil: after.expires_at.toISOString(),
      awardedDate: before.document.awardedDate,
    });
    expect(after.jwt).not.toBe(before.jwt);
    const verified = await quiz.call<{ isValid: boolean }>(null, `GET /credentials/${id}/verification`);
    expect(verified.body.isValid).toBe(true);
    expect(await decisions(id)).toEqual(['issued', 'renewed']);
    const announced = await quiz.dataSource.query(
      `SELECT data FROM outbox WHERE type = 'CredentialRenewed.v1' AND data ->> 'credentialId' = $1`,
      [id],
    );
    expect(announced).toMatchObject([{ data: { version: 2, expiresAt: after.expires_at.toISOString() } }]);
  });

  it('renews once, however often its grade is delivered', async () => {
    const of = await holder();
    const id = await badgeOf(of);
    clock.advance({ days: 300 });
    await finish(of.who, (await renew(of.who, id)).body, 'right');
    const { expires_at: once } = await edition(id);
    await deliverRenewals(quiz, of.who.id);
    expect((await edition(id)).expires_at).toEqual(once);
    expect(await decisions(id)).toEqual(['issued', 'renewed']);
  });

  it('that is failed changes nothing, and may be tried again after the break', async () => {
    const of = await holder();
    const id = await badgeOf(of);
    clock.advance({ days: 400 });
    const before = await edition(id);
    await finish(of.who, (await renew(of.who, id)).body, 'wrong');
    expect(await edition(id)).toEqual(before);
    const tooSoon = await quiz.call(of.who, `POST /credentials/${id}:renew`);
    expect([tooSoon.status, tooSoon.body.code]).toEqual([409, 'attempt_not_allowed']);
    clock.advance({ hours: 1 });
    expect((await renew(of.who, id)).body.number).toBe(2);
  });

  it('that is open is returned, to twenty starts at once as to a repeat of its key', async () => {
    const of = await holder();
    const id = await badgeOf(of);
    clock.advance({ days: 300 });
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => renew(of.who, id, { 'idempotency-key': 'a-key-of-a-start' })),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await renew(of.who, id)).status).toBe(200);
  });

  it('is refused with the reason where there is nothing to renew yet', async () => {
    const of = await holder();
    const id = await badgeOf(of);
    const [certificate] = await held(of, 'course_certificate');
    const code = async (who: Actor, credentialId: string) =>
      (await quiz.call(who, `POST /credentials/${credentialId}:renew`)).body.code;
    expect(await code(of.who, id)).toBe('renewal_not_open');
    expect(await code(of.who, certificate!.id)).toBe('certificate_follows_badges');
    expect(await code(learner(), id)).toBe('not_found');
    await quiz.call(admin, `POST /credentials/${id}:suspend`, { reason: 'Under review.' });
    expect(await code(of.who, id)).toBe('credential_suspended');
    const forEver = await holder(1, { credentialValidDays: null });
    expect(await code(forEver.who, await badgeOf(forEver))).toBe('renewal_not_needed');
  });

  it('is offered to its holder from 90 days before the end on', async () => {
    const of = await holder();
    const offers = async () => (await quiz.call<RenewalsResponse>(of.who, 'GET /me/renewals')).body.items;
    expect(await offers()).toEqual([]);
    clock.advance({ days: 275 });
    expect(await offers()).toMatchObject([
      { kind: expect.any(String), isExpired: false },
      { kind: expect.any(String), isExpired: false },
    ]);
    const badge = (await offers()).find(({ kind }) => kind === 'section_badge');
    expect(badge).toMatchObject({ questionCount: 3, timeLimitSeconds: 360, waitsFor: [], openAttemptId: null });
    const certificate = (await offers()).find(({ kind }) => kind === 'course_certificate');
    expect(certificate).toMatchObject({ questionCount: null, waitsFor: [{ sectionId: of.sectionIds[0] }] });
  });

  it('that is voided suspends the edition that rests on it, until the next one is passed', async () => {
    const of = await holder();
    const id = await badgeOf(of);
    clock.advance({ days: 300 });
    const { body } = await renew(of.who, id);
    await finish(of.who, body, 'right');
    await quiz.call(admin, `POST /attempts/${body.id}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, of.who.id);
    await deliverRenewals(quiz, of.who.id);
    expect(await held(of)).toMatchObject([{ id, status: 'suspended' }]);
    await finish(of.who, (await renew(of.who, id)).body, 'right');
    expect(await held(of)).toMatchObject([{ id, status: 'active' }]);
    expect(await decisions(id)).toEqual(['issued', 'renewed', 'suspended', 'renewed', 'reinstated']);
  });

  it('of the last required badge renews the certificate with it, and not one earlier', async () => {
    const of = await holder(2);
    const [certificate] = await held(of, 'course_certificate');
    const end = async () => (await edition(certificate!.id)).expires_at;
    const first = await end();
    clock.advance({ days: 300 });
    const badges = await held(of);
    await finish(of.who, (await renew(of.who, badges[0]!.id)).body, 'right');
    expect(await end()).toEqual(first);
    await finish(of.who, (await renew(of.who, badges[1]!.id)).body, 'right');
    expect((await end()).getTime() - first.getTime()).toBe(365 * day);
    expect(await decisions(certificate!.id)).toEqual(['issued', 'renewed']);
  });
});

describe('a renewal counts for nothing else', () => {
  it('changes no figure: progress, attempts, boards, exports, item analysis, other papers', async () => {
    const of = await holder(1, { attemptsMax: 2, drawCount: 4 });
    const [sectionId] = of.sectionIds;
    const author: Actor = { id: randomUUID(), roles: ['admin'] };
    const { body: cohort } = await quiz.call<{ id: string }>(author, 'POST /cohorts', {
      name: 'Spring',
      courseId: of.courseId,
    });
    await quiz.dataSource.query(
      `INSERT INTO enrolment (cohort_id, learner_id, version, enrolled_by, enrolled_at) VALUES ($1, $2, 1, $3, now())`,
      [cohort.id, of.who.id, author.id],
    );
    clock.advance({ days: 300 });
    const figures = async () => {
      const seen: unknown[] = [];
      for (const path of [
        `/cohorts/${cohort.id}/dashboard`,
        `/cohorts/${cohort.id}/export.csv`,
        `/cohorts/${cohort.id}/attempts`,
        `/cohorts/${cohort.id}/insights`,
        `/cohorts/${cohort.id}/learners/${of.who.id}`,
        `/cohorts/${cohort.id}/sections/${sectionId}`,
        `/courses/${of.courseId}/overview`,
        `/sections/${sectionId}/item-analysis`,
      ]) {
        const { status, text } = await quiz.call(author, `GET ${path}`);
        expect([path, status]).toEqual([path, 200]);
        seen.push(text.replaceAll(/"(asOf|serverTime)":"[^"]*"/g, ''));
      }
      const progress = await quiz.call(of.who, `GET /courses/${of.courseId}/progress`);
      const attempts = await quiz.call(of.who, `GET /sections/${sectionId}/attempts`);
      const rows = await quiz.dataSource.query('SELECT * FROM progress WHERE learner_id = $1', [of.who.id]);
      return [...seen, progress.text.replaceAll(/"serverTime":"[^"]*"/g, ''), attempts.text, rows];
    };
    const before = await figures();
    const id = await badgeOf(of);
    const { body: open } = await renew(of.who, id);
    expect(await figures()).toEqual(before);
    await finish(of.who, open, 'wrong');
    expect(await figures()).toEqual(before);
    clock.advance({ hours: 1 });
    const again = await figures();
    await finish(of.who, (await renew(of.who, id)).body, 'right');
    expect(await figures()).toEqual(again);
    // The second of the two attempts is still there to be taken.
    expect((await quiz.call<AttemptResponse>(of.who, `POST /sections/${sectionId}/attempts`)).body.number).toBe(2);
  });

  it('keeps practice away while it is open, as an exam does', async () => {
    const of = await holder(1, { practice: { triesMax: 2, retryPenalty: '0' } });
    clock.advance({ days: 300 });
    await renew(of.who, await badgeOf(of));
    const reply = await quiz.call(of.who, `POST /sections/${of.sectionIds[0]}/practice`);
    expect(reply.status).toBe(409);
  });

  it('ends by the clock as any attempt does', async () => {
    const of = await holder();
    clock.advance({ days: 300 });
    const { body } = await renew(of.who, await badgeOf(of));
    clock.advance({ minutes: 6 });
    const over = await quiz.call<AttemptResponse>(of.who, `GET /attempts/${body.id}`);
    expect(over.body).toMatchObject({ state: 'graded', endedBy: 'expired', purpose: 'renewal' });
  });

  it('shows its own questions only, and what the policy shows after a pass only once it is passed', async () => {
    const of = await holder(1, { review: 'after_pass' });
    clock.advance({ days: 300 });
    const { body } = await renew(of.who, await badgeOf(of));
    const failed = await finish(of.who, body, 'wrong');
    expect(failed.result).toMatchObject({ review: null, reviewWithheld: 'after_pass', next: { attemptsLeft: null } });
    expect(JSON.stringify(failed)).not.toContain('CANARY');
  });
});

describe('reminders', () => {
  const reminders = async (id: string) =>
    (
      await quiz.dataSource.query(
        `SELECT data ->> 'daysLeft' AS days FROM outbox
         WHERE type = 'CredentialExpiring.v1' AND data ->> 'credentialId' = $1 ORDER BY id`,
        [id],
      )
    ).map(({ days }: { days: string }) => Number(days));

  it('are announced at 90, 30, 7 and 0 days, each once, by whichever replica', async () => {
    const of = await holder();
    const id = await badgeOf(of);
    const service = quiz.part(RemindersService);
    const turn = () => Promise.all([service.runOnce(), service.runOnce(), service.runOnce()]);
    const seen: number[][] = [];
    for (const days of [274, 1, 60, 23, 7, 5]) {
      clock.advance({ days });
      await turn();
      seen.push(await reminders(id));
    }
    expect(seen).toEqual([[], [90], [90, 30], [90, 30, 7], [90, 30, 7, 0], [90, 30, 7, 0]]);
  });

  it('begin anew with a renewed edition, and keep still about what is suspended', async () => {
    const of = await holder();
    const id = await badgeOf(of);
    const service = quiz.part(RemindersService);
    clock.advance({ days: 276 });
    await service.runOnce();
    await finish(of.who, (await renew(of.who, id)).body, 'right');
    await service.runOnce();
    expect(await reminders(id)).toEqual([90]);
    clock.advance({ days: 366 });
    await service.runOnce();
    expect(await reminders(id)).toEqual([90, 90]);
    await quiz.call(admin, `POST /credentials/${id}:suspend`, { reason: 'Under review.' });
    clock.advance({ days: 60 });
    await service.runOnce();
    expect(await reminders(id)).toEqual([90, 90]);
  });

  it('never name a day that was over when a short-lived badge was issued', async () => {
    const of = await holder(1, { credentialValidDays: 20 });
    const id = await badgeOf(of);
    const service = quiz.part(RemindersService);
    await service.runOnce();
    expect(await reminders(id)).toEqual([]);
    clock.advance({ days: 13 });
    await service.runOnce();
    expect(await reminders(id)).toEqual([7]);
  });
});

it('a section that is gone from the course has no renewal', async () => {
  const of = await holder();
  const id = await badgeOf(of);
  await publish(quiz, [{ title: 'Another', questions: [singleChoice()] }], { id: of.courseId, publication: 2 });
  clock.advance({ days: 300 });
  const reply = await quiz.call(of.who, `POST /credentials/${id}:renew`);
  expect([reply.status, reply.body.code]).toEqual([409, 'renewal_section_gone']);
});
