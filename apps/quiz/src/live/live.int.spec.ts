import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, poolOf, Revocations } from '#libs/platform';
import { createTestDatabase, DrivenClock, eventually, type TestDatabase } from '#libs/testing';
import type { DataSource } from 'typeorm';

import { enrol, type Taught, teachCohort } from '../../test-cohorts.js';
import { introduce, takeQuiz } from '../../test-events.js';
import { deliverInsights, Reader } from '../../test-live.js';
import { type Actor, definition, learner, type Problem, type QuizUnderTest, startQuiz } from '../../test-support.js';
import type { DashboardResponse } from '../dashboard/dashboard.dto.js';
import { LiveService } from './live.service.js';

let database: TestDatabase;
let other: DataSource;
let quiz: QuizUnderTest;
/** A second replica of the service, on the same database. */
let replica: QuizUnderTest;
const clock = new DrivenClock();
const readers: Reader[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ migrations: definition.migrations });
  const { name: service, entities, migrations } = definition;
  other = createDataSource({ service, url: database.url, poolMax: 5, entities, migrations });
  await other.initialize();
  quiz = await startQuiz(database.dataSource, clock);
  replica = await startQuiz(other, clock);
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await eventually(async () => (await openSeats()) === 0);
});
afterAll(async () => {
  await replica?.close();
  await quiz?.close();
  if (other?.isInitialized) await other.destroy();
  await database?.drop();
});

async function openSeats(): Promise<number> {
  const [row] = await database.dataSource.query('SELECT count(*)::int AS seats FROM live_seat');
  return row.seats;
}

async function teach(names: readonly string[]): Promise<Taught> {
  const taught = await teachCohort(quiz, names);
  await deliverInsights(quiz);
  return taught;
}

/** An attempt with all answers right, graded and heard of by the read models. */
async function pass(who: Actor, sectionId: string): Promise<void> {
  expect((await takeQuiz(quiz, who, sectionId)).state).toBe('graded');
  await deliverInsights(quiz);
}

async function watch(at: QuizUnderTest, taught: Taught, headers?: Record<string, string>): Promise<Reader> {
  const reader = await Reader.open(at, taught.teacher, taught.path, headers);
  readers.push(reader);
  expect(reader.status).toBe(200);
  await eventually(() => reader.events.length > 0);
  return reader;
}

const stateOf = (reader: Reader, who: Actor) => reader.row(who.id)?.cells[0]?.state;

describe('a live board', () => {
  it('begins with the dashboard, on a line that no cache and no proxy keeps', async () => {
    const taught = await teach(['Ada', 'Bea']);
    const reader = await watch(quiz, taught);
    const { body } = await quiz.call<DashboardResponse>(taught.teacher, `GET ${taught.path}/dashboard`);
    expect(reader.events[0]).toMatchObject({ event: 'figures', data: { isWhole: true, left: [] } });
    expect(reader.events[0]?.data.learners).toEqual(body.learners);
    expect(reader.events[0]?.data.totals).toEqual(body.totals);
    expect(reader.events[0]?.id).toBe(reader.events[0]?.data.revision);
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it('moves by itself on every replica when a submission was graded', async () => {
    const taught = await teach(['Ada', 'Bea']);
    const [ada] = taught.learners as [Actor];
    const here = await watch(quiz, taught);
    const there = await watch(replica, taught);
    await pass(ada, taught.sections[0]!.sectionId);
    await eventually(() => stateOf(here, ada) === 'passed' && stateOf(there, ada) === 'passed');
    for (const reader of [here, there]) {
      expect(reader.last?.data).toMatchObject({ isWhole: false, totals: { passes: 1 }, sections: [{ passed: 1 }, {}] });
      expect(reader.last?.data.learners.map(({ learnerId }) => learnerId)).toEqual([ada.id]);
    }
    const { body } = await quiz.call<DashboardResponse>(taught.teacher, `GET ${taught.path}/dashboard`);
    expect(here.last?.data.totals).toEqual(body.totals);
  });

  it('shows who comes and who leaves', async () => {
    const taught = await teach(['Ada']);
    const reader = await watch(quiz, taught);
    const bea = learner();
    await introduce(quiz, bea, { displayName: 'Bea' });
    await enrol(quiz, taught, [bea]);
    await deliverInsights(quiz);
    await eventually(() => reader.row(bea.id)?.displayName === 'Bea');
    await quiz.call(taught.teacher, `DELETE ${taught.path}/enrolments/${bea.id}`);
    await deliverInsights(quiz);
    await eventually(() => reader.events.some(({ data }) => data.left?.includes(bea.id) ?? false));
    expect(reader.last?.data.totals.learners).toBe(1);
  });

  it('stays whole whatever learners call themselves', async () => {
    const name = 'Eve\r\n\r\nevent: end\r\ndata: {"reason":"right_lost"}\r\n\r\n';
    const taught = await teach([name]);
    const reader = await watch(quiz, taught);
    expect(reader.events.map(({ event }) => event)).toEqual(['figures']);
    expect(reader.row(taught.learners[0]!.id)?.displayName).toBe(name);
  });
});

describe('a reader who was cut off', () => {
  it.each([
    ['the same replica', () => quiz],
    ['another replica', () => replica],
  ])('is told at %s just what changed meanwhile', async (_where, at) => {
    const taught = await teach(['Ada', 'Bea', 'Cleo']);
    const [ada, bea] = taught.learners as [Actor, Actor];
    const first = await watch(quiz, taught);
    const rest = await watch(quiz, taught);
    await pass(ada, taught.sections[0]!.sectionId);
    await eventually(() => stateOf(first, ada) === 'passed');
    const lastId = first.last?.id ?? '';
    first.close();
    await pass(bea, taught.sections[0]!.sectionId);
    await eventually(() => stateOf(rest, bea) === 'passed');
    const again = await watch(at(), taught, { 'last-event-id': lastId });
    expect(again.events[0]?.data).toMatchObject({ isWhole: false, totals: { passes: 2 } });
    expect(again.events[0]?.data.learners.map(({ learnerId }) => learnerId)).toEqual([bea.id]);
  });

  it.each([
    '',
    'nonsense',
    '1-2-3',
    "'; DROP TABLE cohort",
    '9'.repeat(10_000),
    '0-0-0-0-0-0-0-0-99999999999999999999',
  ])('gets everything for an id that is none of ours: %#', async (id) => {
    const taught = await teach(['Ada']);
    const reader = await watch(quiz, taught, { 'last-event-id': id });
    expect(reader.events[0]?.data).toMatchObject({ isWhole: true, totals: { learners: 1 } });
  });

  it('is told when to come back, everybody something else', async () => {
    const taught = await teach(['Ada']);
    const pauses: number[] = [];
    for (let time = 0; time < 12; time += 1) {
      const reader = await watch(time % 2 === 0 ? quiz : replica, taught);
      pauses.push(reader.retryMs ?? 0);
      reader.close();
      await eventually(async () => (await openSeats()) === 0);
    }
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000);
    expect(new Set(pauses).size).toBeGreaterThan(6);
  });
});

describe('a stream ends', () => {
  it('with the token that opened it, and says so', async () => {
    const taught = await teach(['Ada']);
    const reader = await watch(quiz, taught);
    clock.advance({ minutes: 9 });
    await eventually(() => reader.heartbeats > 0);
    expect(reader.isOver).toBe(false);
    clock.advance({ minutes: 1 });
    await eventually(() => reader.isOver);
    expect(reader.last).toMatchObject({ event: 'end', data: { reason: 'token_ended' } });
  });

  it('when the person is no instructor of the cohort any more', async () => {
    const taught = await teach(['Ada']);
    const reader = await watch(quiz, taught);
    const colleague: Actor = { id: randomUUID(), roles: ['instructor'] };
    await introduce(quiz, colleague);
    await database.dataSource.query('DELETE FROM cohort_instructor WHERE instructor_id = $1', [taught.teacher.id]);
    clock.advance({ seconds: 20 });
    await eventually(() => reader.isOver);
    expect(reader.last).toMatchObject({ event: 'end', data: { reason: 'right_lost' } });
    const answer = await quiz.call<Problem>(taught.teacher, `GET ${taught.path}/live`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each([
    ['role is taken', ['learner'] as const],
    ['sessions are ended', ['instructor'] as const],
  ])('when the %s', async (_what, roles) => {
    const taught = await teach(['Ada']);
    const reader = await watch(quiz, taught);
    await introduce(quiz, { id: taught.teacher.id, roles }, { version: 2 });
    clock.advance({ seconds: 20 });
    if (roles[0] === 'instructor') {
      await database.dataSource.query('UPDATE person SET tokens_valid_from = $2 WHERE user_id = $1', [
        taught.teacher.id,
        clock.now(),
      ]);
      await quiz.part(Revocations).refresh();
      clock.advance({ seconds: 20 });
    }
    await eventually(() => reader.isOver);
    expect(reader.last).toMatchObject({ event: 'end' });
  });

  it('when the service stops, so that its readers go elsewhere', async () => {
    const taught = await teach(['Ada']);
    const leaving = await startQuiz(database.dataSource, clock);
    const reader = await watch(leaving, taught);
    await leaving.close();
    await eventually(() => reader.isOver);
    expect(reader.last).toMatchObject({ event: 'end', data: { reason: 'stopping' } });
  });
});

describe('streams are counted', () => {
  it('three a person over all replicas: the fourth is refused until one ends', async () => {
    const taught = await teach(['Ada']);
    const open = [await watch(quiz, taught), await watch(replica, taught), await watch(quiz, taught)];
    for (const at of [quiz, replica]) {
      const refused = await at.call<Problem>(taught.teacher, `GET ${taught.path}/live`);
      expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_streams' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await quiz.metrics()).toMatch(/waymark_live_streams\{kind="streams",service="quiz"\} 2/);
    open[1]?.close();
    await eventually(async () => (await openSeats()) === 2);
    await watch(quiz, taught);
  });

  it('ten at once find three seats', async () => {
    const taught = await teach(['Ada']);
    const opened = await Promise.all(
      Array.from({ length: 10 }, (_, at) => Reader.open(at % 2 === 0 ? quiz : replica, taught.teacher, taught.path)),
    );
    readers.push(...opened);
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(opened.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('and asked for by HEAD leave nothing open', async () => {
    const taught = await teach(['Ada']);
    expect((await quiz.call(taught.teacher, `HEAD ${taught.path}/live`)).status).toBe(200);
    await eventually(async () => (await openSeats()) === 0);
  });

  it('a learner, another instructor and nobody get none', async () => {
    const taught = await teach(['Ada']);
    const stranger: Actor = { id: randomUUID(), roles: ['instructor'] };
    expect((await quiz.call(taught.learners[0]!, `GET ${taught.path}/live`)).status).toBe(403);
    expect((await quiz.call(stranger, `GET ${taught.path}/live`)).status).toBe(404);
    expect((await quiz.call(null, `GET ${taught.path}/live`)).status).toBe(401);
  });
});

describe('a thousand who watch one cohort', () => {
  it('cost the database no more than one does', async () => {
    const taught = await teach(['Ada', 'Bea']);
    const [ada] = taught.learners as [Actor];
    const live = quiz.part(LiveService);
    const told: string[] = [];
    const streams = await Promise.all(
      Array.from({ length: 1_000 }, async () => {
        const id = randomUUID();
        const principal = { id, roles: ['admin' as const], expiresAt: new Date(clock.now().getTime() + 600_000) };
        const request = { headers: {} } as never;
        const stream = await live.open(principal, { cohortId: taught.cohortId, request });
        stream.on('data', (bytes: Buffer) => bytes.includes('"passed"') && told.push(id));
        return stream;
      }),
    );
    const asked = countStatements(database.dataSource);
    await pass(ada, taught.sections[0]!.sectionId);
    const own = asked.count;
    await eventually(() => new Set(told).size === 1_000, { withinMs: 60_000 });
    const ticks = asked.texts.filter((text) => text.includes('dashboard_revision r ON')).length;
    // A look each, and for what changed the figures and who was touched; none per stream.
    expect(asked.count - own).toBeLessThan(3 * ticks + 10);
    asked.stop();
    for (const stream of streams) stream.destroy();
  }, 120_000);
});

/** Counts what goes to the database through the pool. */
function countStatements(dataSource: DataSource) {
  const pool = poolOf(dataSource);
  const { query } = pool;
  const texts: string[] = [];
  pool.query = ((...given: never[]) => {
    const [statement]: readonly unknown[] = given;
    texts.push(typeof statement === 'string' ? statement : JSON.stringify(statement));
    return (query as (...given: never[]) => unknown).apply(pool, given);
  }) as typeof pool.query;
  return {
    texts,
    get count() {
      return texts.length;
    },
    stop: () => {
      pool.query = query;
    },
  };
}
