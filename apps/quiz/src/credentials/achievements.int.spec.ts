import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '#libs/platform';
import { createTestDatabase, DrivenClock, type TestDatabase } from '#libs/testing';
import type { DataSource } from 'typeorm';

import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { answerTo, deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import { type Actor, definition, learner, publicUrl, type QuizUnderTest, startQuiz } from '../../test-support.js';
import type { Cause } from './achievements.queries.js';
import { AchievementsService } from './achievements.service.js';

let database: TestDatabase;
let second: DataSource;
/** Two replicas, each with connections of its own. */
let replicas: [QuizUnderTest, QuizUnderTest];
let quiz: QuizUnderTest;
const clock = new DrivenClock();

beforeAll(async () => {
  database = await createTestDatabase({ migrations: definition.migrations });
  const { migrations } = definition;
  second = createDataSource({ service: 'quiz', url: database.url, poolMax: 10, entities: [], migrations });
  await second.initialize();
  replicas = [await startQuiz(database.dataSource, clock), await startQuiz(second, clock)];
  [quiz] = replicas;
});
afterAll(async () => {
  await Promise.all((replicas ?? []).map((replica) => replica.close()));
  if (second?.isInitialized) await second.destroy();
  await database?.drop();
});

async function enter() {
  const { courseId, sections } = await publish(quiz, [
    { title: 'Basics', policy: { credentialValidDays: 365 } },
    { title: 'Extra', isRequired: false },
  ]);
  const who = learner();
  await introduce(quiz, who);
  return { courseId, who, sectionId: sections[0]!.sectionId };
}

/** What a grade says that arrives on a replica, in a transaction of its own as the inbox has one. */
async function grade(replica: QuizUnderTest, cause: Cause, fail?: Error): Promise<void> {
  await replica.dataSource.transaction(async (manager) => {
    await replica.part(AchievementsService).award(manager, { ...cause, hasPassed: true });
    if (fail !== undefined) throw fail;
  });
}

/** What there is of a learner's: rows and announcements, by kind. */
async function held({ id }: Actor) {
  const issued = await quiz.dataSource.query(
    `SELECT kind, count(*)::int AS credentials, (SELECT count(*)::int FROM outbox
       WHERE type = 'CredentialIssued.v1' AND data ->> 'learnerId' = $1 AND data ->> 'kind' = c.kind) AS announced
     FROM credential c WHERE learner_id = $1::uuid GROUP BY kind ORDER BY kind`,
    [id],
  );
  return issued;
}

const oneOfEach = [
  { kind: 'course_certificate', credentials: 1, announced: 1 },
  { kind: 'section_badge', credentials: 1, announced: 1 },
];

describe('exactly once', () => {
  it('200 passes of one learner that arrive together on two replicas give one badge and one certificate', async () => {
    const { courseId, sectionId, who } = await enter();
    await takeQuiz(quiz, who, sectionId);
    const causes = Array.from({ length: 200 }, () => randomUUID()).map((attemptId) => ({
      ...{ attemptId, learnerId: who.id, courseId, sectionId },
      publication: 1,
    }));
    await Promise.all(causes.map((cause, at) => grade(replicas[at % 2 === 0 ? 0 : 1], cause)));
    expect(await held(who)).toEqual(oneOfEach);
  }, 120_000);

  it('200 submissions of one attempt at once, announced as often as they were, give one badge', async () => {
    const { sectionId, who } = await enter();
    const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
    const answers = body.questions.map((question) => ({
      ...{ questionId: question.id, sequence: 1 },
      answer: answerTo(question),
    }));
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        replicas[at % 2 === 0 ? 0 : 1].call<AttemptResponse>(who, `POST /attempts/${body.id}:submit`, { answers }),
      ),
    );
    expect(new Set(replies.map(({ status, body: { state } }) => `${status} ${state}`))).toEqual(
      new Set(['200 graded']),
    );
    await Promise.all(replicas.map((replica) => deliverGrades(replica, who.id, 5)));
    expect(await held(who)).toEqual(oneOfEach);
  });

  it('the whole log read anew gives no second, and does not bring back what was revoked since', async () => {
    const { sectionId, who } = await enter();
    const { id } = await takeQuiz(quiz, who, sectionId);
    await deliverGrades(quiz, who.id);
    const admin: Actor = { id: randomUUID(), roles: ['admin'] };
    await quiz.call(admin, `POST /attempts/${id}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, who.id);
    await Promise.all(replicas.map((replica) => deliverGrades(replica, who.id, 3)));
    expect(await held(who)).toEqual(oneOfEach);
    const statuses = await quiz.dataSource.query('SELECT DISTINCT status FROM credential WHERE learner_id = $1', [
      who.id,
    ]);
    expect(statuses).toEqual([{ status: 'revoked' }]);
  });

  it('an end between signing and storing leaves nothing, and the next delivery one', async () => {
    const { courseId, sectionId, who } = await enter();
    await takeQuiz(quiz, who, sectionId);
    const cause = { attemptId: randomUUID(), learnerId: who.id, courseId, sectionId, publication: 1 };
    for (const replica of replicas)
      await expect(grade(replica, cause, new Error('The process ended.'))).rejects.toThrow('The process ended.');
    expect(await held(who)).toEqual([]);
    await Promise.all(replicas.map((replica) => grade(replica, cause)));
    expect(await held(who)).toEqual(oneOfEach);
  });
});

describe('what is issued', () => {
  it('says what was reached and asked, until when it holds, where its evidence is, and nothing about the person', async () => {
    const { sectionId, courseId, who } = await enter();
    const { id: attemptId } = await takeQuiz(quiz, who, sectionId);
    await deliverGrades(quiz, who.id);
    const [badge] = await quiz.dataSource.query(
      `SELECT id, document, jwt, expires_at AS "expiresAt", awarded_at AS "awardedAt" FROM credential
       WHERE learner_id = $1 AND kind = 'section_badge'`,
      [who.id],
    );
    const { document } = badge;
    const achievementId = `${publicUrl}/courses/${courseId}/sections/${sectionId}`;
    const now = clock.now();
    const end = new Date(now.getTime() + 365 * 86_400_000);
    expect(document).toMatchObject({
      validFrom: now.toISOString(),
      validUntil: end.toISOString(),
      awardedDate: now.toISOString(),
      credentialSubject: {
        id: `${publicUrl}/api/quiz/v1/credentials/${badge.id}#recipient`,
        achievement: {
          id: achievementId,
          criteria: { narrative: 'Reach at least 80 % in the quiz of the section “Basics”.' },
          image: { type: 'Image' },
          resultDescription: [{ id: `${achievementId}#score`, resultType: 'Percent', requiredValue: '80' }],
        },
        result: [{ resultDescription: `${achievementId}#score`, value: '100' }],
      },
      evidence: [{ id: `${publicUrl}/c/${badge.id}#attempt-${attemptId}`, type: ['Evidence'] }],
    });
    expect([badge.expiresAt, badge.awardedAt]).toEqual([end, now]);
    const payload = Buffer.from(badge.jwt.split('.')[1], 'base64url').toString();
    for (const text of [JSON.stringify(document), payload]) expect(text).not.toMatch(/Ada|Lovelace|@example/);
    const { proof: _, ...unsigned } = document;
    expect(JSON.parse(payload)).toMatchObject(unsigned);
    const [announced] = await quiz.dataSource.query(
      `SELECT data ->> 'expiresAt' AS "expiresAt" FROM outbox WHERE type = 'CredentialIssued.v1' AND data ->> 'credentialId' = $1`,
      [badge.id],
    );
    expect(announced).toEqual({ expiresAt: end.toISOString() });
  });

  it('holds for ever and tells no score where it is a certificate of a course that sets no end', async () => {
    const { sectionId, who } = await enter();
    await takeQuiz(quiz, who, sectionId);
    await deliverGrades(quiz, who.id);
    const [{ document, expiresAt }] = await quiz.dataSource.query(
      `SELECT document, expires_at AS "expiresAt" FROM credential WHERE learner_id = $1 AND kind = 'course_certificate'`,
      [who.id],
    );
    expect(expiresAt).toBeNull();
    expect(document).not.toHaveProperty('validUntil');
    expect(document.credentialSubject).not.toHaveProperty('result');
  });
});
