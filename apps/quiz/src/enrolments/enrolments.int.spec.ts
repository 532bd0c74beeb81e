import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page, secretToken } from '#libs/platform';
import { DrivenClock } from '#libs/testing';

import { emailOf, person } from '../../test-cohorts.js';
import { introduce, publish } from '../../test-events.js';
import { type Actor, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { CohortResponse } from '../cohorts/cohorts.dto.js';
import type { HistoryEntryResponse } from '../cohorts/history.dto.js';
import type { CourseProgressResponse } from '../progress/progress.dto.js';
import type { ImportReport, TransferReport } from './enrolments.dto.js';
import type { JoinedResponse, LinksResponse, LinkViewResponse, MadeLinkResponse } from './links.dto.js';
import type { MyCohortResponse, OpenCohortResponse } from './my-cohorts.dto.js';

let quiz: QuizUnderTest;
let courseId: string;
let sectionId: string;
const clock = new DrivenClock();

beforeAll(async () => {
  quiz = await openQuiz(clock);
  const course = await publish(quiz, [{}, {}]);
  courseId = course.courseId;
  sectionId = course.sections[0]!.sectionId; // two were published
});

afterAll(() => quiz?.close());

async function cohort(by?: Actor, of = courseId) {
  const teacher = by ?? (await person(quiz, ['instructor', 'learner'], 'Ingrid Solberg'));
  const created = await quiz.call<CohortResponse>(teacher, 'POST /cohorts', { name: 'Evening class', courseId: of });
  expect(created.status).toBe(201);
  return { teacher, id: created.body.id, path: `/cohorts/${created.body.id}` };
}

const file = (by: Actor, path: string, csv: string, query = '') =>
  quiz.call<ImportReport>(by, `POST ${path}/enrolments:import${query}`, csv, { 'content-type': 'text/csv' });

const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString();
const tokenOf = ({ url }: MadeLinkResponse) => (url ?? '').split('/').at(-1) ?? '';

async function link(by: Actor, path: string, limit = 5): Promise<MadeLinkResponse> {
  const made = await quiz.call<MadeLinkResponse>(by, `POST ${path}/links`, { expiresAt: inDays(7), limit });
  expect(made.status).toBe(201);
  return made.body;
}

async function countOf(by: Actor, path: string): Promise<number> {
  return (await quiz.call<CohortResponse>(by, `GET ${path}`)).body.learnerCount;
}

describe('a file of learners', () => {
  it('says for each row what became of it, dry run and real alike, and changes nothing the second time', async () => {
    const { teacher, path, id } = await cohort();
    const who = await person(quiz, ['learner']);
    const email = `new.${id}@example.org`;
    const csv = `email;name\n${emailOf(who)};Ada\nno address;X\n${email};Bea\n${emailOf(who).toUpperCase()};Ada\n;Y\n${emailOf(teacher)};Me\n`;
    const expected = [
      [2, 'enrolled'],
      [3, 'invalid'],
      [4, 'invited'],
      [5, 'duplicate'],
      [6, 'invalid'],
      [7, 'own_account'],
    ];
    const outcomes = (report: ImportReport) => report.items.map(({ line, outcome }) => [line, outcome]);
    const dry = await file(teacher, path, csv, '?dryRun=true');
    expect(outcomes(dry.body)).toEqual(expected);
    expect(await countOf(teacher, path)).toBe(0);
    expect((await quiz.call<Page<unknown>>(teacher, `GET ${path}/invitations`)).body.items).toEqual([]);

    const real = await file(teacher, path, csv);
    expect(outcomes(real.body)).toEqual(expected);
    expect(real.body).toMatchObject({ delimiter: ';', hasHeader: true, isDryRun: false });
    expect(real.body.counts).toEqual({ enrolled: 1, invalid: 2, invited: 1, duplicate: 1, own_account: 1 });
    const again = await file(teacher, path, csv);
    expect(again.body.counts).toEqual({
      already_enrolled: 1,
      invalid: 2,
      already_invited: 1,
      duplicate: 1,
      own_account: 1,
    });
    expect(await countOf(teacher, path)).toBe(1);
  });

  it('gets its first report again under one Idempotency-Key, and another file under it is refused', async () => {
    const { teacher, path } = await cohort();
    const who = await person(quiz, ['learner']);
    const send = (csv: string) =>
      quiz.call<ImportReport & { code?: string }>(teacher, `POST ${path}/enrolments:import`, csv, {
        'content-type': 'text/csv',
        'idempotency-key': 'file-1',
      });
    const all = await Promise.all([1, 2, 3].map(() => send(`${emailOf(who)}\n`)));
    expect(all.map(({ body }) => body.counts)).toEqual([{ enrolled: 1 }, { enrolled: 1 }, { enrolled: 1 }]);
    expect((await send('other@example.org\n')).body.code).toBe('idempotency_key_reused');
  });

  it('of 10,000 rows is taken, and its people are counted, listed and found', async () => {
    const { teacher, path } = await cohort();
    const ids = Array.from({ length: 9_000 }, () => randomUUID());
    await quiz.dataSource.query(
      `INSERT INTO person SELECT id, 1, id || '@example.org', 'L ' || id, '{learner}', 'active', now(), now()
       FROM unnest($1::uuid[]) AS id`,
      [ids],
    );
    const strangers = Array.from({ length: 1_000 }, (_, at) => `stranger${at}@example.org`);
    const csv = [...ids.map((id) => `${id}@example.org`), ...strangers].join('\n');
    const { body } = await file(teacher, path, csv);
    expect(body.counts).toEqual({ enrolled: 9_000, invited: 1_000 });
    expect(await countOf(teacher, path)).toBe(9_000);
    const found = await quiz.call<Page<{ learnerId: string }>>(teacher, `GET ${path}/enrolments?search=${ids[7]}`);
    expect(found.body.items.map(({ learnerId }) => learnerId)).toEqual([ids[7]]);
    const exported = await quiz.call(teacher, `GET ${path}/enrolments.csv`);
    expect((await file(teacher, path, exported.text)).body.counts).toEqual({ already_enrolled: 9_000 });
    const tooMany = await file(teacher, path, `${csv}\nmore@example.org`);
    expect(tooMany).toMatchObject({ status: 400, body: { code: 'roster_unusable' } });
  });

  it('is looked at only for a cohort that the sender teaches', async () => {
    const { path } = await cohort();
    const other = await person(quiz, ['instructor']);
    expect((await file(other, path, 'not even usable')).status).toBe(404);
  });
});

describe('a link into a cohort', () => {
  it('is shown once, kept as a hash, and looked at without taking a place', async () => {
    const { teacher, path } = await cohort();
    const made = await link(teacher, path);
    expect(Buffer.from(tokenOf(made), 'base64url')).toHaveLength(32);
    const kept = await quiz.dataSource.query(`SELECT row_to_json(l)::text AS row FROM cohort_link l WHERE id = $1`, [
      made.id,
    ]);
    expect(JSON.stringify(kept)).not.toContain(tokenOf(made));
    const looked = await quiz.call<LinkViewResponse>(null, `GET /cohort-links/${tokenOf(made)}`);
    expect(looked.body).toMatchObject({
      state: 'open',
      cohort: { name: 'Evening class' },
      invitedBy: 'Ingrid Solberg',
    });
    const listed = await quiz.call<LinksResponse>(teacher, `GET ${path}/links`);
    expect(listed.body.items).toMatchObject([{ id: made.id, used: 0, limit: 5, state: 'open' }]);
    expect(listed.text).not.toContain(tokenOf(made));
  });

  it('lets no more people in than it has places, however many come at one moment', async () => {
    const { teacher, path } = await cohort();
    const token = tokenOf(await link(teacher, path, 1));
    const people = await Promise.all(Array.from({ length: 50 }, () => person(quiz, ['learner'])));
    const answers = await Promise.all(
      people.map((who) => quiz.call<JoinedResponse>(who, `POST /cohort-links/${token}:redeem`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => 'code' in body && body.code === 'link_full')).toHaveLength(49);
    expect(await countOf(teacher, path)).toBe(1);
    const inside = people[answers.findIndex(({ status }) => status === 200)]!; // one came in
    const again = await quiz.call<JoinedResponse>(inside, `POST /cohort-links/${token}:redeem`);
    expect(again.body.outcome).toBe('already_enrolled');
  });

  it.each<[string, (given: { teacher: Actor; path: string; made: MadeLinkResponse }) => Promise<unknown>]>([
    ['link_revoked', ({ teacher, path, made }) => quiz.call(teacher, `DELETE ${path}/links/${made.id}`)],
    ['cohort_archived', ({ teacher, path }) => quiz.call(teacher, `PATCH ${path}`, { isArchived: true })],
    ['link_expired', async () => clock.advance({ minutes: 8 * 24 * 60 })],
    ['link_maker_lost_role', ({ teacher }) => introduce(quiz, { id: teacher.id, roles: ['learner'] }, { version: 2 })],
  ])('says why it lets nobody in: %s', async (code, happens) => {
    const { teacher, path } = await cohort();
    const made = await link(teacher, path);
    await happens({ teacher, path, made });
    const refused = await quiz.call(await person(quiz, ['learner']), `POST /cohort-links/${tokenOf(made)}:redeem`);
    expect(refused).toMatchObject({ status: 409, body: { code } });
  });

  it('lets in neither who teaches the cohort nor whom an instructor took out', async () => {
    const { teacher, path } = await cohort();
    const token = tokenOf(await link(teacher, path));
    const redeem = (who: Actor) => quiz.call(who, `POST /cohort-links/${token}:redeem`);
    expect((await redeem(teacher)).body.code).toBe('teaches_cohort');
    const who = await person(quiz, ['learner']);
    await redeem(who);
    await quiz.call(teacher, `DELETE ${path}/enrolments/${who.id}`);
    expect((await redeem(who)).body.code).toBe('removed_by_instructor');
  });

  it('of another cohort cannot be taken back here, and one for more than 90 days is not made', async () => {
    const [mine, foreign] = [await cohort(), await cohort()];
    const made = await link(foreign.teacher, foreign.path);
    expect((await quiz.call(mine.teacher, `DELETE ${mine.path}/links/${made.id}`)).status).toBe(404);
    for (const expiresAt of [inDays(91), inDays(-1)]) {
      const refused = await quiz.call(mine.teacher, `POST ${mine.path}/links`, { expiresAt, limit: 5 });
      expect(refused).toMatchObject({ status: 400, body: { code: 'link_expiry' } });
    }
    for (const limit of [0, 10_001]) {
      const refused = await quiz.call(mine.teacher, `POST ${mine.path}/links`, { expiresAt: inDays(1), limit });
      expect(refused.status).toBe(400);
    }
  });

  it('is made once under an Idempotency-Key, and its address is in no kept answer', async () => {
    const { teacher, path } = await cohort();
    const body = { expiresAt: inDays(7), limit: 5 };
    const make = () => quiz.call<MadeLinkResponse>(teacher, `POST ${path}/links`, body, { 'idempotency-key': 'l-1' });
    const [first, second] = [await make(), await make()];
    expect(second.body).toEqual({ ...first.body, url: null });
    const kept = await quiz.dataSource.query('SELECT body::text FROM idempotency_key');
    expect(JSON.stringify(kept)).not.toContain(tokenOf(first.body));
  });

  it('that nobody has is not found, and after sixty tries from one place nothing is', async () => {
    const statuses = [];
    for (let tries = 0; tries < 61; tries += 1) {
      const token = secretToken();
      statuses.push((await quiz.call(null, `GET /cohort-links/${token}`)).status);
    }
    expect(statuses.slice(0, 59).every((status) => status === 404)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    clock.advance({ minutes: 16 });
    expect((await quiz.call(null, 'GET /cohort-links/nonsense')).status).toBe(404);
  });
});

describe('a cohort that is open to all', () => {
  it('is joined and left by learners themselves, and closed it is as if it were not there', async () => {
    const { teacher, path, id } = await cohort();
    const who = await person(quiz, ['learner']);
    expect((await quiz.call(who, `POST ${path}:join`)).status).toBe(404);
    await quiz.call(teacher, `PATCH ${path}`, { selfEnrolment: true });
    const open = async () =>
      (await quiz.call<Page<OpenCohortResponse>>(who, `GET /courses/${courseId}/open-cohorts`)).body.items.find(
        (one) => one.id === id,
      );
    expect(await open()).toMatchObject({ name: 'Evening class', isMine: false, instructors: ['Ingrid Solberg'] });
    for (const outcome of ['enrolled', 'already_enrolled'])
      expect((await quiz.call<JoinedResponse>(who, `POST ${path}:join`)).body.outcome).toBe(outcome);
    expect(await open()).toMatchObject({ isMine: true, canLeave: true });
    for (const _ of [1, 2]) expect((await quiz.call(who, `POST ${path}:leave`)).status).toBe(204);
    expect(await countOf(teacher, path)).toBe(0);
    await quiz.call(teacher, `PATCH ${path}`, { selfEnrolment: false });
    expect((await quiz.call(who, `POST ${path}:join`)).body.code).toBe('not_open');
    expect((await quiz.call(teacher, `POST ${path}:join`)).status).toBe(404);
  });

  it('is not left by whom an instructor enrolled, and not rejoined by whom one took out', async () => {
    const { teacher, path } = await cohort();
    const who = await person(quiz, ['learner']);
    await quiz.call(teacher, `PATCH ${path}`, { selfEnrolment: true });
    await quiz.call(teacher, `POST ${path}/enrolments`, { emails: [emailOf(who)] });
    expect((await quiz.call(who, `POST ${path}:leave`)).body.code).toBe('enrolled_by_instructor');
    await quiz.call(teacher, `DELETE ${path}/enrolments/${who.id}`);
    expect((await quiz.call(who, `POST ${path}:join`)).body.code).toBe('removed_by_instructor');
  });
});

describe('learners', () => {
  it('are transferred with all that is theirs, each with an answer, and the history tells it on both sides', async () => {
    const [from, other] = [await cohort(), await cohort()];
    const to = await cohort(from.teacher);
    const [one, both, stranger] = [
      await person(quiz, ['learner']),
      await person(quiz, ['learner']),
      await person(quiz, ['learner']),
    ];
    await quiz.call(from.teacher, `POST ${from.path}/enrolments`, { emails: [one, both].map(emailOf) });
    await quiz.call(from.teacher, `POST ${to.path}/enrolments`, { emails: [emailOf(both)] });
    const transfer = (toCohortId: string) =>
      quiz.call<TransferReport>(from.teacher, `POST ${from.path}/enrolments:transfer`, {
        learnerIds: [one.id, both.id, stranger.id],
        toCohortId,
      });
    expect((await transfer(other.id)).status).toBe(404);
    const elsewhere = await cohort(from.teacher, (await publish(quiz, [{}])).courseId);
    expect(await transfer(elsewhere.id)).toMatchObject({ status: 409, body: { code: 'other_course' } });
    expect(await transfer(from.id)).toMatchObject({ status: 400, body: { code: 'same_cohort' } });
    expect((await transfer(to.id)).body.items).toEqual([
      { learnerId: one.id, outcome: 'transferred' },
      { learnerId: both.id, outcome: 'already_there' },
      { learnerId: stranger.id, outcome: 'not_in_cohort' },
    ]);
    expect([await countOf(from.teacher, from.path), await countOf(from.teacher, to.path)]).toEqual([0, 2]);
    const history = await quiz.call<Page<HistoryEntryResponse>>(from.teacher, `GET ${to.path}/history`);
    expect(history.body.items[0]).toMatchObject({
      act: 'transferred_in',
      actor: { id: from.teacher.id },
      person: { id: one.id },
      detail: { fromCohort: 'Evening class' },
    });
    await expect(quiz.dataSource.query('UPDATE cohort_history SET actor_id = person_id')).rejects.toThrow(
      'only added to',
    );
  });

  it('see what is due in the cohorts they learn in, the earliest first, and nothing is locked by it', async () => {
    const [one, two] = [await cohort(), await cohort()];
    const who = await person(quiz, ['learner']);
    for (const [place, dueAt] of [
      [one, inDays(-1)],
      [two, inDays(3)],
    ] as const) {
      await quiz.call(place.teacher, `POST ${place.path}/enrolments`, { emails: [emailOf(who)] });
      const saved = await quiz.call(place.teacher, `PUT ${place.path}/due-dates`, { [sectionId]: dueAt });
      expect(saved.status).toBe(200);
    }
    const progress = async () =>
      (await quiz.call<CourseProgressResponse>(who, `GET /courses/${courseId}/progress`)).body.sections;
    expect((await progress()).map(({ dueAt, state }) => [dueAt, state])).toEqual([
      [inDays(-1), 'open'],
      [null, 'open'],
    ]);
    const mine = await quiz.call<Page<MyCohortResponse>>(who, 'GET /me/cohorts');
    expect(mine.body.items.map(({ dueDates }) => dueDates.length)).toEqual([1, 1]);
    await quiz.call(one.teacher, `PUT ${one.path}/due-dates`, { [sectionId]: null });
    expect((await progress())[0]?.dueAt).toBe(inDays(3));
    const foreign = await quiz.call(one.teacher, `PUT ${one.path}/due-dates`, { [randomUUID()]: inDays(1) });
    expect(foreign).toMatchObject({ status: 400, body: { code: 'section_foreign' } });
  });
});

describe('an archived cohort', () => {
  it('is read only, and says so at every door', async () => {
    const { teacher, path } = await cohort();
    const target = await cohort(teacher);
    const who = await person(quiz, ['learner']);
    await quiz.call(teacher, `POST ${path}/enrolments`, { emails: [emailOf(who), `x.${who.id}@example.org`] });
    const { body } = await quiz.call<Page<{ id: string; state: string }>>(teacher, `GET ${path}/invitations`);
    const invitation = body.items[0]!; // one was invited
    await quiz.call(teacher, `PATCH ${path}`, { isArchived: true });
    const doors: [string, unknown][] = [
      [`PATCH ${path}`, { name: 'Other' }],
      [`POST ${path}/enrolments`, { emails: [emailOf(who)] }],
      [`DELETE ${path}/enrolments/${who.id}`, undefined],
      [`POST ${path}/enrolments:remove`, { learnerIds: [who.id] }],
      [`POST ${path}/enrolments:transfer`, { learnerIds: [who.id], toCohortId: target.id }],
      [`POST ${path}/links`, { expiresAt: inDays(1), limit: 1 }],
      [`PUT ${path}/due-dates`, { [sectionId]: inDays(1) }],
      [`POST ${path}/invitations/${invitation.id}:resend`, undefined],
    ];
    for (const [door, given] of doors) {
      const refused = await quiz.call(teacher, door, given);
      expect([door, refused.status, refused.body.code]).toEqual([door, 409, 'cohort_archived']);
    }
    const after = await quiz.call<typeof body>(teacher, `GET ${path}/invitations`);
    expect(after.body.items.map(({ state }) => state)).toEqual(['withdrawn']);
    expect((await quiz.call(teacher, `GET ${path}/dashboard`)).status).toBe(200);
    const list = async (query: string) =>
      (await quiz.call<Page<CohortResponse>>(teacher, `GET /cohorts?${query}`)).body.items.map(({ id }) => id);
    expect([await list('state=active'), (await list('state=archived')).length]).toEqual([[target.id], 1]);
    expect(await list('search=nothing like it')).toEqual([]);
    expect((await quiz.call(teacher, `PATCH ${path}`, { isArchived: false, name: 'Back' })).status).toBe(200);
  });
});

describe('instructors by address', () => {
  it('are added when they have the role, refused alike otherwise, and never where they learn', async () => {
    const { teacher, path } = await cohort();
    const other = await person(quiz, ['instructor', 'learner'], 'Tomas Kral');
    const add = (email: string) => quiz.call(teacher, `POST ${path}/instructors`, { email });
    expect((await add(` ${emailOf(other).toUpperCase()}`)).body).toEqual({ id: other.id, displayName: 'Tomas Kral' });
    const refused = await add(emailOf(await person(quiz, ['learner'])));
    expect(refused).toMatchObject({ status: 409, body: { code: 'not_an_instructor' } });
    expect({ ...(await add('nobody@example.org')).body, traceId: '' }).toEqual({ ...refused.body, traceId: '' });
    const both = await person(quiz, ['instructor', 'learner']);
    await quiz.call(teacher, `POST ${path}/enrolments`, { emails: [emailOf(both)] });
    expect((await add(emailOf(both))).body.code).toBe('instructor_learns_here');
  });
});
