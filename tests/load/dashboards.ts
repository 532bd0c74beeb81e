import pg from 'pg';
import { rows } from '#libs/platform';
import { DataSource } from 'typeorm';

import { DashboardRevisions, quiz, QuizConfig, rebuildInsights } from '../../apps/quiz/src/quiz.app.js';
import { seedCohort } from './dashboard-seed.js';
import { type OpenedService, openForLoad, publicUrl } from './opened-service.js';

export interface DashboardMeasured {
  readonly attempts: number;
  readonly what: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Processor time of this process, client and server together, per request. */
  readonly cpuMs: number;
  readonly bytes: number;
}

const reads = 60;
const readsToWarm = 15;

/**
 * Dashboard and insights of a cohort over HTTP, token and rights included, at growing numbers of attempts: whenever asked,
 * when something changed since the last time, and when nothing did and the reader says what they have.
 */
export async function measureDashboards(
  databaseUrlOf: (attempts: number) => string,
  sizes: readonly number[],
): Promise<DashboardMeasured[]> {
  const measured: DashboardMeasured[] = [];
  for (const attempts of sizes) {
    const useValue = {
      ...{ publicUrl, secret: 'x'.repeat(43), issuerName: 'Benchmark', sweepIntervalMs: null },
    } satisfies QuizConfig;
    const service = await openForLoad(quiz, databaseUrlOf(attempts), [{ provide: QuizConfig, useValue }]);
    try {
      const cohortId = await seed(databaseUrlOf(attempts), attempts);
      measured.push(...(await measureAt({ attempts, cohortId }, service)));
    } finally {
      await service.close();
    }
  }
  return measured;
}

/** Over a connection of its own: those of the service have limits that no bulk of a million keeps. */
async function seed(databaseUrl: string, attempts: number): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await seedCohort(client, attempts)).cohortId;
  } finally {
    await client.end();
  }
}

async function measureAt(
  { attempts, cohortId }: { attempts: number; cohortId: string },
  { app, url, headersOf }: OpenedService,
): Promise<DashboardMeasured[]> {
  const dataSource = app.get(DataSource);
  await rebuildInsights(dataSource);
  await dataSource.query('VACUUM ANALYZE insight_standing, insight_day');
  const path = `${url}/api/quiz/v1/cohorts/${cohortId}`;
  const asked = { headers: headersOf('admin'), change: () => Promise.resolve() };
  const changed = { ...asked, change: () => gradeOne(app, cohortId) };
  const of = async (what: string, figures: Promise<Figures>) => ({ attempts, what, ...(await figures) });
  return [
    await of('dashboard', readOften(`${path}/dashboard`, asked)),
    await of('dashboard, after a change', readOften(`${path}/dashboard`, changed)),
    await of('insights', readOften(`${path}/insights`, asked)),
    await of('insights, after a change', readOften(`${path}/insights`, changed)),
    await of('needs-help', readOften(`${path}/needs-help`, asked)),
  ];
}

/** What a grade does to the figures of somebody in the cohort, and then says. */
async function gradeOne(app: OpenedService['app'], cohortId: string): Promise<void> {
  await app.get(DataSource).transaction(async (manager) => {
    const [graded] = await rows<{ learnerId: string; courseId: string }>(
      manager,
      `WITH one AS (SELECT e.learner_id, c.course_id FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
         WHERE e.cohort_id = $1 ORDER BY random() LIMIT 1),
       graded AS (UPDATE progress p SET attempts_used = p.attempts_used + 1, percent = floor(random() * 101), last_activity_at = now()
       FROM one WHERE p.learner_id = one.learner_id AND p.course_id = one.course_id
         AND p.section_id = (SELECT min(section_id::text)::uuid FROM progress s WHERE s.learner_id = one.learner_id)
       RETURNING p.learner_id AS "learnerId", p.course_id AS "courseId")
       SELECT * FROM graded`,
      [cohortId],
    );
    if (graded) await app.get(DashboardRevisions, { strict: false }).raise(manager, graded);
  });
}

type Figures = Omit<DashboardMeasured, 'attempts' | 'what'>;

async function readOften(
  url: string,
  { headers, change }: { headers: Record<string, string>; change: () => Promise<void> },
): Promise<Figures> {
  const times: number[] = [];
  let bytes = 0;
  let cpuMicroseconds = 0;
  // Plans, compiled code and connections are warm before anything counts.
  for (let round = -readsToWarm; round < reads; round += 1) {
    await change();
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    const response = await fetch(url, { headers });
    const body = await response.arrayBuffer();
    const spent = process.cpuUsage(cpu);
    if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
    bytes = body.byteLength;
    if (round < 0) continue;
    times.push(performance.now() - begun);
    cpuMicroseconds += spent.user + spent.system;
  }
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => Number(sorted[Math.floor(sorted.length * share)]!.toFixed(2)); // never empty
  return { p50Ms: at(0.5), p95Ms: at(0.95), cpuMs: Number((cpuMicroseconds / 1_000 / reads).toFixed(2)), bytes };
}
