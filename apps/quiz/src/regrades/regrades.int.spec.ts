import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type Actor, learner, openQuiz, type Problem, type QuizUnderTest } from '../../test-support.js';
import { MendedCourse } from '../../test-regrades.js';
import type { QuestionVersionsResponse, RegradeResponse } from './regrades.dto.js';

let quiz: QuizUnderTest;

beforeAll(async () => {
  quiz = await openQuiz();
});
afterAll(() => quiz?.close());

/** Two learners: one passed by the wrong key, the other failed by it. */
async function mended(given: ConstructorParameters<typeof MendedCourse>[1] = {}) {
  const course = new MendedCourse(quiz, given);
  await course.publish(1, 'right');
  const loser = await course.take('right', 3);
  const winner = await course.take('wrong', 3);
  await course.publish(2, 'wrong');
  return { course, loser, winner };
}

describe('a dry run', () => {
  it('says what would change, and changes nothing', async () => {
    const { course, loser, winner } = await mended({ followers: 2 });
    const before = await course.rows();
    const { status, body } = await course.make();
    expect([status, body.state, body.fromVersions]).toEqual([201, 'previewing', [1]]);
    await course.work();
    const previewed = await course.regrade(body.id);
    expect(previewed).toMatchObject({
      state: 'previewed',
      progress: { done: 2, total: 2 },
      preview: null,
      summary: {
        ...{ attempts: 2, regraded: 2, changed: 2, scoreUp: 1, scoreDown: 1, learners: 2, waiting: 0 },
        ...{ passesGained: 1, passesLost: 1, badgesIssued: 1, badgesSuspended: 0, unlocksGained: 2, unlocksLost: 2 },
      },
    });
    const changes = await course.changes(body.id);
    expect(changes.find(({ learnerId }) => learnerId === winner.who.id)).toMatchObject({
      learnerName: 'Ada Lovelace',
      ...{ scoreBefore: 3, scoreAfter: 4, scoreMaxBefore: 5, scoreMaxAfter: 5, percentBefore: 60, percentAfter: 80 },
      ...{ hasPassedBefore: false, hasPassedAfter: true, section: 'passed', badge: 'issue' },
    });
    const lost = changes.find(({ learnerId }) => learnerId === loser.who.id);
    expect(lost?.unlocks.map(({ effect }) => effect)).toEqual(['lost', 'lost']);
    expect(await course.rows()).toEqual(before);
  });

  it('is counted among what is not finished until it is', async () => {
    const unfinished = async (state: string) =>
      Number(
        new RegExp(`^waymark_regrades_unfinished\\{.*state="${state}".*\\} (\\d+)$`, 'm').exec(
          await quiz.metrics(),
        )?.[1],
      );
    const { course } = await mended();
    expect(await unfinished('previewing')).toBe(0);
    const { body } = await course.make();
    expect([await unfinished('previewing'), await unfinished('applying'), await unfinished('failed')]).toEqual([
      1, 0, 0,
    ]);
    await quiz.dataSource.query(`UPDATE regrade SET state = 'failed' WHERE id = $1`, [body.id]);
    expect([await unfinished('previewing'), await unfinished('failed')]).toEqual([0, 1]);
    await quiz.call(course.owner, `POST /regrades/${body.id}:discard`);
    expect(await unfinished('failed')).toBe(0);
  });

  it('lists by what changes, in pages', async () => {
    const { course, loser, winner } = await mended();
    await course.take('false', 2);
    const { id } = await course.preview();
    expect(await course.changes(id)).toHaveLength(2);
    const ids = async (only: string) => (await course.changes(id, `&only=${only}`)).map(({ learnerId }) => learnerId);
    expect(await ids('score_up')).toEqual([winner.who.id]);
    expect(await ids('score_down')).toEqual([loser.who.id]);
    expect(await ids('passes')).toHaveLength(2);
    expect(await ids('badges')).toEqual([winner.who.id]);
    expect(await ids('unlocks')).toEqual([]);
    const page = (query: string) =>
      quiz.call<{ items: unknown[]; next: string | null }>(course.owner, `GET /regrades/${id}/changes?limit=1${query}`);
    const first = (await page('')).body;
    const second = (await page(`&cursor=${first.next}`)).body;
    expect([first.items.length, second.items.length, second.next]).toEqual([1, 1, null]);
  });

  it('knows the versions of a question and the attempts behind each', async () => {
    const { course } = await mended();
    await course.take('wrong', 4);
    const path = `GET /sections/${course.sectionId}/question-versions?questionId=${course.questionId}`;
    const { body } = await quiz.call<QuestionVersionsResponse>(course.owner, path);
    expect(body.items).toMatchObject([
      { version: 1, isLive: false, publications: [1], attempts: 2, stemStart: 'Which one?' },
      { version: 2, isLive: true, publications: [2], attempts: 1 },
    ]);
    const unknown = path.replace(course.questionId, randomUUID());
    expect((await quiz.call(course.owner, unknown)).status).toBe(404);
  });

  it('can be discarded, and is not applied afterwards', async () => {
    const { course } = await mended();
    const { id } = await course.preview();
    const discard = () => quiz.call<RegradeResponse>(course.owner, `POST /regrades/${id}:discard`);
    expect((await discard()).body.state).toBe('discarded');
    expect((await discard()).status).toBe(200);
    const apply = await quiz.call(course.owner, `POST /regrades/${id}:apply`);
    expect(apply).toMatchObject({ status: 409, body: { code: 'regrade_not_ready' } });
  });
});

describe('a regrade that is asked for', () => {
  it.each<[string, object, number, string]>([
    ['by a version that is not published', { toVersion: 3 }, 409, 'version_not_published'],
    ['from a version that never was', { fromVersions: [1, 7] }, 400, 'from_versions_unknown'],
    ['of a question of another section', { questionId: randomUUID() }, 404, 'not_found'],
    ['without a reason', { reason: '  ' }, 400, 'request_invalid'],
    ['for a reason that cannot be stored', { reason: 'a\0b' }, 400, 'request_invalid'],
    ['by a policy that nobody knows', { policy: 'ignore' }, 400, 'request_invalid'],
    ['by version 0', { toVersion: 0 }, 400, 'request_invalid'],
    ['with more than it takes', { dryRun: true }, 400, 'request_invalid'],
  ])('%s is refused', async (_, request, status, code) => {
    const { course } = await mended();
    const reply = await course.make(request);
    expect(reply).toMatchObject({ status, body: { code } });
  });

  it('by a version of another type is refused, unless the key plays no role', async () => {
    const course = new MendedCourse(quiz);
    await course.publish(1, 'right');
    const { who, attemptId } = await course.take('wrong', 3);
    await course.publish(2, 'wrong');
    await quiz.dataSource.query(
      `UPDATE published_section SET content = jsonb_set(content, '{questions,0}',
         (content #> '{questions,0}') - 'options' || '{"type":"numeric","value":"4","tolerance":"0"}')
       WHERE section_id = $1 AND publication = 2`,
      [course.sectionId],
    );
    const refused = await course.make();
    expect(refused).toMatchObject({ status: 409, body: { code: 'replacement_unfit' } });
    expect(refused.text).toContain('Give full marks, or drop the question.');
    await course.run({ policy: 'full_marks' });
    expect((await course.read(who, attemptId)).body.result).toMatchObject({ score: 4, hasPassed: true });
  });

  it('is made once under its key', async () => {
    const { course } = await mended();
    const request = { questionId: course.questionId, toVersion: 2, policy: 'drop', reason: 'Ambiguous.' };
    const path = `POST /sections/${course.sectionId}/regrades`;
    const call = () => quiz.call<RegradeResponse>(course.owner, path, request, { 'idempotency-key': 'once' });
    expect((await call()).body.id).toBe((await call()).body.id);
  });

  it('waits with 19 others at most', async () => {
    const { course } = await mended();
    const replies = await Promise.all(Array.from({ length: 22 }, () => course.make()));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(2);
    const path = `GET /sections/${course.sectionId}/regrades?limit=15`;
    const { body } = await quiz.call<{ items: unknown[]; next: string }>(course.owner, path);
    const rest = await quiz.call<{ items: unknown[] }>(course.owner, `${path}&cursor=${body.next}`);
    expect([body.items.length, rest.body.items.length]).toEqual([15, 5]);
  });

  it('by anybody but the owner of the course finds nothing to regrade', async () => {
    const { course } = await mended();
    const { id } = await course.preview();
    const stranger: Actor = { id: randomUUID(), roles: ['author', 'instructor'] };
    const requests = [
      `POST /regrades/${id}:apply`,
      `POST /regrades/${id}:discard`,
      `GET /regrades/${id}`,
      `GET /regrades/${id}/changes`,
      `GET /sections/${course.sectionId}/regrades`,
      `GET /sections/${course.sectionId}/question-versions?questionId=${course.questionId}`,
    ];
    for (const request of requests) expect((await quiz.call(stranger, request)).status).toBe(404);
    expect((await course.make({}, stranger)).status).toBe(404);
    expect((await course.make({}, learner())).status).toBe(403);
    expect((await course.make({}, { id: randomUUID(), roles: ['admin'] })).status).toBe(201);
  });
});

describe('applying', () => {
  it('does what the dry run said, and announces each attempt once', async () => {
    const { course, loser, winner } = await mended({ followers: 1 });
    const previewed = await course.preview();
    const expected = await course.changes(previewed.id);
    const applied = await course.apply(previewed.id);
    expect(applied).toMatchObject({ state: 'applied', progress: { done: 2, total: 2 } });
    expect([applied.summary, applied.preview]).toEqual([previewed.summary, previewed.summary]);
    expect(await course.changes(applied.id)).toEqual(expected);
    expect((await course.read(winner.who, winner.attemptId)).body.result).toMatchObject({ score: 4, hasPassed: true });
    expect((await course.read(loser.who, loser.attemptId)).body.result).toMatchObject({ score: 3, hasPassed: false });
    expect(await course.progress(winner.who.id)).toMatchObject({ percent: 80, hasPassed: true });
    expect(await course.progress(loser.who.id)).toMatchObject({ percent: 60, hasPassed: false });
    const events = await course.events('AttemptRegraded.v1');
    expect(events.find(({ learnerId }) => learnerId === winner.who.id)).toMatchObject({
      ...{
        attemptId: winner.attemptId,
        version: 3,
        number: 1,
        publication: 1,
        cause: 'regrade',
        regradeId: applied.id,
      },
      before: { score: '3.0000000000', scoreMax: '5.0000000000', hasPassed: false },
      after: { score: '4.0000000000', scoreMax: '5.0000000000', hasPassed: true },
      ...{ credentials: 'suspend', reason: 'The key was wrong.' },
    });
    expect(events).toHaveLength(2);
    expect(await quiz.metrics()).toMatch(/waymark_regrades_applied_total\{.*policy="recompute".*\} \d/);
  });

  it('again, or as another regrade of the same kind, changes nothing and announces nothing', async () => {
    const { course } = await mended();
    const { id } = await course.run();
    const before = await course.rows();
    expect((await quiz.call<RegradeResponse>(course.owner, `POST /regrades/${id}:apply`)).body.state).toBe('applied');
    await course.work();
    const again = await course.run();
    expect(again.summary).toMatchObject({ attempts: 2, regraded: 0, changed: 0 });
    expect(await course.changes(again.id)).toEqual([]);
    expect(await course.rows()).toEqual(before);
  });

  it('is refused before the dry run has ended, after another one, and cannot be discarded', async () => {
    const { course } = await mended();
    const first = await course.preview();
    const { body: second } = await course.make({ policy: 'full_marks' });
    const call = (verb: string, id: string) => quiz.call<Problem>(course.owner, `POST /regrades/${id}:${verb}`);
    expect((await call('apply', second.id)).body.code).toBe('regrade_not_ready');
    await course.work();
    expect((await call('apply', first.id)).status).toBe(200);
    expect((await call('apply', second.id)).body.code).toBe('regrade_busy');
    await course.work();
    expect((await call('discard', first.id)).body.code).toBe('regrade_under_way');
    await quiz.dataSource.query(`UPDATE regrade SET apply_started_at = made_at + interval '1 s' WHERE id = $1`, [
      first.id,
    ]);
    expect((await call('apply', second.id)).body.code).toBe('regrade_outdated');
  });
});
