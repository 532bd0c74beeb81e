import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, DrivenClock, type TestDatabase } from '#libs/testing';

import { definition, type QuizUnderTest, startQuiz } from '../../test-support.js';

let database: TestDatabase;
let quiz: QuizUnderTest;
const clock = new DrivenClock();

beforeAll(async () => {
  database = await createTestDatabase({ migrations: definition.migrations });
  quiz = await startQuiz(database.dataSource, clock);
});
afterAll(async () => {
  await quiz?.close();
  await database?.drop();
});

describe('x', () => {
  it('y', async () => {
    const admin = { id: randomUUID(), roles: ['admin' as const] };
    const r = await quiz.call(admin, 'GET /overview');
    expect(r).toMatchObject({ status: 200 });
  });
});
