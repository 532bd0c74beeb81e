import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#libs/testing';

import { quiz } from '../../apps/quiz/src/quiz.app.js';
import { Misuse } from '../service-database.js';
import { upkeep } from './command.js';

const now = Date.UTC(2030, 0, 31);
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: quiz.migrations });
});
afterAll(() => database?.drop());

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  await upkeep(args, { withQuiz: (work) => work(database.dataSource), say, now: () => now });
  return lines;
}

/** A regrade of this day of January with as many changes by its dry run, and one that was done where it was applied. */
async function regradeOf(day: number, state: string, changes: number): Promise<string> {
  const id = randomUUID();
  const at = new Date(Date.UTC(2030, 0, day));
  const appliedAt = state === 'applied' ? at : null;
  await database.dataSource.query(
    `INSERT INTO regrade (id, course_id, section_id, question_id, from_versions, to_version, policy, credentials, reason, state,
       made_by, made_at, applied_at, apply_started_at)
     VALUES ($1, $1, $1, $1, '{1}', 2, 'drop', 'keep', 'x', $2, $1, $3, $4, $4)`,
    [id, state, at, appliedAt],
  );
  await database.dataSource.query(
    `INSERT INTO regrade_change (regrade_id, is_applied, learner_id, number, attempt_id, score_after, score_max_after,
       percent_after, has_passed_after, section_effect, badge_effect, certificate_effect, unlocks, changed_at)
     SELECT $1::uuid, i = 0, gen_random_uuid(), 1, gen_random_uuid(), 1, 1, 100, true, 'none', 'none', 'none', '[]', $2
     FROM generate_series(CASE WHEN $3 THEN 0 ELSE 1 END, $4::int) AS i`,
    [id, at, state === 'applied', changes],
  );
  return id;
}

async function rowsOf(regradeId: string): Promise<{ preview: number; done: number }> {
  const [counted] = await database.dataSource.query(
    `SELECT count(*) FILTER (WHERE NOT is_applied)::int AS preview, count(*) FILTER (WHERE is_applied)::int AS done
     FROM regrade_change WHERE regrade_id = $1`,
    [regradeId],
  );
  return counted;
}

describe('drop-dry-runs', () => {
  it('takes away lists that nobody decides by, keeps what was done, and does nothing the second time', async () => {
    const applied = await regradeOf(2, 'applied', 5_001);
    const discarded = await regradeOf(2, 'discarded', 3);
    const undecided = await regradeOf(2, 'previewed', 3);
    const failed = await regradeOf(2, 'failed', 3);
    const young = await regradeOf(20, 'applied', 3);
    expect(await run('drop-dry-runs', '--days', '20')).toEqual(['5004 rows taken away.']);
    expect(await rowsOf(applied)).toEqual({ preview: 0, done: 1 });
    expect(await rowsOf(discarded)).toEqual({ preview: 0, done: 0 });
    for (const kept of [undecided, failed]) expect(await rowsOf(kept)).toEqual({ preview: 3, done: 0 });
    expect(await rowsOf(young)).toEqual({ preview: 3, done: 1 });
    expect(await run('drop-dry-runs')).toEqual(['0 rows taken away.']);
  });
});

describe('rebuild-items', () => {
  it('says how many attempts there were', async () => {
    expect(await run('rebuild-items')).toEqual(['0 attempts counted anew.']);
  });
});

describe('rebuild-insights', () => {
  it('says how many learners with a section there were', async () => {
    expect(await run('rebuild-insights')).toEqual(['0 learners with a section counted anew.']);
  });
});

describe('what is not understood', () => {
  it.each([
    [[], 'npm run upkeep'],
    [['rebuild'], 'npm run upkeep'],
    [['rebuild-items', 'now'], 'npm run upkeep'],
    [['rebuild-items', '--days', '3'], 'npm run upkeep'],
    [['rebuild-insights', '--days', '3'], 'npm run upkeep'],
    [['drop-dry-runs', '--days=-1'], 'not "-1"'],
    [['drop-dry-runs', '--days', 'many'], 'not "many"'],
  ])('%j changes nothing', async (args, said) => {
    const refused = await run(...args).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Misuse);
    expect(String(refused)).toContain(said);
  });
});

describe('drop-private-keys', () => {
  it('says how many it dropped, and nothing is left to drop the second time', async () => {
    await database.dataSource.query(
      `INSERT INTO issuer_key (kid, kind, issuer_url, document, sealed_private_key, created_at, signs_from)
       VALUES ('k', 'rsa', 'https://w.example', '{}', 'v1.a.b.c', now(), now())`,
    );
    expect(await run('drop-private-keys')).toEqual(['1 private key dropped. Start quiz anew: it makes new ones.']);
    expect(await run('drop-private-keys')).toEqual(['0 private keys dropped. Start quiz anew: it makes new ones.']);
  });
});
