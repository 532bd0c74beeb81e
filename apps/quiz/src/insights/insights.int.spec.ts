import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DrivenClock, randomFrom } from '#libs/testing';
import { parse } from 'csv-parse/sync';

import { type Taught, teachCohort } from '../../test-cohorts.js';
import { beginQuiz, finishQuiz } from '../../test-events.js';
import { consumeInsights, deliverInsights } from '../../test-insights.js';
import { type Actor, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { SweepService } from '../attempts/sweep.service.js';
import type { DashboardResponse } from '../dashboard/dashboard.dto.js';
import { CreateInsights1764000003300 } from '../migrations/1764000003300-create-insights.js';
import type { InsightsResponse, LearnerInsightResponse, SectionInsightResponse } from './insights.dto.js';
import { rebuildInsights } from './recounts.service.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

const teach = (learnerCount: number, sections: number, policy = {}) => {
  const names = Array.from({ length: learnerCount }, (_, at) => `=Learner ${at}`);
  return teachCohort(quiz, names, { sections, policy });
};

async function begin(who: Actor, sectionId: string, pause = { seconds: 60 }): Promise<AttemptResponse> {
  clock.advance(pause);
  return beginQuiz(quiz, who, sectionId);
}

/** An attempt with so many of its five answers right. */
async function take(who: Actor, sectionId: string, right: number, pause = { seconds: 60 }): Promise<AttemptResponse> {
  return finishQuiz(quiz, who, await begin(who, sectionId, pause), right);
}

async function read<Body>(who: Actor, path: string): Promise<Body> {
  const { status, body } = await quiz.call<Body>(who, `GET ${path}`);
  expect([path, status]).toEqual([path, 200]);
  return body;
}

interface RawAttempt {
  learner: string;
  section: string;
  number: number;
  state: string;
  percent: number | null;
  passed: boolean | null;
  started: Date;
  ended: Date | null;
  graded: Date | null;
}

/** The attempts of the learners who are in the cohort, as the table has them. */
async function attemptsOf({ path, courseId }: Taught): Promise<RawAttempt[]> {
  return quiz.dataSource.query(
    `SELECT a.learner_id AS learner, a.section_id AS section, number, state, percent::float8 AS percent, has_passed AS passed,
       started_at AS started, ended_at AS ended, graded_at AS graded
     FROM attempt a JOIN enrolment e ON e.learner_id = a.learner_id AND e.cohort_id = $1 AND e.removed_at IS NULL
     WHERE a.course_id = $2 AND a.state <> 'voided' AND a.purpose = 'exam' ORDER BY number`,
    [path.slice('/cohorts/'.length), courseId],
  );
}

const dayOf = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? '';
const distinct = (values: readonly string[]) => new Set(values).size;

function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]; // within
  return Math.round((low + (high - low) * (at - Math.floor(at))) * 100) / 100;
}

/** Everything that the insights say of one section, counted anew from the attempts. */
function recountSection(attempts: readonly RawAttempt[], sectionId: string) {
  const own = attempts.filter(({ section }) => section === sectionId);
  const learners = [...new Set(own.map((attempt) => attempt.learner))].map((id) => {
    const tried = own.filter((attempt) => attempt.learner === id);
    const percents = tried.flatMap(({ percent }) => percent ?? []);
    const first = Math.min(...tried.map(({ started }) => started.getTime()));
    const passedAt = tried.find(({ passed }) => passed === true)?.graded?.getTime();
    const lastPass = Math.max(0, ...tried.filter(({ passed }) => passed === true).map(({ number }) => number));
    return {
      id,
      hasEnded: tried.some(({ ended }) => ended !== null),
      percent: percents.length === 0 ? null : Math.max(...percents),
      hours: passedAt === undefined ? null : (passedAt - first) / 3_600_000,
      failures: tried.filter(({ state, number }) => state === 'graded' && number > lastPass).length,
    };
  });
  const percents = learners.flatMap(({ percent }) => percent ?? []);
  const hours = learners.flatMap((each) => each.hours ?? []);
  return {
    learners,
    started: learners.length,
    submitted: learners.filter(({ hasEnded }) => hasEnded).length,
    passed: hours.length,
    bins: Array.from(
      { length: 10 },
      (_, bin) => percents.filter((percent) => Math.min(9, Math.floor(percent / 10)) === bin).length,
    ),
    graded: percents.length,
    timeToPass: { learners: hours.length, medianHours: quantile(hours, 0.5), p90Hours: quantile(hours, 0.9) },
  };
}

function recountDay(attempts: readonly RawAttempt[], date: string) {
  const began = attempts.filter(({ started }) => dayOf(started) === date);
  const ended = attempts.filter((attempt) => dayOf(attempt.ended) === date);
  const graded = attempts.filter((attempt) => attempt.state === 'graded' && dayOf(attempt.graded) === date);
  return {
    date,
    started: began.length,
    graded: graded.length,
    passed: graded.filter(({ passed }) => passed === true).length,
    activeLearners: distinct([...began, ...ended, ...graded].map((attempt) => attempt.learner)),
  };
}

function rows(): Promise<unknown> {
  return Promise.all([
    quiz.dataSource.query('SELECT * FROM insight_standing ORDER BY learner_id, section_id'),
    quiz.dataSource.query('SELECT * FROM insight_day ORDER BY learner_id, section_id, day'),
  ]);
}

/** Starts, ends, clocks that run out, voidings and learners who are taken out, over some days. */
async function liveThrough(taught: Taught, random: () => number): Promise<void> {
  for (let step = 0; step < 45; step += 1) {
    const who = taught.learners[Math.floor(random() * taught.learners.length)]!; // within
    const { sectionId } = taught.sections[Math.floor(random() * taught.sections.length)]!; // within
    const what = random();
    const attempt = what < 0.25 ? await begin(who, sectionId) : await take(who, sectionId, Math.floor(random() * 6));
    if (what > 0.85) await quiz.call(admin, `POST /attempts/${attempt.id}:void`, { reason: 'Random.' });
    if (what > 0.4 && what < 0.5) clock.advance({ hours: 9 });
  }
  const removed = await quiz.call(taught.teacher, `DELETE ${taught.path}/enrolments/${taught.learners[0]!.id}`);
  expect(removed.status).toBe(204);
  clock.advance({ hours: 2 });
  await quiz.part(SweepService).runOnce();
}

function shuffled(random: () => number): <Event>(events: readonly Event[]) => readonly Event[] {
  return (events) => [...events, ...events].toSorted(() => random() - 0.5);
}

describe('insights, drill-downs and a recount of the attempts', () => {
  it.each([1, 2, 3])('agree on every number, in whatever order the events come (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const taught = await teach(5, 3, { timeLimitSeconds: 3_600 });
    await liveThrough(taught, random);
    await deliverInsights(quiz, shuffled(random));
    const attempts = await attemptsOf(taught);
    const insights = await read<InsightsResponse>(taught.teacher, `${taught.path}/insights`);
    const dashboard = await read<DashboardResponse>(taught.teacher, `${taught.path}/dashboard`);
    expect(insights).toMatchObject({ learners: 4, credentials: { badges: dashboard.totals.badges } });
    for (const [at, { sectionId, title }] of taught.sections.entries()) {
      const { learners, bins, graded, timeToPass, ...counted } = recountSection(attempts, sectionId);
      expect(insights.funnel[at]).toMatchObject({ sectionId, title, enrolled: 4, ...counted });
      expect(insights.funnel[at]?.passRate).toBe(dashboard.sections[at]?.passRate);
      expect(insights.distribution[at]).toMatchObject({ bins, graded });
      expect(insights.distribution[at]?.meanPercent).toBe(dashboard.sections[at]?.meanPercent);
      expect(insights.timeToPass[at]).toMatchObject(timeToPass);
      const section = await read<SectionInsightResponse>(taught.teacher, `${taught.path}/sections/${sectionId}`);
      expect(section).toMatchObject({ enrolled: 4, ...counted, bins, timeToPass, overdue: 0 });
      for (const { id, failures } of learners) {
        const one = await read<LearnerInsightResponse>(taught.teacher, `${taught.path}/learners/${id}`);
        const row = dashboard.learners.find(({ learnerId }) => learnerId === id);
        expect(one.sections[at]).toMatchObject({ ...row?.cells[at], failuresInRow: failures });
        expect(one).toMatchObject({ sectionsPassed: row?.sectionsPassed });
        expect(one.learner).toMatchObject({ lastActivityAt: row?.lastActivityAt });
      }
    }
    expect(insights.activity).toHaveLength(30);
    expect(insights.activity).toEqual(insights.activity.map(({ date }) => recountDay(attempts, date)));
    const csv: Record<string, string>[] = parse(
      (await quiz.call(taught.teacher, `GET ${taught.path}/activity.csv`)).text,
      { columns: true, bom: true },
    );
    expect(csv.map((day) => [day['date'], Number(day['started']), Number(day['active_learners'])])).toEqual(
      insights.activity.map(({ date, started, activeLearners }) => [date, started, activeLearners]),
    );
  });

  it('agree while they are followed change by change, learners who come and go among them', async () => {
    const random = randomFrom(7);
    const taught = await teach(6, 3);
    const [guest, ...rest] = taught.learners;
    // All of it within the five minutes after which everything is read anew.
    const pause = { seconds: 20 };
    const check = async () => {
      await consumeInsights(quiz);
      const attempts = await attemptsOf(taught);
      const insights = await read<InsightsResponse>(taught.teacher, `${taught.path}/insights`);
      for (const [at, { sectionId }] of taught.sections.entries()) {
        const { learners: _, bins, graded, timeToPass, ...counted } = recountSection(attempts, sectionId);
        expect(insights.funnel[at]).toMatchObject({ sectionId, ...counted });
        expect(insights.distribution[at]).toMatchObject({ bins, graded });
        expect(insights.timeToPass[at]).toMatchObject(timeToPass);
      }
      expect(insights.activity).toEqual(insights.activity.map(({ date }) => recountDay(attempts, date)));
      return insights.learners;
    };
    for (let step = 0; step < 8; step += 1) {
      const who = rest[Math.floor(random() * rest.length)]!; // within
      const { id } = await take(who, taught.sections[step % 3]!.sectionId, Math.floor(random() * 6), pause); // within
      if (step === 5) await quiz.call(admin, `POST /attempts/${id}:void`, { reason: 'Random.' });
      expect(await check()).toBe(6);
    }
    await quiz.call(taught.teacher, `DELETE ${taught.path}/enrolments/${guest!.id}`);
    expect(await check()).toBe(5);
    await quiz.call(taught.teacher, `POST ${taught.path}/enrolments`, { emails: [`${guest!.id}@example.org`] });
    await take(guest!, taught.sections[0]!.sectionId, 5, pause);
    expect(await check()).toBe(6);
  });

  it('are the same after a rebuild, whatever was there before it', async () => {
    await deliverInsights(quiz);
    const before = await rows();
    await rebuildInsights(quiz.dataSource);
    expect(await rows()).toEqual(before);
    await quiz.dataSource.query('TRUNCATE insight_day');
    await quiz.dataSource.query('UPDATE insight_standing SET failures = failures + 1, first_ended_at = NULL');
    await quiz.dataSource.query(
      `INSERT INTO insight_standing VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), NULL, 0, NULL)`,
    );
    await rebuildInsights(quiz.dataSource);
    expect(await rows()).toEqual(before);
  });

  it('are the same in a database whose attempts are older than they are', async () => {
    await deliverInsights(quiz);
    const before = await rows();
    const runner = quiz.dataSource.createQueryRunner();
    await new CreateInsights1764000003300().down(runner);
    await new CreateInsights1764000003300().up(runner);
    await runner.release();
    expect(await rows()).toEqual(before);
  });

  it('count no renewal', async () => {
    const taught = await teach(1, 1);
    const [who] = taught.learners;
    const { sectionId } = taught.sections[0]!;
    await take(who!, sectionId, 5);
    const renewal = await take(who!, sectionId, 1);
    await quiz.dataSource.query(`UPDATE attempt SET purpose = 'renewal' WHERE id = $1`, [renewal.id]);
    await deliverInsights(quiz);
    const { activity, funnel } = await read<InsightsResponse>(taught.teacher, `${taught.path}/insights`);
    expect(activity.at(-1)).toMatchObject({ started: 1, graded: 1, passed: 1 });
    expect(funnel[0]).toMatchObject({ started: 1, submitted: 1, passed: 1 });
  });
});
