import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '#libs/platform';
import { DrivenClock } from '#libs/testing';
import { parse } from 'csv-parse/sync';

import { type Taught, teachCohort } from '../../test-cohorts.js';
import { beginQuiz, deliverGrades, finishQuiz } from '../../test-events.js';
import { deliverInsights } from '../../test-insights.js';
import { type Actor, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import type { ItemAnalysisResponse } from '../items/items.dto.js';
import { ItemsEvents } from '../items/items.events.js';
import type {
  CourseOverviewResponse,
  InsightsResponse,
  LearnerInsightResponse,
  NeedsHelpResponse,
  OverviewResponse,
  SectionLearnerResponse,
  TimelineEntry,
} from './insights.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

const teach = (names: readonly string[], sections?: number) => teachCohort(quiz, names, { sections });

/** An attempt with so many of its five answers right. */
async function take(who: Actor, sectionId: string, right: number): Promise<AttemptResponse> {
  clock.advance({ minutes: 1 });
  const attempt = await beginQuiz(quiz, who, sectionId);
  clock.advance({ minutes: 1 });
  return finishQuiz(quiz, who, attempt, right);
}

/** Hands the end of an attempt to the consumer that counts for the analysis of questions. */
async function tellItems({ id: learnerId }: Actor, { id: attemptId, sectionId }: AttemptResponse): Promise<void> {
  const event = { data: { attemptId, learnerId, sectionId } };
  await quiz.dataSource.transaction((manager) => quiz.part(ItemsEvents).countGraded({ event, manager } as never));
}

async function read<Body>(who: Actor, path: string): Promise<Body> {
  const { status, body } = await quiz.call<Body>(who, `GET ${path}`);
  expect([path, status]).toEqual([path, 200]);
  return body;
}

async function csvOf(who: Actor, path: string): Promise<Record<string, string>[]> {
  const { status, text, headers } = await quiz.call(who, `GET ${path}`);
  expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/csv; charset=utf-8']);
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/);
  return parse(text, { columns: true, bom: true });
}

async function pagesOf<Item>(who: Actor, path: string): Promise<Item[]> {
  const found: Item[] = [];
  let cursor = '';
  for (let page = 0; page < 50; page += 1) {
    const { items, next } = await read<Page<Item>>(who, `${path}${path.includes('?') ? '&' : '?'}limit=2${cursor}`);
    found.push(...items);
    if (next === null) return found;
    cursor = `&cursor=${next}`;
  }
  throw new Error('The list does not end.');
}

describe('who needs help', () => {
  it('is told with reasons, by reason, page by page, and the same in the figures, for one learner and as CSV', async () => {
    const taught = await teach(['well', 'failing', 'stuck', 'late', '=idle']);
    const [well, failing, stuck, late] = taught.learners as [Actor, Actor, Actor, Actor];
    const [first, second] = taught.sections.map(({ sectionId }) => sectionId) as [string, string];
    clock.advance({ days: 8 });
    await quiz.dataSource.query('INSERT INTO cohort_due_date VALUES ($1, $2, $3)', [
      taught.path.slice('/cohorts/'.length),
      first,
      clock.now(),
    ]);
    for (const who of [well, failing, stuck]) await take(who, first, 5);
    for (let time = 0; time < 3; time += 1) await take(failing, second, 1);
    for (let time = 0; time < 5; time += 1) await take(stuck, second, 1);
    await take(late, second, 5);
    await deliverInsights(quiz);
    const listed = await pagesOf<NeedsHelpResponse>(taught.teacher, `${taught.path}/needs-help`);
    const told = listed.map(({ displayName, reasons }) => [displayName, ...reasons.map(({ code }) => code)]);
    expect(told).toEqual([
      ['=idle', 'idle', 'overdue'],
      ['failing', 'failing'],
      ['late', 'overdue'],
      ['stuck', 'stuck'],
    ]);
    const { needsHelp, funnel } = await read<InsightsResponse>(taught.teacher, `${taught.path}/insights`);
    expect(needsHelp).toEqual({ learners: 4, byReason: { stuck: 1, overdue: 2, failing: 1, idle: 1 } });
    expect(funnel[0]?.dueAt).not.toBeNull();
    const overdue = await pagesOf<NeedsHelpResponse>(taught.teacher, `${taught.path}/needs-help?reason=overdue`);
    expect(overdue.map(({ displayName }) => displayName)).toEqual(['=idle', 'late']);
    for (const { learnerId, reasons } of listed) {
      const one = await read<LearnerInsightResponse>(taught.teacher, `${taught.path}/learners/${learnerId}`);
      expect(one.reasons).toEqual(reasons);
    }
    const csv = await csvOf(taught.teacher, `${taught.path}/needs-help.csv`);
    expect(csv.map((row) => [row['learner'], row['reason']])).toEqual([
      ["'=idle", 'idle'],
      ["'=idle", 'overdue'],
      ['failing', 'failing'],
      ['late', 'overdue'],
      ['stuck', 'stuck'],
    ]);
    await quiz.call(taught.teacher, `DELETE ${taught.path}/enrolments/${stuck.id}`);
    await deliverInsights(quiz);
    expect(await pagesOf(taught.teacher, `${taught.path}/needs-help?reason=stuck`)).toEqual([]);
  });
});

describe('the timeline of a learner', () => {
  it('tells attempts, passes, credentials, voidings and accommodations, newest first, page by page', async () => {
    const taught = await teach(['Ada'], 1);
    const [who] = taught.learners;
    const { sectionId } = taught.sections[0]!;
    await take(who!, sectionId, 2);
    const passed = await take(who!, sectionId, 5);
    await deliverGrades(quiz, who!.id);
    clock.advance({ minutes: 1 });
    const granted = { timeFactor: 1.5, extraAttempts: 2 };
    await quiz.call(taught.teacher, `PUT /learners/${who!.id}/accommodation`, granted);
    clock.advance({ minutes: 1 });
    await quiz.call(taught.teacher, `POST /attempts/${passed.id}:void`, { reason: 'Copied.' });
    await deliverGrades(quiz, who!.id);
    const path = `${taught.path}/learners/${who!.id}`;
    const entries = await pagesOf<TimelineEntry>(taught.teacher, `${path}/timeline`);
    const texts = entries.map(({ text }) => text);
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(texts.at(-1)).toBe('Came into the cohort.');
    expect(texts).toEqual(
      expect.arrayContaining([
        'Attempt 1 at “Section 1” was started.',
        'Attempt 1 at “Section 1” was graded: 40 %, not passed.',
        'Attempt 2 at “Section 1” was graded: 100 %, passed.',
        'Attempt 2 at “Section 1” was voided: Copied.',
        expect.stringMatching(/^The badge “.*” was issued: /),
        expect.stringMatching(/^The certificate “.*” was revoked: /),
      ]),
    );
    const csv = await csvOf(taught.teacher, `${path}/timeline.csv`);
    expect(csv.map((row) => row['text'])).toEqual(texts);
    const { sections, sectionsPassed } = await read<LearnerInsightResponse>(taught.teacher, path);
    expect(sectionsPassed).toBe(0);
    expect(sections[0]).toMatchObject({ state: 'failed', percent: 40, attempts: 1, passedAt: null });
  });
});

describe('the learners of a section', () => {
  it('are told by name, by state, and as CSV', async () => {
    const taught = await teach(['none', 'failed', 'passed', '@open']);
    const [, failed, passed, open] = taught.learners as [Actor, Actor, Actor, Actor];
    const { sectionId } = taught.sections[1]!;
    await take(failed, sectionId, 1);
    await take(passed, sectionId, 5);
    await quiz.call(open, `POST /sections/${sectionId}/attempts`);
    await deliverInsights(quiz);
    const path = `${taught.path}/sections/${sectionId}/learners`;
    const all = await pagesOf<SectionLearnerResponse>(taught.teacher, path);
    expect(all.map(({ displayName, state, percent }) => [displayName, state, percent])).toEqual([
      ['@open', 'in_progress', null],
      ['failed', 'failed', 20],
      ['none', 'none', null],
      ['passed', 'passed', 100],
    ]);
    const failing = await pagesOf<SectionLearnerResponse>(taught.teacher, `${path}?state=failed`);
    expect(failing).toEqual([all[1]]);
    const csv = await csvOf(taught.teacher, `${path}.csv?state=in_progress`);
    expect(csv.map((row) => [row['learner'], row['failures_in_row']])).toEqual([["'@open", '0']]);
  });
});

describe('the overviews', () => {
  it('count the platform for admins', async () => {
    clock.advance({ minutes: 2 });
    const before = await read<OverviewResponse>(admin, '/overview');
    const taught = await teach(['Ada', 'Bea'], 1);
    await take(taught.learners[0]!, taught.sections[0]!.sectionId, 5);
    await take(taught.learners[1]!, taught.sections[0]!.sectionId, 0);
    await deliverGrades(quiz, taught.learners[0]!.id);
    await deliverInsights(quiz);
    clock.advance({ minutes: 2 });
    const after = await read<OverviewResponse>(admin, '/overview');
    const more = (of: (overview: OverviewResponse) => number) => of(after) - of(before);
    expect(more(({ people }) => people.byRole.learner)).toBe(2);
    expect(more(({ cohorts }) => cohorts.enrolments)).toBe(2);
    expect(more(({ learning }) => learning.attempts)).toBe(2);
    expect(more(({ learning }) => learning.passes)).toBe(1);
    expect(more(({ learning }) => learning.activeLast7Days)).toBe(2);
    expect(more(({ credentials }) => credentials.certificates)).toBe(1);
    expect(more(({ activity }) => activity.reduce((sum, day) => sum + day.graded, 0))).toBe(2);
    const csv = await csvOf(admin, '/overview.csv');
    expect(csv.find((row) => row['figure'] === 'attempts')?.['value']).toBe(String(after.learning.attempts));
    expect(await csvOf(admin, '/overview/activity.csv')).toHaveLength(30);
  });

  it('tell the owner of a course where learners are lost and which questions fail', async () => {
    const taught = await teach(['Ada', 'Bea', 'Cleo']);
    const [ada, bea, cleo] = taught.learners as [Actor, Actor, Actor];
    const [first, second] = taught.sections.map(({ sectionId }) => sectionId) as [string, string];
    await take(ada, first, 5);
    await take(bea, first, 1);
    await take(cleo, first, 5);
    clock.advance({ days: 15 });
    await take(cleo, second, 5);
    await deliverInsights(quiz);
    const overview = await read<CourseOverviewResponse>(taught.owner, `/courses/${taught.courseId}/overview`);
    expect(overview).toMatchObject({ learners: 3, cohorts: 1, certificates: 0 });
    expect(overview.sections).toMatchObject([
      { started: 3, submitted: 3, passed: 2, lost: 2, passRate: 0.6667, timeToPass: { learners: 2 } },
      { started: 1, submitted: 1, passed: 1, lost: 0, passRate: 1 },
    ]);
    const csv = await csvOf(taught.owner, `/courses/${taught.courseId}/overview.csv`);
    expect(csv.map((row) => row['lost'])).toEqual(['2', '0']);
  });
});

describe('questions to look at', () => {
  it('are only those that enough learners have answered, by the rule of the analysis', async () => {
    const taught = await teach(Array.from({ length: 20 }, (_, at) => `L${at}`));
    const { sectionId } = taught.sections[0]!;
    const overviewAfter = async (learners: readonly Actor[]) => {
      for (const who of learners) await tellItems(who, await take(who, sectionId, 2));
      clock.advance({ minutes: 2 });
      return read<CourseOverviewResponse>(taught.owner, `/courses/${taught.courseId}/overview`);
    };
    const few = await overviewAfter(taught.learners.slice(0, 19));
    expect(few.judgedFrom).toBe(20);
    expect(few.sections.map(({ worstQuestions }) => worstQuestions)).toEqual([[], []]);
    expect(few.sections.map(({ unjudgedQuestions }) => unjudgedQuestions)).toEqual([5, 5]);
    const enough = await overviewAfter(taught.learners.slice(19));
    expect(enough.sections[0]?.unjudgedQuestions).toBe(0);
    expect(enough.sections[0]?.worstQuestions).toHaveLength(5);
    expect(enough.sections[0]?.worstQuestions[0]).toMatchObject({ attempts: 20 });
    const analysed = await read<ItemAnalysisResponse>(taught.owner, `/sections/${sectionId}/item-analysis`);
    expect(analysed.questions.map(({ notice }) => notice)).toEqual([null, null, null, null, null]);
  });
});

describe('the rights', () => {
  const doors = [
    'insights',
    'insights.csv',
    'activity.csv',
    'needs-help',
    'needs-help.csv',
    'learners/LEARNER',
    'learners/LEARNER/timeline',
    'learners/LEARNER/timeline.csv',
    'sections/SECTION',
    'sections/SECTION/learners',
    'sections/SECTION/learners.csv',
  ];

  it.each(doors)('of %s are those of the cohort, and no other parent opens it', async (door) => {
    const [taught, other] = [await teach(['Ada']), await teach(['Bea'])];
    const to = (cohort: Taught, child: Taught) => {
      const ids = { LEARNER: child.learners[0]!.id, SECTION: child.sections[0]!.sectionId };
      return `GET ${cohort.path}/${door.replace(/LEARNER|SECTION/, (name) => ids[name as keyof typeof ids])}`;
    };
    const ask = async (who: Actor | null, request = to(taught, taught)) => (await quiz.call(who, request)).status;
    expect(await ask(taught.teacher)).toBe(200);
    expect(await ask(admin)).toBe(200);
    expect(await ask(null)).toBe(401);
    expect(await ask(taught.learners[0]!)).toBe(403);
    expect(await ask(taught.owner)).toBe(403);
    const foreign = await quiz.call(other.teacher, to(taught, taught));
    const unknown = await quiz.call(other.teacher, to({ ...taught, path: `/cohorts/${randomUUID()}` }, taught));
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
    if (/LEARNER|SECTION/.test(door)) expect(await ask(taught.teacher, to(taught, other))).toBe(404);
  });

  it('of the overviews are those of admins and of the owner of the course', async () => {
    const [taught, other] = [await teach(['Ada'], 1), await teach(['Bea'], 1)];
    for (const door of ['/overview', '/overview.csv', '/overview/activity.csv']) {
      expect((await quiz.call(admin, `GET ${door}`)).status).toBe(200);
      for (const who of [taught.owner, taught.teacher, taught.learners[0]!]) {
        expect((await quiz.call(who, `GET ${door}`)).status).toBe(403);
      }
    }
    for (const door of [`/courses/${taught.courseId}/overview`, `/courses/${taught.courseId}/overview.csv`]) {
      const statuses = [admin, taught.owner, other.owner, taught.teacher, taught.learners[0]!].map(
        async (who) => (await quiz.call(who, `GET ${door}`)).status,
      );
      expect(await Promise.all(statuses)).toEqual([200, 200, 404, 403, 403]);
    }
  });

  it('do not bend a period that makes no sense', async () => {
    const taught = await teach(['Ada'], 1);
    const asked = await quiz.call(taught.teacher, `GET ${taught.path}/insights?from=2030-02-02&to=2030-01-01`);
    expect(asked).toMatchObject({ status: 400, body: { errors: [{ pointer: '/from' }] } });
  });
});
