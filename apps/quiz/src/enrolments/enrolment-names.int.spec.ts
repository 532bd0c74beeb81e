import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '#libs/platform';
import { createTestDatabase, DrivenClock, type TestDatabase } from '#libs/testing';

import { introduce, publish } from '../../test-events.js';
import { type Actor, definition, learner, type QuizUnderTest, startQuiz } from '../../test-support.js';
import { AddEnrolmentNames1764000003800 } from '../migrations/1764000003800-add-enrolment-names.js';
import type { EnrolledLearnerResponse } from './enrolments.dto.js';

let database: TestDatabase;
let quiz: QuizUnderTest;
let courseId: string;
const teacher: Actor = { id: randomUUID(), roles: ['instructor'] };

beforeAll(async () => {
  database = await createTestDatabase({ migrations: definition.migrations });
  quiz = await startQuiz(database.dataSource, new DrivenClock());
  courseId = (await publish(quiz, [{}])).courseId;
  await introduce(quiz, teacher);
});
afterAll(async () => {
  await quiz?.close();
  await database?.drop();
});

async function cohortOf(names: readonly string[]): Promise<{ path: string; learners: Actor[] }> {
  const { body } = await quiz.call<{ id: string }>(teacher, 'POST /cohorts', { name: 'X', courseId });
  const path = `/cohorts/${body.id}`;
  const learners = names.map(() => learner());
  for (const [at, who] of learners.entries()) await introduce(quiz, who, { displayName: names[at] });
  const emails = learners.map(({ id }) => `${id}@example.org`);
  expect((await quiz.call(teacher, `POST ${path}/enrolments`, { emails })).status).toBe(200);
  return { path, learners };
}

/** Names by pages of two. */
async function listed(path: string, search = ''): Promise<string[]> {
  const names: string[] = [];
  let cursor = '';
  do {
    const query = `limit=2&search=${encodeURIComponent(search)}${cursor}`;
    const { body } = await quiz.call<Page<EnrolledLearnerResponse>>(teacher, `GET ${path}/enrolments?${query}`);
    names.push(...body.items.map(({ displayName }) => displayName));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  return names;
}

const stored = (learnerId: string) =>
  quiz.dataSource.query('SELECT learner_name AS name, learner_email AS email FROM enrolment WHERE learner_id = $1', [
    learnerId,
  ]);

describe('learners by name', () => {
  it('come in order, page by page, and move when they are renamed', async () => {
    const { path, learners } = await cohortOf(['Cleo', 'Ada', 'Bea', 'Ada', 'Eve']);
    expect(await listed(path)).toEqual(['Ada', 'Ada', 'Bea', 'Cleo', 'Eve']);
    await introduce(quiz, learners[0]!, { displayName: 'Aaron', version: 2 });
    expect(await listed(path)).toEqual(['Aaron', 'Ada', 'Ada', 'Bea', 'Eve']);
    expect(await listed(path, 'ada')).toEqual(['Ada', 'Ada']);
    expect(await listed(path, `${learners[4]!.id}@`)).toEqual(['Eve']);
    expect(await listed(path, 'Cleo')).toEqual([]);
  });

  it('leave no name behind when they are taken out, and have one again when they come back', async () => {
    const { path, learners } = await cohortOf(['Dora']);
    const [who] = learners;
    const email = `${who!.id}@example.org`;
    expect(await stored(who!.id)).toEqual([{ name: 'Dora', email }]);
    await quiz.call(teacher, `DELETE ${path}/enrolments/${who!.id}`);
    await introduce(quiz, who!, { displayName: 'Dorothea', version: 2 });
    expect(await stored(who!.id)).toEqual([{ name: '', email: '' }]);
    await quiz.call(teacher, `POST ${path}/enrolments`, { emails: [email] });
    expect(await stored(who!.id)).toEqual([{ name: 'Dorothea', email }]);
  });

  it('are never left under an old name by a change at the same moment', async () => {
    const { path } = await cohortOf(['Host']);
    for (let round = 0; round < 10; round += 1) {
      const who = learner();
      await introduce(quiz, who, { displayName: 'Before' });
      await Promise.all([
        quiz.call(teacher, `POST ${path}/enrolments`, { emails: [`${who.id}@example.org`] }),
        introduce(quiz, who, { displayName: 'After', version: 2 }),
      ]);
      expect(await stored(who.id)).toMatchObject([{ name: 'After' }]);
    }
  });

  it('are the same in a database whose enrolments are older than their names', async () => {
    const { path } = await cohortOf(['Fay', 'Abe']);
    const runner = quiz.dataSource.createQueryRunner();
    await new AddEnrolmentNames1764000003800().down(runner);
    await new AddEnrolmentNames1764000003800().up(runner);
    await runner.release();
    expect(await listed(path)).toEqual(['Abe', 'Fay']);
  });
});
