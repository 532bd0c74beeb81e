import { randomUUID } from 'node:crypto';

import { questionSchema, SectionPublished } from '#libs/contracts';
import { DataSource } from 'typeorm';

import { PublicationsService } from '../../apps/quiz/src/catalog/publications.service.js';
import { CountingService } from '../../apps/quiz/src/items/counting.service.js';
import { quiz, QuizConfig, rebuildItems } from '../../apps/quiz/src/quiz.app.js';
import { type OpenedService, openForLoad, publicUrl } from './opened-service.js';

export interface ItemAnalysisMeasured {
  readonly attempts: number;
  /** Rows that the figures are read from. */
  readonly cells: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** When the counts changed since the last read, median. */
  readonly changedMs: number;
  readonly bytes: number;
  /** All attempts counted anew. */
  readonly rebuildPerSecond: number;
  /** Single attempts counted by the consumer, one after the other. */
  readonly countsPerSecond: number;
}

const reads = 300;
const singleCounts = 300;
const drawn = 10;

/**
 * The whole path of `GET /sections/{id}/item-analysis`, token and rights included, at growing numbers of attempts in one
 * section: ten questions drawn from twenty, with choices, partial credit in quarters and thirds, and typed answers without end.
 */
export async function measureItemAnalysis(
  databaseUrl: string,
  sizes: readonly number[],
): Promise<ItemAnalysisMeasured[]> {
  const service = await openForLoad(quiz, databaseUrl, [
    {
      provide: QuizConfig,
      useValue: {
        publicUrl,
        secret: 'x'.repeat(43),
        issuerName: 'Benchmark',
        sweepIntervalMs: null,
      } satisfies QuizConfig,
    },
  ]);
  try {
    const measured: ItemAnalysisMeasured[] = [];
    for (const attempts of sizes) measured.push(await measureAt(attempts, service));
    return measured;
  } finally {
    await service.close();
  }
}

async function measureAt(attempts: number, { app, url, headersOf }: OpenedService): Promise<ItemAnalysisMeasured> {
  const dataSource = app.get(DataSource);
  const sectionId = await publishSection(dataSource, app.get(PublicationsService, { strict: false }));
  await seedAttempts(dataSource, sectionId, attempts);
  const begun = performance.now();
  const counted = await rebuildItems(dataSource);
  const rebuildPerSecond = Math.round(counted / ((performance.now() - begun) / 1_000));
  const countsPerSecond = await countOneByOne(dataSource, app.get(CountingService, { strict: false }), sectionId);
  await dataSource.query(
    'VACUUM ANALYZE item_mark, item_rest, item_class, item_position, item_time, item_paper, item_question',
  );
  const headers = headersOf('admin');
  const { times, bytes } = await readOften(`${url}/api/quiz/v1/sections/${sectionId}/item-analysis`, headers);
  const changed = await readChanged(dataSource, { sectionId, url, headers });
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(2)); // never empty
  return {
    attempts,
    cells: await countRows(dataSource, sectionId),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    changedMs: Number(changed.toFixed(2)),
    bytes,
    rebuildPerSecond,
    countsPerSecond,
  };
}

async function countRows(dataSource: DataSource, sectionId: string): Promise<number> {
  const counts = ['item_mark', 'item_rest', 'item_position', 'item_paper', 'item_time'].map(
    (table) => `(SELECT count(*) FROM ${table} WHERE section_id = $1)`,
  );
  const [{ found }] = await dataSource.query(`SELECT ${counts.join(' + ')} AS found`, [sectionId]);
  return Number(found);
}

async function readOften(url: string, headers: Record<string, string>) {
  const times: number[] = [];
  let bytes = 0;
  // Plans, compiled code and connections are warm before anything counts.
  for (let round = -30; round < reads; round += 1) {
    const begun = performance.now();
    const response = await fetch(url, { headers });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status}: ${text}`);
    bytes = text.length;
    if (round >= 0) times.push(performance.now() - begun);
  }
  return { times: times.toSorted((left, right) => left - right), bytes };
}

async function readChanged(
  dataSource: DataSource,
  { sectionId, url, headers }: { sectionId: string; url: string; headers: Record<string, string> },
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 21; round += 1) {
    await dataSource.query('UPDATE item_section SET revision = revision + 1 WHERE section_id = $1', [sectionId]);
    const begun = performance.now();
    const path = `/api/quiz/v1/sections/${sectionId}/item-analysis`;
    await (await fetch(url + path, { headers })).text();
    times.push(performance.now() - begun);
  }
  return times.toSorted((left, right) => left - right)[10]!; // the middle of 21
}

async function countOneByOne(dataSource: DataSource, counting: CountingService, sectionId: string): Promise<number> {
  const found: { id: string; learner: string }[] = await dataSource.query(
    'SELECT id, learner_id AS learner FROM attempt WHERE section_id = $1 LIMIT $2',
    [sectionId, singleCounts],
  );
  await dataSource.query('UPDATE response SET score = 0 WHERE attempt_id = ANY ($1)', [found.map(({ id }) => id)]);
  const begun = performance.now();
  for (const { id, learner } of found) {
    await dataSource.transaction((manager) =>
      counting.count(manager, { sectionId, learnerIds: [learner], attemptId: id }),
    );
  }
  return Math.round(found.length / ((performance.now() - begun) / 1_000));
}

const options = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, text: `Option ${id}`, isKey: at === 0 }));
const prompts = ['p', 'q', 'r'].map((id) => ({ id, text: `Prompt ${id}`, match: `to-${id}` }));
const choices = ['to-p', 'to-q', 'to-r'].map((id) => ({ id, text: `Choice ${id}` }));

/** Kinds by the place in the bank: twelve choices, three with quarters, three with thirds, two typed. */
function bank() {
  return Array.from({ length: 20 }, (_, at) => {
    const common = { id: randomUUID(), version: 1, stem: `Question ${at + 1}?` };
    if (at < 12) return questionSchema.parse({ ...common, type: 'single_choice', options });
    if (at < 15) return questionSchema.parse({ ...common, type: 'multiple_choice', scoring: 'per_option', options });
    if (at < 18) return questionSchema.parse({ ...common, type: 'matching', prompts, choices });
    return questionSchema.parse({ ...common, type: 'short_text', accepted: ['yes'] });
  });
}

async function publishSection(dataSource: DataSource, publications: PublicationsService): Promise<string> {
  const sectionId = randomUUID();
  const courseId = randomUUID();
  const section = SectionPublished.schema.parse({
    courseId,
    publication: 1,
    sectionId,
    position: 0,
    title: 'Measured',
    policy: { drawCount: drawn },
    questions: bank(),
  });
  await dataSource.transaction(async (manager) => {
    await publications.keepSection(manager, section);
    await publications.goLive(manager, {
      courseId,
      publication: 1,
      slug: courseId,
      title: 'Measured',
      summary: '',
      language: 'en',
      sectionIds: [sectionId],
      publishedAt: '2030-01-01T00:00:00.000Z',
    });
  });
  return sectionId;
}

/** Graded attempts as the service would have stored them, by SQL; every learner has two. */
async function seedAttempts(dataSource: DataSource, sectionId: string, size: number): Promise<void> {
  const batch = 10_000;
  for (let from = 0; from < size; from += batch) {
    await dataSource.query(seedSql, [sectionId, from, Math.min(from + batch, size) - 1, drawn]);
  }
  await dataSource.query('ANALYZE attempt, paper, response');
}

/** The same chance for the same words, 0 to 1. */
const chance = (words: string) => `((hashtextextended(${words}, 11) & 65535) / 65536.0)`;

const seedSql = `
  WITH bank AS (
    SELECT (q.question->>'id')::uuid AS id, q.place - 1 AS place, s.course_id
    FROM published_section s, jsonb_array_elements(s.content->'questions') WITH ORDINALITY AS q (question, place)
    WHERE s.section_id = $1::uuid),
  taken AS (
    SELECT i, md5($1 || ' attempt ' || i)::uuid AS id, md5($1 || ' learner ' || i / 2)::uuid AS learner, i % 2 + 1 AS number
    FROM generate_series($2::int, $3::int) AS i),
  drawn AS (
    SELECT t.*, d.id AS question, d.place, d.course_id, ${chance(`t.learner::text`)} AS ability,
      ${chance(`t.i || ' ' || d.place`)} AS luck
    FROM taken t, LATERAL (SELECT b.* FROM bank b ORDER BY md5(t.i || ' ' || b.place) LIMIT $4) d),
  answered AS (
    SELECT *, CASE WHEN place < 12 OR place >= 18 THEN (ability + luck > 0.8)::int
      WHEN place < 15 THEN round(least(1, (ability + luck) / 1.6) * 4) / 4
      ELSE round(round(least(1, (ability + luck) / 1.6) * 3) / 3, 10) END AS score
    FROM drawn),
  responses AS (
    INSERT INTO response (attempt_id, question_id, sequence, answer, saved_at, score, outcome, spent_seconds)
    SELECT id, question, 1, CASE
        WHEN place < 12 THEN jsonb_build_object('choice', CASE WHEN score = 1 THEN 'a' WHEN luck < 0.3 THEN 'b' ELSE 'c' END)
        WHEN place < 15 THEN jsonb_build_object('choices', CASE WHEN score = 1 THEN '["a"]'::jsonb ELSE '["a", "b"]' END)
        WHEN place < 18 THEN '{"matches": [{"prompt": "p", "choice": "to-p"}, {"prompt": "q", "choice": "to-r"}]}'
        ELSE jsonb_build_object('text', CASE WHEN score = 1 THEN 'yes' WHEN luck < 0.4 THEN 'no' ELSE 'answer ' || i END) END,
      now(), score, 'partial', (luck * luck * 600)::int
    FROM answered),
  papers AS (
    INSERT INTO paper (attempt_id, seed, places)
    SELECT id, 'seed', jsonb_agg(jsonb_build_object('questionId', question, 'version', 1, 'optionOrder', '[]'::jsonb))
    FROM answered GROUP BY id)
  INSERT INTO attempt (id, learner_id, course_id, section_id, publication, number, state, version, started_at, last_activity_at,
    ended_at, ended_by, graded_at, score, score_max, percent, has_passed)
  SELECT id, learner, course_id, $1::uuid, 1, number, 'graded', 2, now(), now(), now(), 'submitted', now(), sum(score), $4,
    round(10 * sum(score), 4), sum(score) >= 8
  FROM answered GROUP BY id, learner, course_id, number`;
