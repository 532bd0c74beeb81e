import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { createTestDatabase, eventually, type TestDatabase } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { type SeededSection, seedRegrade } from '../../load/regrade-seed.js';
import { RegradeTarget } from '../../load/regrade-target.js';
import { quiz } from '../../../apps/quiz/src/quiz.app.js';

const root = process.cwd();
const program = join(root, 'dist/tests/load/regrade-server.js');
const attempts = 6_000;
/** How long each process lives after its first batch: into the middle of another one. */
const livesMs = [5, 60, 25];

let database: TestDatabase;
let section: SeededSection;

beforeEach(async () => {
  database = await createTestDatabase({ migrations: quiz.migrations });
  section = await seedRegrade(database.dataSource, attempts);
});
afterEach(() => database.drop());

async function done(regradeId: string): Promise<number> {
  const [row] = await database.dataSource.query('SELECT done FROM regrade WHERE id = $1', [regradeId]);
  return row.done;
}

async function reached(regradeId: string, state: string): Promise<void> {
  await eventually(
    async () => {
      const [row] = await database.dataSource.query('SELECT state FROM regrade WHERE id = $1', [regradeId]);
      expect(row.state).toBe(state);
    },
    { withinMs: 60_000, everyMs: 50 },
  );
}

/** Kills process after process once each has done something; how far the regrade was each time. */
async function kill(regradeId: string): Promise<number[]> {
  const seen = [0];
  for (const lifeMs of livesMs) {
    const before = await done(regradeId);
    const target = await RegradeTarget.start(program, database.url);
    await eventually(async () => expect(await done(regradeId)).toBeGreaterThan(before), {
      withinMs: 30_000,
      everyMs: 5,
    });
    await delay(lifeMs);
    await target.kill();
    seen.push(await done(regradeId));
  }
  return seen;
}

describe('a regrade whose process is killed again and again', () => {
  it('goes on where it was, on two replicas at last, and does each attempt once', async () => {
    const maker = await RegradeTarget.start(program, database.url);
    const { id } = await maker.make(section);
    await maker.kill();
    const previewing = await kill(id);
    const finisher = await RegradeTarget.start(program, database.url);
    await reached(id, 'previewed');
    const { summary: previewed } = await finisher.read(section, id);
    await finisher.apply(section, id);
    await finisher.kill();
    const applying = await kill(id);
    const replicas = await Promise.all([1, 2].map(() => RegradeTarget.start(program, database.url)));
    await reached(id, 'applied');
    const applied = await replicas[0]!.read(section, id); // two were started
    await Promise.all(replicas.map((replica) => replica.kill()));

    for (const seen of [previewing, applying]) {
      expect(seen).toEqual(seen.toSorted((left, right) => left - right));
      expect(new Set(seen).size).toBe(livesMs.length + 1);
      expect(seen.at(-1)).toBeLessThan(attempts);
    }
    expect(applied).toMatchObject({ progress: { done: attempts, total: attempts }, summary: previewed });
    expect(previewed).toMatchObject({ attempts, regraded: attempts, scoreUp: attempts / 2, scoreDown: attempts / 2 });
    await holds(section);
  }, 300_000);
});

/** Every attempt graded by the new key, once, and every sum what a recount says. */
async function holds({ sectionId, questionIds }: SeededSection): Promise<void> {
  const wrong = await database.dataSource.query(
    `SELECT a.id FROM attempt a
     JOIN response r ON r.attempt_id = a.id AND r.question_id = $2
     JOIN LATERAL (SELECT sum(score) AS score FROM response WHERE attempt_id = a.id) AS total ON true
     WHERE a.section_id = $1 AND NOT (r.graded_version = 2 AND r.score = (r.answer ->> 'choice' = 'b')::int
       AND a.version = 3 AND a.score = total.score AND a.percent = a.score * 10 AND a.has_passed = (a.score >= 8))`,
    [sectionId, questionIds[0]],
  );
  expect(wrong).toEqual([]);
  const standing = await database.dataSource.query(
    `SELECT p.learner_id FROM progress p
     JOIN (SELECT learner_id, max(percent) AS percent, bool_or(has_passed) AS has_passed FROM attempt
       WHERE section_id = $1 GROUP BY learner_id) AS best ON best.learner_id = p.learner_id
     WHERE p.section_id = $1 AND (p.percent <> best.percent OR (p.passed_at IS NOT NULL) <> best.has_passed)`,
    [sectionId],
  );
  expect(standing).toEqual([]);
  const [events] = await database.dataSource.query(
    `SELECT count(*)::int AS all, count(DISTINCT key)::int AS attempts,
       count(*) FILTER (WHERE data ->> 'version' <> '3')::int AS others
     FROM outbox WHERE type = 'AttemptRegraded.v1'`,
  );
  expect(events).toEqual({ all: attempts, attempts, others: 0 });
}
