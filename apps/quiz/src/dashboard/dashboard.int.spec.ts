import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock, randomFrom } from '#libs/testing';
import { parse } from 'csv-parse/sync';

import { type Taught, teachCohort } from '../../test-cohorts.js';
import { beginQuiz, deliverGrades, finishQuiz, publish } from '../../test-events.js';
import { type Actor, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import type { DashboardResponse, RawAttemptResponse } from './dashboard.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

const teach = (names: readonly string[], sections?: number, policy?: object) =>
  teachCohort(quiz, names, { sections, policy });

async function begin(who: Actor, sectionId: string): Promise<AttemptResponse> {
  clock.advance({ minutes: 1 });
  return beginQuiz(quiz, who, sectionId);
}

/** An attempt with so many of its five answers right. */
async function take(who: Actor, sectionId: string, right: number): Promise<AttemptResponse> {
  return finishQuiz(quiz, who, await begin(who, sectionId), right);
}

async function dashboardOf({ teacher, path }: Taught): Promise<DashboardResponse> {
  const { status, body } = await quiz.call<DashboardResponse>(teacher, `GET ${path}/dashboard`);
  expect(status).toBe(200);
  return body;
}

async function csvOf({ teacher, path }: Taught): Promise<Record<string, string>[]> {
  const { text, headers } = await quiz.call(teacher, `GET ${path}/export.csv`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="cohort-[0-9a-f-]{36}\.csv"$/);
  return parse(text, { columns: true, bom: true });
}

async function rawOf({ teacher, path }: Taught, limit = 7): Promise<RawAttemptResponse[]> {
  const found: RawAttemptResponse[] = [];
  let cursor = '';
  for (let page = 0; page < 100; page += 1) {
    const { body } = await quiz.call<{ items: RawAttemptResponse[]; next: string | null }>(
      teacher,
      `GET ${path}/attempts?limit=${limit}${cursor}`,
    );
    found.push(...body.items);
    if (body.next === null) return found;
    cursor = `&cursor=${body.next}`;
  }
  throw new Error('The list of attempts does not end.');
}

describe('the dashboard', () => {
  it('of a cohort without learners shows the sections and no figure that needs one', async () => {
    const { teacher, courseId, sections } = await teach(['Ada']);
    const { body } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'Empty', courseId });
    const { body: empty } = await quiz.call<DashboardResponse>(teacher, `GET /cohorts/${body.id}/dashboard`);
    expect(empty).toMatchObject({ learners: [], totals: { learners: 0, attempts: 0, passes: 0, badges: 0 } });
    expect(empty.sections.map(({ sectionId }) => sectionId)).toEqual(sections.map(({ sectionId }) => sectionId));
    expect(empty.sections[0]).toMatchObject({ passed: 0, started: 0, passRate: null, meanPercent: null });
  });

  it('counts by the rules', async () => {
    const taught = await teach(['never', 'open', 'failed', 'passed', 'passed and open', 'voided'], 1);
    const [, open, failed, passed, again, voided] = taught.learners as [Actor, Actor, Actor, Actor, Actor, Actor];
    const { sectionId } = taught.sections[0]!;
    await begin(open, sectionId);
    await take(failed, sectionId, 1);
    await take(failed, sectionId, 2);
    await take(passed, sectionId, 5);
    await take(again, sectionId, 4);
    await begin(again, sectionId);
    const gone = await take(voided, sectionId, 5);
    await quiz.call(taught.teacher, `POST /attempts/${gone.id}:void`, { reason: 'Copied.' });
    const { learners, sections, totals } = await dashboardOf(taught);
    expect(learners.map(({ displayName, cells }) => [displayName, ...Object.values(cells[0]!).slice(1, 4)])).toEqual([
      ['failed', 'failed', 40, 2],
      ['never', 'none', null, 0],
      ['open', 'in_progress', null, 1],
      ['passed', 'passed', 100, 1],
      ['passed and open', 'passed', 80, 2],
      ['voided', 'none', null, 0],
    ]);
    expect(sections[0]).toMatchObject({ started: 4, passed: 2, passRate: 0.5, meanPercent: 73.3333 });
    expect(totals).toMatchObject({ learners: 6, activeLast7Days: 5, attempts: 6, passes: 2 });
  });

  it('counts badges and certificates that are in force', async () => {
    const taught = await teach(['Ada'], 1);
    const [who] = taught.learners;
    const passed = await take(who!, taught.sections[0]!.sectionId, 5);
    await deliverGrades(quiz, who!.id);
    expect((await dashboardOf(taught)).totals).toMatchObject({ passes: 1, badges: 1, certificates: 1 });
    await quiz.dataSource.query(`UPDATE credential SET status = 'suspended' WHERE kind = 'section_badge'`);
    expect((await dashboardOf(taught)).totals).toMatchObject({ badges: 0, certificates: 1 });
    await quiz.dataSource.query(`UPDATE credential SET status = 'active'`);
    await quiz.call(taught.teacher, `POST /attempts/${passed.id}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, who!.id);
    expect((await dashboardOf(taught)).totals).toMatchObject({ passes: 0, badges: 0, certificates: 0 });
  });

  it('shows activity to the save, and a week later nobody active', async () => {
    const taught = await teach(['Ada'], 1);
    const [who] = taught.learners;
    const attempt = await begin(who!, taught.sections[0]!.sectionId);
    clock.advance({ minutes: 3 });
    const [question] = attempt.questions;
    await quiz.call(who!, `PUT /attempts/${attempt.id}/answers/${question!.id}`, { sequence: 1, answer: null });
    const { learners, totals } = await dashboardOf(taught);
    expect(learners[0]?.lastActivityAt).toBe(clock.now().toISOString());
    expect(totals.activeLast7Days).toBe(1);
    clock.advance({ days: 7, seconds: 1 });
    expect((await dashboardOf(taught)).totals.activeLast7Days).toBe(0);
  });

  it('never shows an attempt as open past its deadline, swept or not', async () => {
    const taught = await teach(['Ada'], 1, { timeLimitSeconds: 60 });
    await begin(taught.learners[0]!, taught.sections[0]!.sectionId);
    expect((await dashboardOf(taught)).learners[0]?.cells[0]?.state).toBe('in_progress');
    clock.advance({ seconds: 60 });
    expect((await dashboardOf(taught)).learners[0]?.cells[0]).toMatchObject({ state: 'failed', percent: 0 });
    expect(await rawOf(taught)).toMatchObject([{ state: 'graded', endedBy: 'expired' }]);
  });

  it('forgets who was taken out, and keeps what others achieved before they came', async () => {
    const taught = await teach(['Ada', 'Bea'], 1);
    await take(taught.learners[0]!, taught.sections[0]!.sectionId, 5);
    await quiz.call(taught.teacher, `DELETE ${taught.path}/enrolments/${taught.learners[0]!.id}`);
    expect((await dashboardOf(taught)).totals).toMatchObject({ learners: 1, attempts: 0, passes: 0 });
    expect(await rawOf(taught)).toEqual([]);
    const emails = [`${taught.learners[0]!.id}@example.org`];
    await quiz.call(taught.teacher, `POST ${taught.path}/enrolments`, { emails });
    expect((await dashboardOf(taught)).totals).toMatchObject({ learners: 2, attempts: 1, passes: 1 });
  });

  it('follows a republication: a section that is gone counts nowhere, a new one is empty', async () => {
    const taught = await teach(['Ada'], 2);
    for (const { sectionId } of taught.sections) await take(taught.learners[0]!, sectionId, 5);
    const [first] = taught.sections;
    await publish(quiz, [{ sectionId: first!.sectionId, title: 'Renamed' }, {}], {
      id: taught.courseId,
      publication: 2,
    });
    const { sections, totals } = await dashboardOf(taught);
    expect(sections.map(({ title, passed }) => [title, passed])).toEqual([
      ['Renamed', 1],
      ['Section 2', 0],
    ]);
    expect(totals).toMatchObject({ attempts: 1, passes: 1 });
    expect(await rawOf(taught)).toHaveLength(1);
  });
});

describe('dashboard, CSV and a recount of the raw attempts', () => {
  it.each([1, 2, 3])('agree on every number of a random cohort (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const names = ['Ada', '=1+1', 'Zoë; "O\'Neil"', '@home', 'Bea'];
    const taught = await teach(names, 3, { timeLimitSeconds: 3_600 });
    for (let step = 0; step < 40; step += 1) {
      const who = taught.learners[Math.floor(random() * names.length)]!;
      const { sectionId } = taught.sections[Math.floor(random() * 3)]!;
      const what = random();
      const attempt = what < 0.2 ? await begin(who, sectionId) : await take(who, sectionId, Math.floor(random() * 6));
      if (what > 0.85) await quiz.call(admin, `POST /attempts/${attempt.id}:void`, { reason: 'Random.' });
    }
    const [dashboard, csv, raw] = [await dashboardOf(taught), await csvOf(taught), await rawOf(taught)];
    const counted = raw.filter(({ state }) => state !== 'voided');
    expect(raw.length).toBeGreaterThan(counted.length);
    expect(dashboard.totals.attempts).toBe(counted.length);
    expect(csv).toHaveLength(names.length * 3);
    const recounted = dashboard.learners.map(({ learnerId }) => ({
      learnerId,
      cells: taught.sections.map(({ sectionId }) => recount(counted, learnerId, sectionId)),
    }));
    expect(
      dashboard.learners.map(({ learnerId, cells }) => ({
        learnerId,
        cells: cells.map(({ lastActivityAt: _, ...cell }) => cell),
      })),
    ).toEqual(recounted);
    expect(csv.map(cellOfRow)).toEqual(recounted.flatMap(({ cells }) => cells));
    for (const [place, section] of dashboard.sections.entries()) {
      const column = recounted.map(({ cells }) => cells[place]!);
      const passed = column.filter(({ state }) => state === 'passed').length;
      const started = column.filter(({ attempts }) => attempts > 0).length;
      const percents = column.flatMap(({ percent }) => percent ?? []);
      expect(section).toMatchObject({ passed, started });
      expect(section.passRate).toBeCloseTo(passed / started, 4);
      expect(section.meanPercent).toBeCloseTo(percents.reduce((sum, each) => sum + each, 0) / percents.length, 3);
    }
    const learnersNamed = new Set(csv.map((row) => row['learner']));
    expect([...learnersNamed].sort()).toEqual(["'=1+1", "'@home", 'Ada', 'Bea', 'Zoë; "O\'Neil"']);
  });
});

describe('the rights', () => {
  it.each(['dashboard', 'export.csv', 'attempts'])('of %s are those of the cohort', async (door) => {
    const taught = await teach(['Ada']);
    const ask = (who: Actor | null, base = taught.path) => quiz.call(who, `GET ${base}/${door}`);
    expect((await ask(taught.teacher)).status).toBe(200);
    expect((await ask(admin)).status).toBe(200);
    expect((await ask(null)).status).toBe(401);
    expect((await ask(taught.learners[0]!)).status).toBe(403);
    expect((await ask({ id: randomUUID(), roles: ['author'] })).status).toBe(403);
    const other = (await teach(['Bea'])).teacher;
    const [foreign, unknown] = [await ask(other), await ask(other, `/cohorts/${randomUUID()}`)];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
    expect((await ask(taught.teacher, '/cohorts/not-an-id')).status).toBe(400);
  });

  it('to void are those of instructors of the learner in that course, never over oneself', async () => {
    const taught = await teach(['Ada']);
    const attempt = await take(taught.learners[0]!, taught.sections[0]!.sectionId, 5);
    const other = await teach(['Bea']);
    const emails = [`${taught.learners[0]!.id}@example.org`];
    await quiz.call(other.teacher, `POST ${other.path}/enrolments`, { emails });
    const ask = (who: Actor) => quiz.call(who, `POST /attempts/${attempt.id}:void`, { reason: 'Copied.' });
    expect((await ask(other.teacher)).status).toBe(404);
    expect((await ask({ id: taught.learners[0]!.id, roles: ['learner', 'admin'] })).status).toBe(404);
    expect((await ask(taught.teacher)).status).toBe(200);
  });
});

function recount(attempts: readonly RawAttemptResponse[], learnerId: string, sectionId: string) {
  const own = attempts.filter((attempt) => attempt.learnerId === learnerId && attempt.sectionId === sectionId);
  const percents = own.flatMap(({ percent }) => percent ?? []);
  const isOpen = own.some(({ state }) => state === 'in_progress');
  const unpassed = isOpen ? 'in_progress' : own.length > 0 ? 'failed' : 'none';
  return {
    sectionId,
    state: own.some(({ hasPassed }) => hasPassed === true) ? 'passed' : unpassed,
    percent: percents.length === 0 ? null : Math.max(...percents),
    attempts: own.length,
  };
}

function cellOfRow(row: Record<string, string>) {
  const percent = row['percent'];
  return {
    sectionId: row['section_id'],
    state: row['state'],
    percent: percent === '' ? null : Number(percent),
    attempts: Number(row['attempts']),
  };
}
