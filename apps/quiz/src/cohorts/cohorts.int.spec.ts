import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '#libs/platform';
import { DrivenClock } from '#libs/testing';

import { emailOf, person } from '../../test-cohorts.js';
import { publish } from '../../test-events.js';
import { type Actor, learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { CohortResponse } from './cohorts.dto.js';
import type { EnrolledLearnerResponse, EnrolmentReport } from '../enrolments/enrolments.dto.js';

let quiz: QuizUnderTest;
let courseId: string;
const clock = new DrivenClock();

beforeAll(async () => {
  quiz = await openQuiz(clock);
  courseId = (await publish(quiz, [{}])).courseId;
});
afterAll(() => quiz?.close());

async function cohort(by?: Actor, name = 'Evening class') {
  const teacher = by ?? (await person(quiz, ['instructor'], 'Ingrid Solberg'));
  const created = await quiz.call<CohortResponse>(teacher, 'POST /cohorts', { name, courseId });
  expect(created.status).toBe(201);
  clock.advance({ seconds: 1 });
  return { teacher, cohort: created.body, path: `/cohorts/${created.body.id}` };
}

function enrol(by: Actor, path: string, emails: readonly string[]) {
  return quiz.call<EnrolmentReport>(by, `POST ${path}/enrolments`, { emails });
}

async function eventsOf(cohortId: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
  return quiz.dataSource.query(`SELECT type, data FROM outbox WHERE topic = 'quiz.cohorts' AND key = $1 ORDER BY id`, [
    cohortId,
  ]);
}

describe('a cohort', () => {
  it('is taught by whoever creates it, and announced', async () => {
    const { teacher, cohort: created, path } = await cohort();
    const instructors = [{ id: teacher.id, displayName: 'Ingrid Solberg' }];
    expect(created).toMatchObject({ name: 'Evening class', courseId, courseTitle: 'Backend', version: 1, instructors });
    expect((await quiz.call(teacher, `GET ${path}`)).body).toEqual(created);
    const data = { cohortId: created.id, version: 1, courseId, isArchived: false, instructorIds: [teacher.id] };
    expect(await eventsOf(created.id)).toMatchObject([{ type: 'CohortChanged.v1', data }]);
    expect(await quiz.metrics()).toMatch(/waymark_cohorts_created_total\{service="quiz"\} [1-9]/);
  });

  it('is made once however often a creation is repeated under one Idempotency-Key', async () => {
    const teacher = await person(quiz, ['instructor']);
    const create = () =>
      quiz.call<CohortResponse>(teacher, 'POST /cohorts', { name: 'Once', courseId }, { 'idempotency-key': 'k-1' });
    const made = await Promise.all(Array.from({ length: 8 }, create));
    expect(new Set(made.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await eventsOf(made[0]!.body.id)).toHaveLength(1);
  });

  it('made by an admin who does not teach has no instructor yet', async () => {
    const admin = await person(quiz, ['admin']);
    expect((await cohort(admin)).cohort.instructors).toEqual([]);
  });

  it('can be renamed and archived; what is so already changes and announces nothing', async () => {
    const { teacher, cohort: created, path } = await cohort();
    const change = { name: ' Day class ', isArchived: true };
    const changed = await quiz.call<CohortResponse>(teacher, `PATCH ${path}`, change);
    expect(changed).toMatchObject({ status: 200, body: { name: 'Day class', isArchived: true, version: 2 } });
    expect((await quiz.call<CohortResponse>(teacher, `PATCH ${path}`, change)).body.version).toBe(2);
    expect(await eventsOf(created.id)).toHaveLength(2);
  });

  it('takes nobody in while it is archived', async () => {
    const { teacher, path } = await cohort();
    await quiz.call(teacher, `PATCH ${path}`, { isArchived: true });
    const refused = await quiz.call(teacher, `POST ${path}/enrolments`, { emails: ['a@example.org'] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'cohort_archived' } });
  });

  it.each([
    ['an unknown course', { name: 'X', courseId: randomUUID() }, 'course_unknown'],
    ['no name', { name: '  ', courseId: randomUUID() }, 'request_invalid'],
    ['a name with a NUL in it', { name: 'a\u0000b', courseId: randomUUID() }, 'request_invalid'],
    ['half a character', '{"name":"a\\ud800","courseId":"1b4e28ba-2fa1-4d1b-883f-0016d3cca427"}', 'request_invalid'],
    ['more than is asked for', { name: 'X', courseId: randomUUID(), version: 9 }, 'request_invalid'],
  ])('is refused with %s', async (_what, body, code) => {
    const refused = await quiz.call(await person(quiz, ['instructor']), 'POST /cohorts', body);
    expect(refused).toMatchObject({ status: 400, body: { code } });
  });

  it('is listed for its instructors alone, newest first and page by page', async () => {
    const teacher = await person(quiz, ['instructor']);
    const made = [];
    for (const name of ['one', 'two', 'three']) made.unshift((await cohort(teacher, name)).cohort.id);
    await cohort();
    const first = await quiz.call<Page<CohortResponse>>(teacher, 'GET /cohorts?limit=2');
    const second = await quiz.call<Page<CohortResponse>>(teacher, `GET /cohorts?limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(made);
    expect(second.body.next).toBeNull();
    const all = await quiz.call<Page<CohortResponse>>(await person(quiz, ['admin']), 'GET /cohorts?limit=200');
    expect(all.body.items.length).toBeGreaterThan(made.length);
  });
});

describe('the instructors of a cohort', () => {
  it('can be added and taken away, each time announced, repeats without effect', async () => {
    const { teacher, cohort: created, path } = await cohort();
    const other = await person(quiz, ['instructor'], 'Tomas Kral');
    for (const _ of [1, 2]) {
      expect((await quiz.call(teacher, `PUT ${path}/instructors/${other.id}`)).status).toBe(204);
    }
    expect((await quiz.call(other, `GET ${path}`)).status).toBe(200);
    expect((await quiz.call(other, `DELETE ${path}/instructors/${teacher.id}`)).status).toBe(204);
    expect((await quiz.call(teacher, `GET ${path}`)).status).toBe(404);
    const instructorIds = (await eventsOf(created.id)).map(({ data }) => data['instructorIds']);
    expect(instructorIds).toEqual([[teacher.id], [teacher.id, other.id], [other.id]]);
  });

  it('must have the role; a person without it and an unknown id are refused alike', async () => {
    const { teacher, path } = await cohort();
    const refuse = async (id: string) => {
      const { status, body } = await quiz.call(teacher, `PUT ${path}/instructors/${id}`);
      return { status, code: body.code, detail: body.detail };
    };
    const refused = await refuse((await person(quiz, ['learner', 'author'])).id);
    expect(refused).toMatchObject({ status: 409, code: 'not_an_instructor' });
    expect(await refuse(randomUUID())).toEqual(refused);
  });

  it('are never none', async () => {
    const { teacher, path } = await cohort();
    const refused = await quiz.call(teacher, `DELETE ${path}/instructors/${teacher.id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'last_instructor' } });
    const stranger = await person(quiz, ['instructor']);
    expect((await quiz.call(teacher, `DELETE ${path}/instructors/${stranger.id}`)).status).toBe(404);
  });
});

describe('enrolling by address', () => {
  it('says for each address what became of it, and changes nothing the second time', async () => {
    const { teacher, cohort: created, path } = await cohort();
    const [one, two] = [await person(quiz, ['learner']), await person(quiz, ['learner'])];
    const emails = [
      emailOf(one),
      'nobody@example.org',
      ` ${emailOf(two).toUpperCase()}`,
      emailOf(one),
      "=cmd|' /C calc'!A0",
    ];
    const first = await enrol(teacher, path, emails);
    expect(first.body.items.map(({ outcome }) => outcome)).toEqual([
      'enrolled',
      'invited',
      'enrolled',
      'duplicate',
      'invalid',
    ]);
    expect(first.body.items[2]).toEqual({ email: emails[2]!.trim(), outcome: 'enrolled', learnerId: two.id });
    const again = await enrol(teacher, path, emails);
    expect(again.body.items.filter(({ outcome }) => outcome === 'enrolled')).toEqual([]);
    const enrolments = (await eventsOf(created.id)).filter(({ type }) => type === 'EnrolmentChanged.v1');
    expect(enrolments.map(({ data }) => [data['learnerId'], data['version'], data['state']]).sort()).toEqual(
      [one.id, two.id].sort().map((id) => [id, 1, 'enrolled']),
    );
  });

  it('takes 500 addresses in one go, and refuses 501', async () => {
    const { teacher, cohort: created, path } = await cohort();
    const people = Array.from({ length: 500 }, () => randomUUID());
    await quiz.dataSource.query(
      `INSERT INTO person SELECT id, 1, id || '@example.org', 'L ' || id, '{learner}', 'active', now(), now()
       FROM unnest($1::uuid[]) AS id`,
      [people],
    );
    const emails = people.map((id) => `${id}@example.org`);
    const enrolled = await enrol(teacher, path, emails);
    expect(enrolled.body.items.map(({ learnerId, outcome }) => [learnerId, outcome])).toEqual(
      people.map((id) => [id, 'enrolled']),
    );
    expect(await eventsOf(created.id)).toHaveLength(501);
    expect((await quiz.call<CohortResponse>(teacher, `GET ${path}`)).body.learnerCount).toBe(500);
    expect((await enrol(teacher, path, [...emails, 'one@example.org'])).status).toBe(400);
  });

  it('enrols and announces once when twenty do it at the same moment', async () => {
    const { teacher, cohort: created, path } = await cohort();
    const who = await person(quiz, ['learner']);
    const before = await enrolledTotal();
    const all = await Promise.all(Array.from({ length: 20 }, () => enrol(teacher, path, [emailOf(who)])));
    const outcomes = all.map(({ body }) => body.items[0]?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'enrolled')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already_enrolled')).toHaveLength(19);
    expect((await eventsOf(created.id)).filter(({ type }) => type === 'EnrolmentChanged.v1')).toHaveLength(1);
    expect(await enrolledTotal()).toBe(before + 1);
  });

  it('announces nothing when the transaction is rolled back', async () => {
    const { teacher, cohort: created, path } = await cohort();
    const who = await person(quiz, ['learner']);
    await quiz.dataSource.query(
      `CREATE FUNCTION refuse_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not today'; END $$;
       CREATE CONSTRAINT TRIGGER refuse_enrolment AFTER INSERT ON enrolment DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW EXECUTE FUNCTION refuse_enrolment()`,
    );
    const failed = await enrol(teacher, path, [emailOf(who)]);
    await quiz.dataSource.query('DROP TRIGGER refuse_enrolment ON enrolment; DROP FUNCTION refuse_enrolment');
    expect(failed.status).toBe(500);
    expect(await eventsOf(created.id)).toHaveLength(1);
  });

  async function enrolledTotal(): Promise<number> {
    return Number(/waymark_learners_enrolled_total\{service="quiz"\} (\d+)/.exec(await quiz.metrics())?.[1]);
  }
});

describe('the learners of a cohort', () => {
  it('are listed by name, page by page, and found by name or address, whatever stands in the search', async () => {
    const { teacher, path } = await cohort();
    const names = ['Zoë 100%', 'Bea_trix', 'Ada'];
    const people = await Promise.all(names.map((name) => person(quiz, ['learner'], name)));
    await enrol(teacher, path, people.map(emailOf));
    const list = async (query: string) =>
      (await quiz.call<Page<EnrolledLearnerResponse>>(teacher, `GET ${path}/enrolments?${query}`)).body;
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ displayName }) => displayName)).toEqual(names.toReversed());
    expect((await list('search=%25')).items.map(({ displayName }) => displayName)).toEqual(['Zoë 100%']);
    expect((await list('search=a_T')).items.map(({ displayName }) => displayName)).toEqual(['Bea_trix']);
    expect((await list(`search=${people[2]!.id}`)).items.map(({ learnerId }) => learnerId)).toEqual([people[2]!.id]);
    const forged = Buffer.from(JSON.stringify(['enrolments', 'x', 'no uuid'])).toString('base64url');
    expect((await quiz.call(teacher, `GET ${path}/enrolments?cursor=${forged}`)).body.code).toBe('cursor_foreign');
  });

  it('can be taken out and come back, each time announced with the next version', async () => {
    const { teacher, cohort: created, path } = await cohort();
    const who = await person(quiz, ['learner']);
    await enrol(teacher, path, [emailOf(who)]);
    for (const _ of [1, 2]) {
      expect((await quiz.call(teacher, `DELETE ${path}/enrolments/${who.id}`)).status).toBe(204);
    }
    expect((await quiz.call<CohortResponse>(teacher, `GET ${path}`)).body.learnerCount).toBe(0);
    expect((await enrol(teacher, path, [emailOf(who)])).body.items[0]?.outcome).toBe('enrolled');
    const enrolments = (await eventsOf(created.id)).filter(({ type }) => type === 'EnrolmentChanged.v1');
    expect(enrolments.map(({ data }) => [data['version'], data['state']])).toEqual([
      [1, 'enrolled'],
      [2, 'removed'],
      [3, 'enrolled'],
    ]);
  });

  it('of another cohort cannot be taken out of this one', async () => {
    const [mine, foreign] = [await cohort(), await cohort()];
    const who = await person(quiz, ['learner']);
    await enrol(foreign.teacher, foreign.path, [emailOf(who)]);
    expect((await quiz.call(mine.teacher, `DELETE ${mine.path}/enrolments/${who.id}`)).status).toBe(404);
    expect((await quiz.call<CohortResponse>(foreign.teacher, `GET ${foreign.path}`)).body.learnerCount).toBe(1);
  });
});

describe('the rights', () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  const doors: [string, unknown][] = [
    ['GET ', undefined],
    ['PATCH ', { name: 'Taken over' }],
    ['GET /enrolments', undefined],
    ['POST /enrolments', { emails: ['a@example.org'] }],
    [`PUT /instructors/${nobody}`, undefined],
    [`DELETE /instructors/${nobody}`, undefined],
    [`DELETE /enrolments/${nobody}`, undefined],
    ['POST /instructors', { email: 'a@example.org' }],
    ['GET /due-dates', undefined],
    ['PUT /due-dates', {}],
    ['GET /history', undefined],
    ['GET /enrolments.csv', undefined],
    ['POST /enrolments:transfer', { learnerIds: [nobody], toCohortId: '00000000-0000-4000-8000-000000000001' }],
    ['POST /enrolments:remove', { learnerIds: [nobody] }],
    ['GET /invitations', undefined],
    [`POST /invitations/${nobody}:resend`, undefined],
    [`DELETE /invitations/${nobody}`, undefined],
    ['GET /links', undefined],
    ['POST /links', { expiresAt: '2030-01-01T00:00:00Z', limit: 1 }],
    [`DELETE /links/${nobody}`, undefined],
  ];

  it.each(doors)(
    'of %s: nobody is asked to sign in, learners and authors are refused, a foreign cohort is not there',
    async (door, body) => {
      const { teacher, cohort: created, path } = await cohort();
      const [method, tail] = door.split(' ');
      const ask = (who: Actor | null, base: string) => quiz.call(who, `${method} ${base}${tail}`, body);
      expect((await ask(null, path)).status).toBe(401);
      for (const who of [learner(teacher.id), learner(), await person(quiz, ['author'])]) {
        expect(await ask(who, path)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
      }
      const other = await person(quiz, ['instructor']);
      const [foreign, unknown] = [await ask(other, path), await ask(other, `/cohorts/${randomUUID()}`)];
      expect(foreign.status).toBe(404);
      expect({ ...foreign.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
      expect((await quiz.call(teacher, `GET ${path}`)).body).toEqual(created);
    },
  );

  it('of an admin reach every cohort', async () => {
    const { path } = await cohort();
    const admin = await person(quiz, ['admin']);
    expect((await quiz.call(admin, `GET ${path}`)).status).toBe(200);
    expect((await quiz.call(admin, `PATCH ${path}`, { name: 'Renamed' })).status).toBe(200);
    expect((await enrol(admin, path, ['nobody@example.org'])).status).toBe(200);
  });
});
