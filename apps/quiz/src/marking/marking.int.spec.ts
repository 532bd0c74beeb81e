import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Policy, type Question, questionSchema } from '#libs/contracts';
import { createTestDatabase, DrivenClock, type TestDatabase } from '#libs/testing';

import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { SweepService } from '../attempts/sweep.service.js';
import { answerTo, deliverGrades, introduce, publish, singleChoice } from '../../test-events.js';
import { type Actor, definition, learner, type QuizUnderTest, startQuiz } from '../../test-support.js';
import type { MarkingItemResponse, MarkResponse } from './marking.dto.js';

let database: TestDatabase;
/** Two replicas on one database. */
let replicas: [QuizUnderTest, QuizUnderTest];
let quiz: QuizUnderTest;
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };

beforeAll(async () => {
  database = await createTestDatabase({ migrations: definition.migrations, poolMax: 20 });
  replicas = [await startQuiz(database.dataSource, clock), await startQuiz(database.dataSource, clock)];
  quiz = replicas[0];
});
afterAll(async () => {
  for (const replica of replicas ?? []) await replica.close();
  await database?.drop();
});

function essay(fields: object = {}): Question {
  return questionSchema.parse({ id: randomUUID(), version: 1, type: 'essay', stem: 'Why?', ...fields });
}

const rubric = [
  {
    id: 'depth',
    title: 'Depth',
    levels: [
      { id: 'low', text: 'Thin', points: '0' },
      { id: 'high', text: 'Deep', points: '2' },
    ],
  },
  {
    id: 'style',
    title: 'Style',
    levels: [
      { id: 'low', text: 'Rough', points: '0' },
      { id: 'high', text: 'Clear', points: '1' },
    ],
  },
];

/** A course with one choice and the essays, taught in a cohort, with an owner. */
async function teach({ essays = [essay()], policy = {} }: { essays?: Question[]; policy?: Partial<Policy> } = {}) {
  const owner: Actor = { id: randomUUID(), roles: ['author'] };
  const questions = [singleChoice(), ...essays];
  const course = { id: randomUUID(), publication: 1, ownerId: owner.id };
  const { courseId, sections } = await publish(quiz, [{ questions, policy: { passMark: 0.5, ...policy } }], course);
  const teacher: Actor = { id: randomUUID(), roles: ['instructor'] };
  const who = learner();
  await introduce(quiz, who);
  const { body } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'X', courseId });
  await quiz.call(teacher, `POST /cohorts/${body.id}/enrolments`, { emails: [`${who.id}@example.org`] });
  return { owner, teacher, who, courseId, cohortId: body.id, sectionId: sections[0]!.sectionId, essays };
}

type Taught = Awaited<ReturnType<typeof teach>>;

async function begin({ who, sectionId }: Taught): Promise<AttemptResponse> {
  return (await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`)).body;
}

function answersOf(attempt: AttemptResponse, text = 'Because of the index.') {
  return attempt.questions.map((question) => ({
    questionId: question.id,
    sequence: 1,
    answer: question.type === 'essay' ? { essay: text } : answerTo(question),
  }));
}

async function sit(taught: Taught, text?: string): Promise<AttemptResponse> {
  clock.advance({ minutes: 1 });
  const attempt = await begin(taught);
  const request = { answers: answersOf(attempt, text) };
  return (await quiz.call<AttemptResponse>(taught.who, `POST /attempts/${attempt.id}:submit`, request)).body;
}

function mark(by: Actor, address: { attemptId: string; questionId: string }, request: object, version = 0) {
  const path = `/marking/${address.attemptId}/${address.questionId}`;
  return quiz.call<MarkResponse & { code?: string }>(by, `PUT ${path}`, request, { 'if-match': `"${version}"` });
}

async function queue(by: Actor, query = ''): Promise<MarkingItemResponse[]> {
  const { status, body } = await quiz.call<{ items: MarkingItemResponse[] }>(by, `GET /marking?limit=200${query}`);
  expect(status).toBe(200);
  return body.items;
}

async function eventsOf(attemptId: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
  return database.dataSource.query('SELECT type, data FROM outbox WHERE key = $1 ORDER BY id', [attemptId]);
}

const typesOf = async (attemptId: string) => (await eventsOf(attemptId)).map(({ type }) => type);

describe('an attempt with an essay', () => {
  it('waits for its mark when it ends: no grade, no pass, no further answers, and it says so everywhere', async () => {
    const taught = await teach();
    const { who, sectionId, courseId, teacher, cohortId } = taught;
    const ended = await sit(taught);
    expect(ended).toMatchObject({
      state: 'submitted',
      endedBy: 'submitted',
      result: { score: null, percent: null, hasPassed: null, gradedAt: null, pendingCount: 1 },
    });
    expect(ended.result?.review?.map(({ outcome }) => outcome).sort()).toEqual(['correct', 'pending']);
    expect(await typesOf(ended.id)).toEqual(['AttemptStarted.v1', 'AttemptSubmitted.v1']);
    const again = await quiz.call<AttemptResponse>(who, `POST /attempts/${ended.id}:submit`);
    expect(again.body).toEqual(ended);
    const late = await quiz.call(who, `PUT /attempts/${ended.id}/answers/${taught.essays[0]!.id}`, {
      sequence: 2,
      answer: { essay: 'More.' },
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'attempt_graded' } });
    const list = await quiz.call<{ items: object[] }>(who, `GET /sections/${sectionId}/attempts`);
    expect(list.body.items).toMatchObject([{ state: 'submitted', percent: null, hasPassed: null }]);
    const progress = await quiz.call<{ sections: object[] }>(who, `GET /courses/${courseId}/progress`);
    expect(progress.body.sections).toMatchObject([
      { state: 'open', percent: null, attemptsUsed: 1, waitingForMarks: 1, openAttemptId: null },
    ]);
    const dashboard = await quiz.call<{ learners: { cells: object[] }[] }>(
      teacher,
      `GET /cohorts/${cohortId}/dashboard`,
    );
    expect(dashboard.body.learners[0]?.cells).toMatchObject([{ state: 'submitted', percent: null, attempts: 1 }]);
    const raw = await quiz.call<{ items: object[] }>(teacher, `GET /cohorts/${cohortId}/attempts`);
    expect(raw.body.items).toMatchObject([{ state: 'submitted', score: null, percent: null, hasPassed: null }]);
    expect((await quiz.call(teacher, `GET /cohorts/${cohortId}/export.csv`)).text).toMatch(/,submitted,1,,,,,/);
  });

  it('is graded at once where nothing was written', async () => {
    const ended = await sit(await teach(), '  ');
    expect(ended).toMatchObject({ state: 'graded', result: { percent: 50, hasPassed: true, pendingCount: 0 } });
  });

  it('is among what waits for marks, and how long the longest has waited, until it is marked', async () => {
    const gauge = async (name: string) =>
      Number(new RegExp(`^${name}\\{service="quiz"\\} (.+)$`, 'm').exec(await quiz.metrics())?.[1]);
    const before = await gauge('waymark_attempts_waiting_for_marks');
    const taught = await teach();
    const ended = await sit(taught);
    clock.advance({ minutes: 2 });
    expect(await gauge('waymark_attempts_waiting_for_marks')).toBe(before + 1);
    expect(await gauge('waymark_attempt_waiting_for_marks_oldest_seconds')).toBeGreaterThanOrEqual(120);
    await mark(taught.teacher, { attemptId: ended.id, questionId: taught.essays[0]!.id }, { share: '1' });
    expect(await gauge('waymark_attempts_waiting_for_marks')).toBe(before);
  });

  it('leaves the next start to the policy, and the sweep ends it as a submission does', async () => {
    const taught = await teach({ policy: { timeLimitSeconds: 60, attemptsMax: 2 } });
    const attempt = await begin(taught);
    const [given] = answersOf(attempt).filter(({ answer }) => 'essay' in answer);
    await quiz.call(taught.who, `PUT /attempts/${attempt.id}/answers/${given!.questionId}`, {
      sequence: 1,
      answer: given!.answer,
    });
    clock.advance({ minutes: 1 });
    await Promise.all(replicas.map((replica) => replica.part(SweepService).runOnce()));
    expect(await typesOf(attempt.id)).toEqual(['AttemptStarted.v1', 'AttemptSubmitted.v1']);
    const read = await quiz.call<AttemptResponse>(taught.who, `GET /attempts/${attempt.id}`);
    expect(read.body).toMatchObject({ state: 'submitted', endedBy: 'expired', result: { next: { attemptsLeft: 1 } } });
    expect((await begin(taught)).number).toBe(2);
  });

  it('can be voided while it waits, and is not marked then', async () => {
    const taught = await teach();
    const ended = await sit(taught);
    const voided = await quiz.call(taught.teacher, `POST /attempts/${ended.id}:void`, { reason: 'Copied.' });
    expect(voided.status).toBe(200);
    expect(await queue(taught.teacher, `&sectionId=${taught.sectionId}`)).toEqual([]);
    const address = { attemptId: ended.id, questionId: taught.essays[0]!.id };
    expect(await mark(taught.teacher, address, { share: '1' })).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_mark' },
    });
  });
});

describe('a mark', () => {
  it('finishes the attempt: grade, progress and announcement at once, and the badge follows', async () => {
    const taught = await teach();
    const ended = await sit(taught);
    const address = { attemptId: ended.id, questionId: taught.essays[0]!.id };
    clock.advance({ minutes: 5 });
    const marked = await mark(taught.teacher, address, { share: '3/4', comment: 'Name the index.' });
    expect(marked).toMatchObject({
      status: 200,
      body: { version: 1, mark: { share: 0.75, score: 0.75, comment: 'Name the index.', markedBy: taught.teacher.id } },
    });
    expect(marked.headers.get('etag')).toBe('"1"');
    const read = await quiz.call<AttemptResponse>(taught.who, `GET /attempts/${ended.id}`);
    expect(read.body).toMatchObject({
      state: 'graded',
      submittedAt: ended.submittedAt,
      result: { score: 1.75, scoreMax: 2, percent: 87.5, hasPassed: true, gradedAt: clock.now().toISOString() },
    });
    const reviewed = read.body.result?.review?.find(({ questionId }) => questionId === address.questionId);
    expect(reviewed).toMatchObject({ outcome: 'partial', score: 0.75, mark: { comment: 'Name the index.' } });
    const events = await eventsOf(ended.id);
    expect(events.map(({ type }) => type)).toEqual(['AttemptStarted.v1', 'AttemptSubmitted.v1', 'AttemptGraded.v1']);
    expect(events.map(({ data }) => data['version'])).toEqual([1, 2, 3]);
    await deliverGrades(quiz, taught.who.id);
    const progress = await quiz.call<{ sections: object[] }>(taught.who, `GET /courses/${taught.courseId}/progress`);
    expect(progress.body.sections).toMatchObject([
      { state: 'passed', percent: 87.5, waitingForMarks: 0, credentialId: expect.any(String) },
    ]);
  });

  it('of several essays grades only when the last is marked', async () => {
    const taught = await teach({ essays: [essay(), essay({ rubric })] });
    const ended = await sit(taught);
    const [first, second] = taught.essays.map(({ id }) => ({ attemptId: ended.id, questionId: id }));
    await mark(taught.owner, first!, { share: '1' });
    expect(await typesOf(ended.id)).not.toContain('AttemptGraded.v1');
    const waiting = await queue(taught.teacher, `&sectionId=${taught.sectionId}`);
    expect(waiting.map(({ questionId }) => questionId)).toEqual([second!.questionId]);
    await mark(admin, second!, { levels: { depth: 'high', style: 'low' } });
    const read = await quiz.call<AttemptResponse>(taught.who, `GET /attempts/${ended.id}`);
    expect(read.body).toMatchObject({ state: 'graded', result: { score: 2.6667, scoreMax: 3 } });
    const reviewed = read.body.result?.review?.find(({ questionId }) => questionId === second!.questionId);
    expect(reviewed?.mark?.criteria).toEqual([
      { title: 'Depth', level: 'Deep', points: 2, pointsMax: 2 },
      { title: 'Style', level: 'Rough', points: 0, pointsMax: 1 },
    ]);
  });

  it('given anew changes the grade, says before and after, and keeps who gave which mark', async () => {
    const taught = await teach();
    const ended = await sit(taught);
    const address = { attemptId: ended.id, questionId: taught.essays[0]!.id };
    await mark(taught.teacher, address, { share: '1' });
    const again = await mark(taught.owner, address, { share: '0.5' }, 1);
    expect(again).toMatchObject({ status: 200, body: { version: 2, mark: { share: 0.5 } } });
    const regraded = (await eventsOf(ended.id)).at(-1);
    expect(regraded).toMatchObject({
      type: 'AttemptRegraded.v1',
      data: { cause: 'mark', version: 4, before: { score: '2.0000000000' }, after: { score: '1.5000000000' } },
    });
    await mark(taught.owner, address, { share: '1/2', comment: 'The same, with a word.' }, 2);
    expect(await typesOf(ended.id)).toHaveLength(4);
    const marks = await database.dataSource.query('SELECT version, share FROM mark WHERE attempt_id = $1 ORDER BY 1', [
      ended.id,
    ]);
    expect(marks).toEqual([
      { version: 1, share: '1' },
      { version: 2, share: '0.5' },
      { version: 3, share: '0.5' },
    ]);
  });

  it.each([
    [{ share: '1.01' }, 'mark_invalid'],
    [{ share: '-0.1' }, 'mark_invalid'],
    [{ share: '1/0' }, 'mark_invalid'],
    [{ levels: { depth: 'high' } }, 'mark_invalid'],
    [{ share: 'full' }, 'request_invalid'],
    [{ share: 1 }, 'request_invalid'],
    [{}, 'request_invalid'],
    [{ share: '1', levels: {} }, 'request_invalid'],
    [{ share: '1', markedBy: randomUUID() }, 'request_invalid'],
    [{ share: '1', comment: 'x'.repeat(5_001) }, 'request_invalid'],
    [{ share: '1', comment: 'a\0b' }, 'request_invalid'],
  ])('is refused as %j', async (request, code) => {
    const taught = await teach();
    const { id: attemptId } = await sit(taught);
    const refused = await mark(taught.teacher, { attemptId, questionId: taught.essays[0]!.id }, request);
    expect(refused).toMatchObject({ status: 400, body: { code } });
    expect(await typesOf(attemptId)).toHaveLength(2);
  });

  it('of two markers at once is the one of whoever was first; the other is told', async () => {
    const taught = await teach();
    const { id: attemptId } = await sit(taught);
    const address = `/marking/${attemptId}/${taught.essays[0]!.id}`;
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        replicas[at % 2]!.call(taught.teacher, `PUT ${address}`, { share: `0.${at}` }, { 'if-match': '"0"' }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    expect(await typesOf(attemptId)).toEqual(['AttemptStarted.v1', 'AttemptSubmitted.v1', 'AttemptGraded.v1']);
    expect((await quiz.call(taught.teacher, `PUT ${address}`, { share: '1' })).status).toBe(428);
  });

  it('raced with a voiding, another mark and a new attempt leaves progress as the attempts say', async () => {
    for (let round = 0; round < 8; round += 1) {
      const taught = await teach({ essays: [essay(), essay()] });
      const [older, newer] = [await sit(taught), await sit(taught)];
      const open = await begin(taught);
      const put = (attemptId: string, at: number, share: string) =>
        replicas[at]!.call(
          taught.teacher,
          `PUT /marking/${attemptId}/${taught.essays[at]!.id}`,
          { share },
          { 'if-match': '"0"' },
        );
      await Promise.all([
        put(older.id, 0, '1'),
        put(older.id, 1, '1'),
        put(newer.id, 0, '0'),
        put(newer.id, 1, '0.5'),
        round % 2 === 0 && replicas[1].call(taught.teacher, `POST /attempts/${older.id}:void`, { reason: 'Race.' }),
        replicas[0].call(taught.who, `POST /attempts/${open.id}:submit`, { answers: answersOf(open, '') }),
      ]);
      const [row] = await database.dataSource.query(
        `SELECT p.percent = a.best AND p.graded_count = a.count AND p.percent_total = a.total AND p.attempts_used = a.used AS agrees,
           a.count FROM progress p, LATERAL (SELECT max(percent) FILTER (WHERE state = 'graded') AS best,
             count(*) FILTER (WHERE state = 'graded') AS count, sum(percent) FILTER (WHERE state = 'graded') AS total,
             count(*) FILTER (WHERE state <> 'voided') AS used
           FROM attempt WHERE learner_id = p.learner_id) a WHERE p.learner_id = $1`,
        [taught.who.id],
      );
      expect(row).toEqual({ agrees: true, count: round % 2 === 0 ? '2' : '3' });
    }
  }, 60_000);
});

describe('the queue', () => {
  it('shows the longest wait first, in pages, and what was marked apart', async () => {
    const taught = await teach();
    const sat = [await sit(taught), await sit(taught), await sit(taught)];
    const at = `&sectionId=${taught.sectionId}&cohortId=${taught.cohortId}`;
    expect((await queue(taught.teacher, at)).map(({ number }) => number)).toEqual([1, 2, 3]);
    const first = await quiz.call<{ items: MarkingItemResponse[]; next: string }>(
      taught.teacher,
      `GET /marking?limit=2${at}`,
    );
    const second = await quiz.call<{ items: object[]; next: null }>(
      taught.teacher,
      `GET /marking?limit=2${at}&cursor=${first.body.next}`,
    );
    expect(second.body).toMatchObject({ items: [{ number: 3 }], next: null });
    for (const { id: attemptId } of sat.slice(0, 2)) {
      clock.advance({ seconds: 1 });
      await mark(taught.teacher, { attemptId, questionId: taught.essays[0]!.id }, { share: '1' });
    }
    expect((await queue(taught.teacher, at)).map(({ number }) => number)).toEqual([3]);
    expect(await queue(taught.teacher, `${at}&state=marked`)).toMatchObject([
      { number: 2, share: 1, learnerName: 'Ada Lovelace', sectionTitle: 'Section 1' },
      { number: 1 },
    ]);
  });

  it('and every answer in it belong to instructors of the learner in that course, to its owner and to admins', async () => {
    const taught = await teach({ essays: [essay({ markerNotes: 'Look for the index.', rubric })] });
    const { id: attemptId } = await sit(taught);
    const path = `/marking/${attemptId}/${taught.essays[0]!.id}`;
    const other = await teach();
    // The other instructor teaches this learner as well, but another course.
    await quiz.call(other.teacher, `POST /cohorts/${other.cohortId}/enrolments`, {
      emails: [`${taught.who.id}@example.org`],
    });
    for (const by of [taught.teacher, taught.owner, admin]) {
      expect(await queue(by, `&sectionId=${taught.sectionId}`)).toHaveLength(1);
      const read = await quiz.call<MarkResponse>(by, `GET ${path}`);
      expect(read).toMatchObject({ status: 200, body: { answer: 'Because of the index.', version: 0, mark: null } });
      expect(read.body.markerNotes).toBe('Look for the index.');
      expect(read.headers.get('etag')).toBe('"0"');
    }
    const levels = { levels: { depth: 'low', style: 'low' } };
    for (const by of [other.teacher, other.owner]) {
      expect(await queue(by, `&sectionId=${taught.sectionId}`)).toEqual([]);
      const [foreign, unknown] = [
        await quiz.call(by, `GET ${path}`),
        await quiz.call(by, `GET /marking/${randomUUID()}/${randomUUID()}`),
      ];
      expect(foreign.status).toBe(404);
      expect({ ...foreign.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
      expect((await mark(by, { attemptId, questionId: taught.essays[0]!.id }, levels)).status).toBe(404);
    }
    expect((await quiz.call(taught.who, `GET ${path}`)).status).toBe(403);
    expect((await quiz.call(null, 'GET /marking')).status).toBe(401);
    const own: Actor = { id: taught.who.id, roles: ['learner', 'admin'] };
    expect(await queue(own, `&sectionId=${taught.sectionId}`)).toEqual([]);
    expect((await mark(own, { attemptId, questionId: taught.essays[0]!.id }, levels)).status).toBe(404);
  });

  it('has no place for what a rule grades, or for an attempt that is still open', async () => {
    const taught = await teach();
    const open = await begin(taught);
    const essayId = taught.essays[0]!.id;
    expect(await mark(taught.teacher, { attemptId: open.id, questionId: essayId }, { share: '1' })).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_mark' },
    });
    const choice = open.questions.find(({ type }) => type === 'single_choice')!; // built above
    expect((await mark(taught.teacher, { attemptId: open.id, questionId: choice.id }, { share: '1' })).status).toBe(
      404,
    );
  });
});
