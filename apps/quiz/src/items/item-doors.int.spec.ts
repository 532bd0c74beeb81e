import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttemptGraded, AttemptRegraded, AttemptVoided } from '#libs/contracts';
import { DrivenClock } from '#libs/testing';
import { parse } from 'csv-parse/sync';

import { introduce, publish, type Published, singleChoice } from '../../test-events.js';
import { type Actor, learner, openQuiz, type Problem, type QuizUnderTest } from '../../test-support.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import { AnnouncementsService } from './announcements.service.js';
import { ItemsEvents } from './items.events.js';
import type { ItemAnalysisResponse } from './items.dto.js';

let quiz: QuizUnderTest;
const clock = new DrivenClock();
const admin: Actor = { id: randomUUID(), roles: ['admin'] };
const owner: Actor = { id: randomUUID(), roles: ['author'] };

beforeAll(async () => {
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

/** Two questions and one that everybody gets wrong in the same way; the second stem would like to be a formula. */
function threeQuestions() {
  return [
    singleChoice({ stem: 'Sound?' }),
    singleChoice({ stem: '=1+1 and "so on"' }),
    singleChoice({ stem: 'Wrong key?' }),
  ];
}

function aCourse(): Promise<Published> {
  return publish(quiz, [{ questions: threeQuestions(), policy: { shuffleQuestions: false } }], {
    id: randomUUID(),
    publication: 1,
    ownerId: owner.id,
  });
}

/** Answers by the text of the option, in the order of the questions; undefined leaves one out. */
async function take(who: Actor, sectionId: string, texts: readonly (string | undefined)[]): Promise<string> {
  clock.advance({ minutes: 1 });
  const { body: attempt } = await quiz.call<AttemptResponse>(who, `POST /sections/${sectionId}/attempts`);
  const answers = attempt.questions.flatMap(({ id, options = [] }, at) => {
    const choice = options.find(({ text }) => text === texts[at])?.id;
    return choice === undefined ? [] : [{ questionId: id, sequence: 1, answer: { choice } }];
  });
  await quiz.call(who, `POST /attempts/${attempt.id}:submit`, { answers });
  return attempt.id;
}

/** Strong learners are right at the first two; all choose the same wrong option of the third. */
async function classOf(sectionId: string, size: number): Promise<void> {
  for (let at = 0; at < size; at += 1) {
    const isStrong = at % 2 === 0;
    await take(learner(), sectionId, [
      isStrong || at % 3 === 0 ? 'right' : 'wrong',
      isStrong ? 'right' : 'false',
      isStrong ? 'wrong' : 'right',
    ]);
  }
}

/** Hands what was announced of attempts to the consumer, each event to its own handler. */
async function deliverAll(): Promise<void> {
  const events = quiz.part(ItemsEvents);
  const announced: { type: string; data: never }[] = await quiz.dataSource.query(
    `SELECT type, data FROM outbox WHERE topic = 'quiz.attempts' ORDER BY id`,
  );
  for (const { type, data } of announced) {
    await quiz.dataSource.transaction(async (manager) => {
      const delivery = { event: { data }, manager } as never;
      if (type === AttemptGraded.type) await events.countGraded(delivery);
      if (type === AttemptRegraded.type) await events.countRegraded(delivery);
      if (type === AttemptVoided.type) await events.takeBack(delivery);
    });
  }
}

async function analysisOf(sectionId: string, query = ''): Promise<ItemAnalysisResponse> {
  const { status, body } = await quiz.call<ItemAnalysisResponse>(
    owner,
    `GET /sections/${sectionId}/item-analysis${query}`,
  );
  expect(status).toBe(200);
  return body;
}

describe('the item analysis', () => {
  it('of a section that nobody took lists its questions and says how many attempts it waits for', async () => {
    const { sections } = await aCourse();
    const { quiz: figures, questions, title } = await analysisOf(sections[0]!.sectionId);
    expect(title).toBe('Section 1');
    expect(figures).toMatchObject({ attempts: 0, mean: null, internalConsistency: null });
    expect(questions.map(({ position, stemStart, attempts }) => [position, stemStart, attempts])).toEqual([
      [1, 'Sound?', 0],
      [2, '=1+1 and "so on"', 0],
      [3, 'Wrong key?', 0],
    ]);
    expect(questions[0]).toMatchObject({
      facility: null,
      randomGuessScore: 0.25,
      notice: 'Too few attempts yet: 0 of 20.',
      flags: [],
      openChallenges: 0,
    });
    expect(questions[0]!.parts[0]!.classes).toHaveLength(4);
  });

  it('tells who chose what, and flags a key that better learners do not choose', async () => {
    const { sections } = await aCourse();
    const { sectionId } = sections[0]!;
    await classOf(sectionId, 24);
    await deliverAll();
    const { questions, quiz: figures } = await analysisOf(sectionId);
    const [sound, , wrongKey] = questions;
    expect(figures.attempts).toBe(24);
    expect(sound).toMatchObject({ attempts: 24, notice: null, intendedWeight: 1 / 3 });
    const [part] = wrongKey!.parts;
    expect(part).toMatchObject({ partId: '', isTyped: false, otherCount: 0 });
    expect(part!.classes.map(({ label, isRight, count, share }) => [label, isRight, count, share])).toEqual([
      ['right', true, 12, 0.5],
      ['wrong', false, 12, 0.5],
      ['false', false, 0, 0],
      ['no', false, 0, 0],
    ]);
    // The strong had both others right; of the others every third had the first.
    expect(part!.classes[1]!.meanRest).toBe(2);
    expect(part!.classes[0]!.meanRest).toBeCloseTo(1 / 3, 9);
    expect(wrongKey!.flags.map(({ code }) => code)).toEqual(['wrong_key_suspected', 'negative_discrimination']);
    expect(wrongKey!.flags[0]!.text).toContain('“wrong”');
    expect(wrongKey!.discriminationIndex).toBeLessThan(0);
  });

  it('is about one publication where it is asked so, and about no publication that the section is not in', async () => {
    const id = randomUUID();
    const sectionId = randomUUID();
    const course = { id, publication: 1, ownerId: owner.id };
    const questions = threeQuestions();
    await publish(quiz, [{ sectionId, questions }], course);
    await take(learner(), sectionId, ['right']);
    await publish(quiz, [{ sectionId, questions: questions.slice(0, 2) }], { ...course, publication: 2 });
    await take(learner(), sectionId, ['right']);
    await deliverAll();
    const both = await analysisOf(sectionId);
    expect(both.quiz.attempts).toBe(2);
    expect(both.questions.map(({ position, attempts }) => [position, attempts])).toEqual([
      [1, 2],
      [2, 2],
      [null, 1],
    ]);
    expect((await analysisOf(sectionId, '?publication=1')).questions.map(({ attempts }) => attempts)).toEqual([
      1, 1, 1,
    ]);
    expect((await analysisOf(sectionId, '?publication=2')).questions.map(({ attempts }) => attempts)).toEqual([1, 1]);
    const { status } = await quiz.call(owner, `GET /sections/${sectionId}/item-analysis?publication=3`);
    expect(status).toBe(404);
  });

  it.each(['?attempts=worst', '?publication=0', '?publication=x', '?unknown=1'])('refuses %s', async (query) => {
    const { sections } = await aCourse();
    const { status } = await quiz.call(owner, `GET /sections/${sections[0]!.sectionId}/item-analysis${query}`);
    expect(status).toBe(400);
  });
});

describe('who may read it', () => {
  it('is the owner of the course, who teaches a cohort in it, and admins', async () => {
    const { courseId, sections } = await aCourse();
    const path = `/sections/${sections[0]!.sectionId}/item-analysis`;
    const teacher: Actor = { id: randomUUID(), roles: ['instructor'] };
    const elsewhere: Actor = { id: randomUUID(), roles: ['instructor'] };
    for (const who of [teacher, elsewhere]) await introduce(quiz, who);
    const other = await aCourse();
    await quiz.call(teacher, 'POST /cohorts', { name: 'Here', courseId });
    await quiz.call(elsewhere, 'POST /cohorts', { name: 'There', courseId: other.courseId });
    const statusOf = async (who: Actor | null, door = path) => (await quiz.call(who, `GET ${door}`)).status;
    for (const door of [path, `${path}.csv`]) {
      expect([await statusOf(owner, door), await statusOf(admin, door), await statusOf(teacher, door)]).toEqual([
        200, 200, 200,
      ]);
      expect([await statusOf(elsewhere, door), await statusOf({ id: randomUUID(), roles: ['author'] }, door)]).toEqual([
        404, 404,
      ]);
      expect([await statusOf(learner(), door), await statusOf(null, door)]).toEqual([403, 401]);
    }
    // The owner who is an author no more, and the teacher's id with another role.
    expect(await statusOf({ ...owner, roles: ['instructor'] })).toBe(404);
    expect(await statusOf({ ...teacher, roles: ['author'] })).toBe(404);
    expect(await statusOf(owner, `/sections/${randomUUID()}/item-analysis`)).toBe(404);
    const { body } = await quiz.call<Problem>(elsewhere, `GET ${path}`);
    expect(body.code).toBe('not_found');
  });
});

it('comes as CSV with the same numbers, and nothing that a spreadsheet calculates', async () => {
  const { sections } = await aCourse();
  const { sectionId } = sections[0]!;
  await classOf(sectionId, 6);
  await deliverAll();
  const { text, headers } = await quiz.call(owner, `GET /sections/${sectionId}/item-analysis.csv?attempts=all`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(`attachment; filename="item-analysis-${sectionId}.csv"`);
  const found: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const analysis = await analysisOf(sectionId, '?attempts=all');
  expect(found[0]).toMatchObject({ row: 'quiz', attempts: '6', mean: String(analysis.quiz.mean) });
  const questions = found.filter(({ row }) => row === 'question');
  expect(questions.map((row) => row['facility'])).toEqual(analysis.questions.map(({ facility }) => String(facility)));
  expect(questions[1]!['question']).toBe('\'=1+1 and "so on"');
  expect(questions[0]!['flags']).toBe('Too few attempts yet: 6 of 20.');
  expect(found.filter(({ row }) => row === 'answer')).toHaveLength(12);
});

describe('announcements of how questions do', () => {
  const announcements = () =>
    quiz.dataSource.query(`SELECT data FROM outbox WHERE topic = 'quiz.items' ORDER BY id`) as Promise<
      { data: Record<string, unknown> }[]
    >;
  const fresh = async () => {
    const before = (await announcements()).length;
    const count = await quiz.part(AnnouncementsService).runOnce();
    const added = (await announcements()).slice(before).map(({ data }) => data);
    expect(added).toHaveLength(count);
    return added;
  };

  it('are one per question for many attempts, not sooner than the interval allows, and none when nothing changed', async () => {
    const { sections } = await aCourse();
    const { sectionId } = sections[0]!;
    await fresh();
    await classOf(sectionId, 22);
    await deliverAll();
    clock.advance({ minutes: 1 });
    const added = (await fresh()).filter((data) => data['sectionId'] === sectionId);
    expect(added).toHaveLength(3);
    const { questions } = await analysisOf(sectionId);
    for (const data of added) {
      const question = questions.find(({ questionId }) => questionId === data['questionId'])!; // one of the three
      expect(data).toMatchObject({
        questionVersion: 1,
        attempts: 22,
        facility: question.facility,
        discrimination: question.discriminationIndex,
        flags: question.flags.map(({ code }) => code),
        openChallenges: 0,
      });
    }
    expect(await fresh()).toEqual([]);
    await classOf(sectionId, 1);
    await deliverAll();
    clock.advance({ minutes: -1 });
    await fresh();
    expect((await fresh()).filter((data) => data['sectionId'] === sectionId)).toEqual([]);
    clock.advance({ minutes: 5 });
    const later = (await fresh()).filter((data) => data['sectionId'] === sectionId);
    expect(later.map((data) => data['attempts'])).toEqual([23, 23, 23]);
  });

  it('tell of challenges that were made and resolved, though no figure changed', async () => {
    const { courseId, sections } = await aCourse();
    const { sectionId, questions } = sections[0]!;
    const who = learner();
    const attemptId = await take(who, sectionId, ['right', 'right', 'right']);
    await deliverAll();
    await fresh();
    clock.advance({ minutes: 1 });
    await quiz.dataSource.query(
      `INSERT INTO challenge (id, course_id, section_id, attempt_id, question_id, question_version, publication, learner_id, text,
         state, made_at) VALUES ($1, $2, $3, $4, $5, 1, 1, $6, 'Really?', 'open', now())`,
      [randomUUID(), courseId, sectionId, attemptId, questions[0]!.id, who.id],
    );
    const open = await fresh();
    expect(open).toEqual([expect.objectContaining({ questionId: questions[0]!.id, openChallenges: 1, attempts: 1 })]);
    expect((await analysisOf(sectionId)).questions.map(({ openChallenges }) => openChallenges)).toEqual([1, 0, 0]);
    await quiz.dataSource.query(`UPDATE challenge SET state = 'declined', resolved_at = now() WHERE attempt_id = $1`, [
      attemptId,
    ]);
    clock.advance({ minutes: 1 });
    expect(await fresh()).toEqual([expect.objectContaining({ openChallenges: 0 })]);
    clock.advance({ minutes: 1 });
    expect(await fresh()).toEqual([]);
  });

  it('are rolled back with what made them', async () => {
    const { sections } = await aCourse();
    await take(learner(), sections[0]!.sectionId, ['right']);
    await deliverAll();
    await quiz.dataSource.query(
      'ALTER TABLE item_question ADD CONSTRAINT no_news CHECK (announced_at IS NULL) NOT VALID',
    );
    clock.advance({ minutes: 1 });
    const before = (await announcements()).length;
    await expect(quiz.part(AnnouncementsService).runOnce()).rejects.toThrow('no_news');
    await quiz.dataSource.query('ALTER TABLE item_question DROP CONSTRAINT no_news');
    expect(await announcements()).toHaveLength(before);
    expect(await fresh()).not.toEqual([]);
  });
});

it('counts what was counted, and what was announced, for the operator', async () => {
  const text = await quiz.metrics();
  expect(text).toMatch(/waymark_item_attempts_counted_total\{.*\} [1-9]/);
  expect(text).toMatch(/waymark_questions_analysed_total\{.*\} [1-9]/);
});
