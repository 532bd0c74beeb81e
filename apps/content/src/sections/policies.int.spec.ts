import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { policySchema } from '#libs/contracts';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';
import { InheritPolicies1764000002100 } from '../migrations/1764000002100-inherit-policies.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const phase = { score: true, correctness: true, key: false, feedback: false };
const phases = { during: phase, afterSubmit: phase, afterPass: phase, afterClose: phase };
const pool = { tags: ['git'], difficulty: 'easy', count: 2 };

describe('policies', () => {
  let running: RunningService;
  let courseId: string;
  let sectionId: string;
  const call: RunningService['call'] = (...request) => running.call(...request);
  const course = async () => (await call('GET', `/courses/${courseId}`, { as: author })).body;
  const section = async () => (await course()).sections[0];
  const change = async (path: string, version: number, policy: unknown) =>
    call('PATCH', path, { as: author, headers: { 'if-match': `"${version}"` }, body: { policy } });
  const changeCourse = async (policy: unknown) => change(`/courses/${courseId}`, (await course()).version, policy);
  const changeSection = async (policy: unknown) => change(`/sections/${sectionId}`, (await section()).version, policy);
  const addQuestion = async (id = sectionId) =>
    (
      await call('POST', `/sections/${id}/questions`, {
        as: author,
        body: { question: { type: 'true_false', stem: 'Sure?', key: true, tags: ['git'], difficulty: 'easy' } },
      })
    ).body.id as string;

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    courseId = (await call('POST', '/courses', { as: author, body: { title: 'Course' } })).body.id;
    const sent = { as: author, body: { title: 'Section' } };
    sectionId = (await call('POST', `/courses/${courseId}/sections`, sent)).body.id;
  });

  it('are those of the platform in a new course, and the course says nothing', async () => {
    expect(await course()).toMatchObject({ policy: {} });
    expect(await section()).toMatchObject({
      policy: policySchema.parse({}),
      policySources: { passMark: 'default', practice: 'default' },
    });
  });

  it('go from the course to its sections, setting by setting, and the source is told', async () => {
    const changed = await changeCourse({ passMark: 0.6, timeLimitSeconds: 600, practice: { triesMax: 2 } });
    expect(changed).toMatchObject({
      status: 200,
      body: { policy: { passMark: 0.6, timeLimitSeconds: 600, practice: { triesMax: 2, retryPenalty: '1/3' } } },
    });
    await changeSection({ passMark: 0.9, timeLimitSeconds: 'none' });
    expect(await section()).toMatchObject({
      policy: { passMark: 0.9, timeLimitSeconds: null, practice: { triesMax: 2 } },
      policySources: { passMark: 'section', timeLimitSeconds: 'section', practice: 'course', review: 'default' },
    });
    const back = await changeSection({ passMark: null, timeLimitSeconds: null });
    expect(back.body).toMatchObject({
      policy: { passMark: 0.6, timeLimitSeconds: 600 },
      policySources: { passMark: 'course', timeLimitSeconds: 'course' },
    });
    await changeCourse({ passMark: null });
    expect(await section()).toMatchObject({ policy: { passMark: 0.8 }, policySources: { passMark: 'default' } });
  });

  it('of a course may be sent back as they were read', async () => {
    const { policy } = (await changeCourse({ attemptsMax: 'none', reviewPhases: phases, pools: [pool] })).body;
    expect(policy).toMatchObject({ attemptsMax: 'none', reviewPhases: phases, pools: [pool] });
    expect((await changeCourse(policy)).body.policy).toEqual(policy);
  });

  it('change the version of what says them, and no other', async () => {
    const before = await section();
    const { version } = await course();
    await changeCourse({ passMark: 0.1 });
    expect((await section()).version).toBe(before.version);
    expect((await course()).version).toBe(version + 1);
  });

  it('go out whole with a publication', async () => {
    const id = await addQuestion();
    await changeCourse({ passMark: 0.55, practice: { triesMax: 1, retryPenalty: '0.5' } });
    await changeSection({ fixedQuestions: [id], reviewPhases: phases, aggregation: 'mean' });
    const { version } = await course();
    const headers = { 'if-match': `"${version}"` };
    expect((await call('POST', `/courses/${courseId}:publish`, { as: author, headers })).status).toBe(201);
    const [event] = await running.dataSource.query(
      `SELECT data FROM outbox WHERE key = $1 AND type = 'SectionPublished.v1'`,
      [courseId],
    );
    expect(event.data.policy).toEqual({
      ...policySchema.parse({}),
      passMark: 0.55,
      practice: { triesMax: 1, retryPenalty: '0.5' },
      fixedQuestions: [id],
      reviewPhases: phases,
      aggregation: 'mean',
    });
  });

  it('that draw what the section does not have keep the course from being published, each with its place', async () => {
    const id = await addQuestion();
    await changeCourse({ pools: [pool], opensAt: '2030-02-01T00:00:00Z' });
    await changeSection({ fixedQuestions: [id], closesAt: '2030-01-01T00:00:00Z', drawCount: 3 });
    const headers = { 'if-match': `"${(await course()).version}"` };
    const refused = await call('POST', `/courses/${courseId}:publish`, { as: author, headers });
    expect(refused).toMatchObject({ status: 409, body: { code: 'course_not_publishable' } });
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/sections/0/policy/closesAt',
      '/sections/0/policy/drawCount',
      '/sections/0/policy/pools/0/count',
    ]);
  });

  it('name only questions of their own section as fixed', async () => {
    const mine = await addQuestion();
    const other = await call('POST', `/courses/${courseId}/sections`, { as: author, body: { title: 'Other' } });
    const theirs = await addQuestion(other.body.id);
    const refused = await changeSection({ fixedQuestions: [mine, theirs, mine, randomUUID()] });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(
      [1, 2, 3].map((at) => `/policy/fixedQuestions/${at}`),
    );
  });

  it('forget a fixed question that is removed', async () => {
    const [one, two] = [await addQuestion(), await addQuestion()];
    await changeSection({ fixedQuestions: [one, two] });
    const { version } = await section();
    await call('DELETE', `/questions/${one}`, { as: author, headers: { 'if-match': '"1"' } });
    expect(await section()).toMatchObject({ policy: { fixedQuestions: [two] }, version: version + 1 });
  });

  it.each([
    ['a time limit of a second', { timeLimitSeconds: 1 }, '/policy/timeLimitSeconds'],
    ['a time limit in words', { timeLimitSeconds: 'long' }, '/policy/timeLimitSeconds'],
    ['a pass mark given away', { passMark: 'none' }, '/policy/passMark'],
    ['a pool without count', { pools: [{ tags: ['a'] }] }, '/policy/pools/0/count'],
    ['a pool of a kind nobody knows', { pools: [{ count: 1, topic: 'a' }] }, '/policy/pools/0'],
    ['21 pools', { pools: Array.from({ length: 21 }, () => pool) }, '/policy/pools'],
    ['a pool with 11 tags', { pools: [{ ...pool, tags: Array(11).fill('a') }] }, '/policy/pools/0/tags'],
    ['501 fixed questions', { fixedQuestions: Array(501).fill(randomUUID()) }, '/policy/fixedQuestions'],
    ['a phase left out', { reviewPhases: { during: phase } }, '/policy/reviewPhases'],
    ['a penalty above the mark', { practice: { retryPenalty: '3/2' } }, '/policy/practice/retryPenalty'],
    ['a penalty by nothing', { practice: { retryPenalty: '1/0' } }, '/policy/practice/retryPenalty'],
    ['a penalty of 21 digits', { practice: { retryPenalty: '0'.repeat(21) } }, '/policy/practice/retryPenalty'],
    ['no tries', { practice: { triesMax: 0 } }, '/policy/practice/triesMax'],
    ['an unknown setting', { passmark: 1 }, '/policy'],
  ])('with %s are refused at their place', async (_, policy, pointer) => {
    const refused = await changeSection(policy);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(refused.body.errors[0].pointer).toBe(pointer);
    if ('fixedQuestions' in policy) return;
    expect((await changeCourse(policy)).body).toMatchObject({ code: 'request_invalid', errors: [{ pointer }] });
  });

  it('of a course name no fixed questions: those belong to one section', async () => {
    expect(await changeCourse({ fixedQuestions: [randomUUID()] })).toMatchObject({ status: 400 });
  });

  it('of before inheritance keep what differs from the platform, and come back whole', async () => {
    await changeCourse({ passMark: 0.6 });
    await changeSection({ drawCount: 7 });
    const runner = running.dataSource.createQueryRunner();
    const stored = async () => {
      const [row] = await runner.query('SELECT policy FROM section WHERE id = $1', [sectionId]);
      return row.policy;
    };
    const migration = new InheritPolicies1764000002100();
    await migration.down(runner);
    expect(await stored()).toEqual({ ...policySchema.parse({}), passMark: 0.6, drawCount: 7 });
    await migration.up(runner);
    expect(await stored()).toEqual({ passMark: 0.6, drawCount: 7 });
    await runner.release();
  });
});
