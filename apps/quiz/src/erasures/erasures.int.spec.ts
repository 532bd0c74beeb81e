import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UserErased } from '#libs/contracts';
import { DrivenClock } from '#libs/testing';

import { PeopleEvents } from '../people/people.events.js';
import { announceUser, deliver, deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const teacher: Actor = { id: randomUUID(), roles: ['instructor', 'admin'] };
/** Of the name and of the address. */
const canary = 'Zebulon';

interface Person {
  readonly who: Actor;
  readonly cohortId: string;
  readonly courseId: string;
  readonly sectionId: string;
}

beforeAll(async () => {
  quiz = await openQuiz(clock);
  await introduce(quiz, teacher, { displayName: 'Grace Hopper' });
});
afterAll(() => quiz?.close());

const changed = ({ id, roles }: Actor, version: number) => {
  const email = `${canary.toLowerCase()}-${id}@example.org`;
  return announceUser(quiz, { userId: id, version, email, displayName: `${canary} Quick`, roles: [...roles] });
};

const erase = (who: Actor, credentials: 'revoke' | 'keep', version = 9) =>
  deliver(quiz, UserErased, { userId: who.id, version, credentials, erasedAt: clock.now().toISOString() }, (delivery) =>
    quiz.part(PeopleEvents).erase(delivery),
  );

/** Somebody of whom every part of the service knows something. */
async function person(): Promise<Person> {
  const { courseId, sections } = await publish(quiz, [{ policy: { practice: { triesMax: 2, retryPenalty: '0' } } }]);
  const sectionId = sections[0]!.sectionId;
  const who: Actor = learner();
  const { body: cohort } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'Spring', courseId });
  const { body: other } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'Autumn', courseId });
  const emails = [`${canary.toLowerCase()}-${who.id}@example.org`];
  const key = { 'idempotency-key': randomUUID() };
  await quiz.call(teacher, `POST /cohorts/${other.id}/enrolments`, { emails }, key);
  await changed(who, 1);
  await quiz.call(teacher, `POST /cohorts/${cohort.id}/enrolments`, { emails }, key);
  await quiz.call(teacher, `PUT /accommodations/${who.id}`, { timeFactor: 2, extraAttempts: 1 });
  const attempt = await takeQuiz(quiz, who, sectionId);
  await deliverGrades(quiz, who.id);
  const questionId = attempt.questions[0]!.id;
  await quiz.dataSource.query(
    `INSERT INTO challenge (id, course_id, section_id, attempt_id, question_id, question_version, publication, learner_id,
       text, state, reply, made_at, resolved_by, resolved_at)
     VALUES ($1, $2, $3, $4, $5, 1, 1, $6, $7, 'declined', $8, now(), $9, now())`,
    [
      randomUUID(),
      courseId,
      sectionId,
      attempt.id,
      questionId,
      who.id,
      `I, ${canary}, say no.`,
      `${canary}, yes.`,
      teacher.id,
    ],
  );
  await quiz.dataSource.query(
    `INSERT INTO mark (attempt_id, question_id, version, share, comment, marked_by, marked_at)
     VALUES ($1, $2, 1, '1', $3, $4, now())`,
    [attempt.id, questionId, `Well done, ${canary}.`, teacher.id],
  );
  await quiz.call(who, `POST /sections/${sectionId}/practice`);
  // What was announced has long been read by everybody.
  await quiz.dataSource.query('UPDATE outbox SET published_at = now() WHERE published_at IS NULL');
  return { who, cohortId: cohort.id, courseId, sectionId };
}

/** Every row of every table that holds a word, as `table: row`. */
async function rowsWith(word: string): Promise<string[]> {
  const tables: { name: string }[] = await quiz.dataSource.query(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  expect(tables.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const { name } of tables) {
    const sql = `SELECT t::text AS row FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%'
      OR t::text ILIKE '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'`;
    for (const { row } of await quiz.dataSource.query(sql, [word])) found.push(`${name}: ${row}`);
  }
  return found;
}

interface Verified {
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly detail: string }[];
}

async function credentials({ who }: Person) {
  const found: { id: string; status: string; status_cause: string; learner_name: string }[] =
    await quiz.dataSource.query('SELECT * FROM credential WHERE learner_id = $1 ORDER BY kind', [who.id]);
  return found;
}

describe('an erased person', () => {
  it('is named in no table, and was in many', async () => {
    const { who } = await person();
    expect(new Set((await rowsWith(canary)).map((row) => row.split(':')[0])).size).toBeGreaterThan(5);
    await erase(who, 'revoke');
    expect(await rowsWith(canary)).toEqual([]);
  });

  it('is not brought back by an older event, and a repeat changes nothing', async () => {
    const { who } = await person();
    await erase(who, 'keep');
    await changed(who, 3);
    await erase(who, 'keep');
    expect(await rowsWith(canary)).toEqual([]);
  });

  it('leaves attempts and figures to others, under an id', async () => {
    const { who, sectionId } = await person();
    await erase(who, 'revoke');
    const [{ count }] = await quiz.dataSource.query(
      `SELECT count(*)::int AS count FROM attempt a JOIN progress p USING (learner_id, section_id)
       WHERE learner_id = $1 AND section_id = $2 AND a.state = 'graded' AND p.passed_at IS NOT NULL`,
      [who.id, sectionId],
    );
    expect(count).toBe(1);
  });

  it('who wants so has every credential revoked, with the reason, and nothing signed left', async () => {
    const someone = await person();
    await erase(someone.who, 'revoke');
    const found = await credentials(someone);
    expect(found).toHaveLength(2);
    for (const credential of found)
      expect(credential).toMatchObject({ status: 'revoked', status_cause: 'erased', document: {}, jwt: null });
    const { body } = await quiz.call<Verified>(null, `GET /credentials/${found[0]!.id}/verification`);
    expect(body.checks.map(({ name, outcome }) => [name, outcome])).toEqual(
      ['shape', 'proof', 'issuer', 'status', 'dates', 'subject'].map((name) => [
        name,
        name === 'status' ? 'fail' : 'unknown',
      ]),
    );
    expect(body.checks[0]!.detail).toContain('deleted with the account');
    expect(body.checks[3]!.detail).toBe(
      'It was revoked. It was withdrawn at the wish of its holder, whose account was erased.',
    );
    const announced = await quiz.dataSource.query(
      `SELECT 1 FROM outbox WHERE type = 'CredentialStatusChanged.v1' AND data ->> 'learnerId' = $1`,
      [someone.who.id],
    );
    expect(announced).toHaveLength(2);
  });

  it('who wants so keeps them verifiable, without a name', async () => {
    const someone = await person();
    await erase(someone.who, 'keep');
    const [first] = await credentials(someone);
    expect(first).toMatchObject({ status: 'active', learner_name: '', shows_name: false });
    const { body } = await quiz.call<{ isValid: boolean }>(null, `GET /credentials/${first!.id}/verification`);
    expect(body.isValid).toBe(true);
  });

  it('earns nothing by a grade that comes late', async () => {
    const someone = await person();
    await erase(someone.who, 'revoke');
    await deliverGrades(quiz, someone.who.id);
    expect((await credentials(someone)).map(({ status }) => status)).toEqual(['revoked', 'revoked']);
  });

  it('comes into no cohort with a token that still holds', async () => {
    const { who, courseId } = await person();
    const { body: open } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'Open', courseId });
    await quiz.call(teacher, `PATCH /cohorts/${open.id}`, { selfEnrolment: true });
    await erase(who, 'keep');
    const refused = await quiz.call<{ code: string }>(who, `POST /cohorts/${open.id}:join`);
    expect([refused.status, refused.body.code]).toEqual([401, 'token_revoked']);
    const [standing] = await quiz.dataSource.query(
      'SELECT tokens_valid_from > changed_at AS "isLater" FROM person WHERE user_id = $1',
      [who.id],
    );
    expect(standing).toEqual({ isLater: true });
  });

  it('who taught is in no cohort any more', async () => {
    const { courseId } = await publish(quiz, [{}]);
    const leaving: Actor = { id: randomUUID(), roles: ['instructor'] };
    await changed(leaving, 1);
    const { body } = await quiz.call<{ id: string }>(leaving, 'POST /cohorts', { name: 'Spring', courseId });
    await erase(leaving, 'keep');
    const cohort = await quiz.call<{ instructors: unknown[] }>(teacher, `GET /cohorts/${body.id}`);
    expect(cohort.body.instructors).toEqual([]);
  });

  it('of whom nothing was known yet is kept out', async () => {
    const who = learner();
    await erase(who, 'keep');
    await changed(who, 1);
    expect(await rowsWith(canary)).toEqual([]);
  });
});
