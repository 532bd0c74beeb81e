import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RegradePolicy, sectionStanding } from '#libs/assessment';
import { type Policy, questionSchema } from '#libs/contracts';
import { DrivenClock } from '#libs/testing';

import type { AttemptResponse } from '../attempts/attempts.dto.js';
import type { CredentialViewResponse, VerificationResponse } from '../credentials/credentials.dto.js';
import { answerTo, deliverEnds, deliverGrades, introduce, publish, singleChoice } from '../../test-events.js';
import { MendedCourse } from '../../test-regrades.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { RegradeResponse } from './regrades.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

const policies: RegradePolicy[] = ['recompute', 'keep_better', 'full_marks', 'drop'];
const aggregations: Policy['aggregation'][] = ['best', 'latest', 'first', 'mean'];

describe.each(aggregations)('under the rule %s', (aggregation) => {
  it.each(policies)('%s does what its dry run said, as a recount says it, and once', async (policy) => {
    const course = new MendedCourse(quiz, { policy: { aggregation } });
    await course.publish(1, 'right');
    const takers = [learner(), learner(), learner()];
    for (const [at, who] of takers.entries()) {
      await course.take('right', 3, who);
      await course.take(at === 0 ? 'wrong' : 'right', at + 2, who);
      if (at === 2) await course.take('false', 3, who);
    }
    await course.publish(2, 'wrong');
    const previewed = await course.preview({ policy });
    const listed = await course.changes(previewed.id);
    const applied = await course.apply(previewed.id);
    expect(applied.summary).toEqual(previewed.summary);
    expect(await course.changes(applied.id)).toEqual(listed);
    for (const who of takers) expect(await course.progress(who.id)).toEqual(await recounted(course, who, aggregation));
    const before = await course.rows();
    const again = await course.run({ policy });
    expect([again.summary.attempts, again.summary.regraded]).toEqual([7, 0]);
    expect(await course.rows()).toEqual(before);
    const announced = (await course.events('AttemptRegraded.v1')).map(({ attemptId }) => attemptId);
    expect(new Set(announced).size).toBe(announced.length);
  });
});

async function recounted({ sectionId }: MendedCourse, who: Actor, aggregation: Policy['aggregation']) {
  const results: { percent: number; hasPassed: boolean; gradedAt: Date }[] = await quiz.dataSource.query(
    `SELECT percent::float8, has_passed AS "hasPassed", graded_at AS "gradedAt" FROM attempt
     WHERE section_id = $1 AND learner_id = $2 AND state = 'graded' ORDER BY number`,
    [sectionId, who.id],
  );
  const { percent, passedAt } = sectionStanding(results, { aggregation, passMark: 0.8 });
  return { percent, hasPassed: passedAt !== null, gradedCount: results.length };
}

describe('badges and certificates', () => {
  async function held(who: Actor): Promise<string[]> {
    const { body } = await quiz.call<{ items: CredentialViewResponse[] }>(who, 'GET /me/credentials');
    return body.items.map(({ kind, status }) => `${kind} ${status}`).sort();
  }

  async function graduates() {
    const course = new MendedCourse(quiz);
    await course.publish(1, 'right');
    const loser = await course.take('right', 3);
    const winner = await course.take('wrong', 3);
    await deliverGrades(quiz, loser.who.id);
    await course.publish(2, 'wrong');
    return { course, loser: loser.who, winner: winner.who };
  }

  it('go where the regrade says, whatever is delivered twice, and come back as the same ones', async () => {
    const { course, loser, winner } = await graduates();
    expect(await held(loser)).toEqual(['course_certificate active', 'section_badge active']);
    const { summary } = await course.run({}, [loser, winner, loser, winner]);
    expect(await held(loser)).toEqual(['course_certificate suspended', 'section_badge suspended']);
    expect(await held(winner)).toEqual(['course_certificate active', 'section_badge active']);
    expect(summary).toMatchObject({
      ...{ badgesIssued: 1, badgesSuspended: 1, certificatesIssued: 1, certificatesSuspended: 1 },
    });
    const back = await course.run({ toVersion: 1, fromVersions: [1], reason: 'It was right.' }, [loser, winner]);
    expect(await held(loser)).toEqual(['course_certificate active', 'section_badge active']);
    expect((await history(loser)).map(([decision]) => decision)).toEqual(['issued', 'suspended', 'reinstated']);
    expect(await held(winner)).toEqual(['course_certificate suspended', 'section_badge suspended']);
    expect(back.summary).toMatchObject({ badgesIssued: 0, badgesReinstated: 1, badgesSuspended: 1 });
    expect((await history(loser)).slice(0, 2)).toEqual([
      ['issued', 'It was earned.'],
      ['suspended', 'A question of “Section 1” was regraded: The key was wrong.'],
    ]);
  });

  it('stay with their holders where the regrade keeps them, once on record', async () => {
    const { course, loser } = await graduates();
    const { summary } = await course.run({ credentials: 'keep' }, [loser, loser]);
    expect(summary).toMatchObject({ passesLost: 1, badgesKept: 1, certificatesKept: 1, badgesSuspended: 0 });
    expect(await held(loser)).toEqual(['course_certificate active', 'section_badge active']);
    expect((await history(loser)).map(([decision]) => decision)).toEqual(['issued', 'kept']);
  });

  it('say why they are suspended, to their holder and to whoever verifies', async () => {
    const { course, loser } = await graduates();
    await course.run({}, [loser]);
    const reason = 'A question of “Section 1” was regraded: The key was wrong.';
    const { body } = await quiz.call<{ items: CredentialViewResponse[] }>(loser, 'GET /me/credentials');
    expect(body.items).toMatchObject([{ statusReason: reason }, { statusReason: reason }]);
    const path = `GET /credentials/${body.items[0]?.id}/verification`;
    const { isValid, checks } = (await quiz.call<VerificationResponse>(null, path)).body;
    expect(isValid).toBe(false);
    expect(checks.filter(({ outcome }) => outcome !== 'pass')).toEqual([
      { name: 'status', outcome: 'fail', detail: `It was suspended. ${reason}` },
    ]);
    const changed = await quiz.dataSource.query(
      `SELECT data ->> 'status' AS status FROM outbox WHERE type = 'CredentialStatusChanged.v1' AND data ->> 'learnerId' = $1`,
      [loser.id],
    );
    expect(changed).toEqual([{ status: 'suspended' }, { status: 'suspended' }]);
  });

  it('that are suspended come back when the section is passed again', async () => {
    const { course, loser } = await graduates();
    await course.run({}, [loser]);
    await course.take('wrong', 4, loser);
    await deliverGrades(quiz, loser.id);
    expect(await held(loser)).toEqual(['course_certificate active', 'section_badge active']);
    expect((await history(loser)).at(-1)).toEqual(['reinstated', '“Section 1” was passed again.']);
  });

  it('that are suspended are revoked when the attempt is voided', async () => {
    const { course, loser } = await graduates();
    await course.run({}, [loser]);
    const { body } = await quiz.call<{ items: { id: string }[] }>(loser, `GET /sections/${course.sectionId}/attempts`);
    const admin: Actor = { id: randomUUID(), roles: ['admin'] };
    await quiz.call(admin, `POST /attempts/${body.items[0]?.id}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, loser.id);
    expect(await held(loser)).toEqual(['course_certificate revoked', 'section_badge revoked']);
  });

  async function history(who: Actor): Promise<[string, string][]> {
    const { body } = await quiz.call<{ items: CredentialViewResponse[] }>(who, 'GET /me/credentials');
    const badge = body.items.find(({ kind }) => kind === 'section_badge');
    const shown = await quiz.call<{ history: { decision: string; reason: string }[] }>(
      null,
      `GET /credentials/${badge?.id}`,
    );
    return shown.body.history.map(({ decision, reason }) => [decision, reason]);
  }
});

describe('attempts that end late', () => {
  it('on an older version are regraded when their end is announced, by every regrade in turn', async () => {
    const course = new MendedCourse(quiz);
    await course.publish(1, 'right');
    const who = learner();
    const open = await course.start(who);
    await course.publish(2, 'wrong');
    const first = await course.run();
    await course.publish(3, 'false');
    clock.advance({ seconds: 1 });
    const second = await course.run({ toVersion: 3, policy: 'keep_better' });
    expect((await course.submit(who, open, 'wrong', 3)).body.result).toMatchObject({ score: 3 });
    await deliverEnds(quiz, course.sectionId);
    await deliverEnds(quiz, course.sectionId);
    expect((await course.read(who, open.id)).body.result).toMatchObject({ score: 4, hasPassed: true });
    expect(await course.progress(who.id)).toMatchObject({ percent: 80, hasPassed: true });
    expect((await course.regrade(first.id)).summary).toMatchObject({ attempts: 1, scoreUp: 1, passesGained: 1 });
    expect((await course.regrade(second.id)).summary).toMatchObject({ attempts: 1, regraded: 1, changed: 0 });
    expect(await course.changes(first.id)).toMatchObject([{ attemptId: open.id, scoreBefore: 3, scoreAfter: 4 }]);
    const events = await course.events('AttemptRegraded.v1');
    expect(events.map(({ version }) => version)).toEqual([3, 4]);
  });

  it('on a newer version are left alone', async () => {
    const course = new MendedCourse(quiz);
    await course.publish(1, 'right');
    await course.publish(2, 'wrong');
    const { id } = await course.run();
    const { who, attemptId } = await course.take('right', 4);
    await deliverEnds(quiz, course.sectionId);
    expect((await course.read(who, attemptId)).body.result).toMatchObject({ score: 4 });
    expect((await course.regrade(id)).summary.attempts).toBe(0);
  });

  it('while the regrade is applied are missed by neither the walk nor the announcement', async () => {
    const course = new MendedCourse(quiz, { questionCount: 2 });
    await course.publish(1, 'right');
    const takers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const who = learner();
        return { who, attempt: await course.start(who) };
      }),
    );
    await course.take('right', 1);
    await course.publish(2, 'wrong');
    const { id } = await course.preview();
    await quiz.call(course.owner, `POST /regrades/${id}:apply`);
    const submissions = takers.map(({ who, attempt }) => course.submit(who, attempt, 'wrong', 1));
    await Promise.all([...submissions, course.work(), course.work()]);
    await course.work();
    await deliverEnds(quiz, course.sectionId);
    const graded = await quiz.dataSource.query(
      `SELECT DISTINCT r.graded_version, r.outcome FROM response r JOIN attempt a ON a.id = r.attempt_id
       WHERE a.section_id = $1 AND r.question_id = $2 ORDER BY r.outcome`,
      [course.sectionId, course.questionId],
    );
    expect(graded).toEqual([
      { graded_version: 2, outcome: 'correct' },
      { graded_version: 2, outcome: 'incorrect' },
    ]);
    for (const { who } of takers) expect(await course.progress(who.id)).toMatchObject({ percent: 100, gradedCount: 1 });
    expect((await course.regrade(id)).summary).toMatchObject({ attempts: 13, regraded: 13 });
    expect(await course.events('AttemptRegraded.v1')).toHaveLength(13);
  });
});

describe('a learner', () => {
  it('reads what changed and why, and reviews by the key that holds now', async () => {
    const course = new MendedCourse(quiz);
    await course.publish(1, 'right');
    const { who, attemptId } = await course.take('wrong', 3);
    const keyOf = ({ result }: AttemptResponse) =>
      result?.review?.find(({ questionId }) => questionId === course.questionId);
    const before = (await course.read(who, attemptId)).body;
    expect([before.result?.regrades, keyOf(before)?.outcome]).toEqual([[], 'incorrect']);
    await course.publish(2, 'wrong');
    const previewed = await course.preview();
    expect((await course.read(who, attemptId)).body).toEqual({ ...before, serverTime: expect.any(String) });
    await course.apply(previewed.id);
    const after = (await course.read(who, attemptId)).body;
    expect(after.result?.regrades).toMatchObject([
      { reason: 'The key was wrong.', scoreBefore: 3, scoreAfter: 4, hasPassedBefore: false, hasPassedAfter: true },
    ]);
    expect(keyOf(after)).toMatchObject({ outcome: 'correct', key: answerOf(after, course.questionId) });
  });

  it('reads no scores where the policy shows none', async () => {
    const course = new MendedCourse(quiz, { policy: { review: 'never' } });
    await course.publish(1, 'right');
    const { who, attemptId } = await course.take('wrong', 3);
    await course.publish(2, 'wrong');
    await course.run();
    const { result } = (await course.read(who, attemptId)).body;
    expect(result?.regrades).toMatchObject([{ scoreBefore: null, scoreAfter: null, hasPassedAfter: true }]);
  });

  function answerOf({ answers }: AttemptResponse, questionId: string) {
    return answers.find((given) => given.questionId === questionId)?.answer;
  }
});

describe('attempts besides', () => {
  it('that are voided stay as they are', async () => {
    const course = new MendedCourse(quiz);
    await course.publish(1, 'right');
    const { attemptId } = await course.take('right', 4);
    const admin: Actor = { id: randomUUID(), roles: ['admin'] };
    await quiz.call(admin, `POST /attempts/${attemptId}:void`, { reason: 'Copied.' });
    await course.publish(2, 'wrong');
    expect((await course.run()).summary).toMatchObject({ attempts: 0, regraded: 0 });
  });

  it('that wait for a mark have their grade once the question is dropped', async () => {
    const essay = questionSchema.parse({ id: randomUUID(), version: 1, type: 'essay', stem: 'Why?' });
    const owner: Actor = { id: randomUUID(), roles: ['author'] };
    const course = { id: randomUUID(), publication: 1, ownerId: owner.id };
    const { sections } = await publish(quiz, [{ questions: [essay, singleChoice()] }], course);
    const { sectionId } = sections[0]!;
    const who = learner();
    await introduce(quiz, who);
    const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    const answers = body.questions.map((question) => ({
      questionId: question.id,
      sequence: 1,
      answer: question.type === 'essay' ? { essay: 'Because.' } : answerTo(question),
    }));
    await quiz.call(who, `POST /attempts/${body.id}:submit`, { answers });
    const request = { questionId: essay.id, toVersion: 1, policy: 'drop', reason: 'Nobody marks it.' };
    const regrade = await quiz.call<RegradeResponse>(owner, `POST /sections/${sectionId}/regrades`, request);
    const work = new MendedCourse(quiz);
    await work.work();
    await quiz.call(owner, `POST /regrades/${regrade.body.id}:apply`);
    await work.work();
    await deliverGrades(quiz, who.id);
    const after = await quiz.call<AttemptResponse>(who, `GET /attempts/${body.id}`);
    expect(after.body).toMatchObject({ state: 'graded', result: { score: 1, scoreMax: 1, hasPassed: true } });
    const badges = await quiz.call<{ items: unknown[] }>(who, 'GET /me/credentials');
    expect(badges.body.items).toHaveLength(2);
    const graded = await quiz.dataSource.query(
      `SELECT data ->> 'score' AS score FROM outbox WHERE type = 'AttemptGraded.v1' AND key = $1`,
      [body.id],
    );
    expect(graded).toEqual([{ score: '1.0000000000' }]);
  });
});

describe('a regrade that meets a fault', () => {
  it('is tried again, given up, and goes on where it was once the fault is mended', async () => {
    const course = new MendedCourse(quiz);
    await course.publish(1, 'right');
    const { attemptId } = await course.take('right', 4);
    await course.publish(2, 'wrong');
    const { id } = await course.preview();
    const share = 'UPDATE response SET decided_share = $2 WHERE attempt_id = $1 AND question_id = $3';
    await quiz.dataSource.query(share, [attemptId, 'damaged', course.questionIds[1]]);
    await quiz.call(course.owner, `POST /regrades/${id}:apply`);
    for (let tries = 0; tries < 5; tries += 1) {
      await course.work();
      clock.advance({ minutes: 1 });
    }
    expect(await course.regrade(id)).toMatchObject({ state: 'failed', failure: expect.stringContaining('5 times') });
    expect(await course.events('AttemptRegraded.v1')).toEqual([]);
    await quiz.dataSource.query(share, [attemptId, null, course.questionIds[1]]);
    expect(await course.apply(id)).toMatchObject({ state: 'applied', failure: null, summary: { changed: 1 } });
  });
});
