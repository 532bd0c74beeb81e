import { setTimeout as delay } from 'node:timers/promises';

import pg from 'pg';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { quiz, QuizConfig, rebuildInsights } from '../../apps/quiz/src/quiz.app.js';
import { learnerCount, sectionCount, type SeededCohort, seedCohort } from './dashboard-seed.js';
import { type OpenedService, openForLoad, publicUrl } from './opened-service.js';
import { Watcher } from './watcher.js';

export interface LiveMeasured {
  readonly watchers: number;
  readonly submissions: number;
  /** From the answer to a submission until its grade is on a stream. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** From the request to its answer: how busy the process was. */
  readonly submitP50Ms: number;
  /** A share of one processor: service, watchers and learners together. */
  readonly cpuShare: number;
  readonly kilobytesPerWatcher: number;
}

const perSecond = 20;
const watcherCounts = [1, 3, 100] as const;
const watchersPerPerson = 3;
/** Ten rounds through the learners: each has four sections left. */
const attempts = 10 * learnerCount;
const openedAtOnce = 8;
const waitMsMax = 60_000;

interface Sitting {
  readonly learnerId: string;
  readonly sectionId: string;
  readonly attemptId: string;
  readonly body: string;
}

/**
 * A board of 2,000 learners in 14 sections while learners hand in, twenty a second: relay, in-process broker, grading,
 * credentials and figures as they run in `quiz`, from the answer that a learner gets to the row on the stream of a watcher.
 */
export async function measureLive(databaseUrl: string, submissions: number): Promise<LiveMeasured[]> {
  const useValue = {
    ...{ publicUrl, secret: 'x'.repeat(43), issuerName: 'Benchmark', sweepIntervalMs: null },
  } satisfies QuizConfig;
  const service = await openForLoad(quiz, databaseUrl, [{ provide: QuizConfig, useValue }], { isRelaying: true });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const cohort = await seedCohort(client, attempts);
    await rebuildInsights(service.app.get(DataSource));
    const measured: LiveMeasured[] = [];
    for (const [round, watchers] of watcherCounts.entries()) {
      const learners = await learnersFrom(client, round * submissions, submissions);
      const sittings = await open(service, { cohort, learners });
      measured.push(await measure(service, { cohort, sittings, watchers }));
    }
    return measured;
  } finally {
    await client.end();
    await service.close();
  }
}

interface Numbered {
  readonly id: string;
  readonly number: number;
}

async function learnersFrom(client: pg.Client, from: number, count: number): Promise<Numbered[]> {
  const { rows } = await client.query<Numbered>(
    `SELECT * FROM (SELECT user_id AS id, split_part(display_name, ' ', 3)::int AS number FROM person
       WHERE display_name LIKE 'Learner Number %') AS learners
     WHERE number >= $1 AND number < $1 + $2 ORDER BY number`,
    [from, count],
  );
  return rows;
}

const opened = z.object({ id: z.uuid(), questions: z.array(z.object({ id: z.uuid() })) });

/** Opens an attempt for each, at a section that the learner has not tried. */
async function open(
  service: OpenedService,
  { cohort, learners }: { cohort: SeededCohort; learners: readonly Numbered[] },
): Promise<Sitting[]> {
  const rounds = attempts / learnerCount;
  const sittings: Sitting[] = [];
  for (let from = 0; from < learners.length; from += openedAtOnce) {
    const some = learners.slice(from, from + openedAtOnce).map(async ({ id: learnerId, number }) => {
      const sectionId = cohort.sectionIds[(rounds + number) % sectionCount]!; // of as many sections
      const answer = await post(service, `/sections/${sectionId}/attempts`, { learnerId, body: '{}' });
      const { id, questions } = opened.parse(JSON.parse(answer));
      const answers = questions.map((question) => ({
        questionId: question.id,
        sequence: 1,
        answer: { choice: '1' },
      }));
      return { learnerId, sectionId, attemptId: id, body: JSON.stringify({ answers }) };
    });
    sittings.push(...(await Promise.all(some)));
  }
  return sittings;
}

async function post(
  { url, headersOf }: OpenedService,
  path: string,
  { learnerId, body }: { learnerId: string; body: string },
): Promise<string> {
  const headers = { ...headersOf('learner', learnerId), 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/quiz/v1${path}`, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text;
}

interface Round {
  readonly cohort: SeededCohort;
  readonly sittings: readonly Sitting[];
  readonly watchers: number;
}

async function measure(service: OpenedService, { cohort, sittings, watchers: count }: Round): Promise<LiveMeasured> {
  const url = `${service.url}/api/quiz/v1/cohorts/${cohort.cohortId}/live`;
  const watchers: Watcher[] = [];
  for (let at = 0; at < count; at += 1) {
    const headers = service.headersOf('admin', personOf(Math.floor(at / watchersPerPerson)));
    // Reading costs more than writing here: only the first and the last who is told look into what they are told.
    watchers.push(await Watcher.open(url, { headers, isReading: at === 0 || at === count - 1 }));
  }
  try {
    // What was opened has been told before anything is handed in.
    await delay(3_000);
    const [first, last] = [watchers[0]!, watchers.at(-1)!]; // never empty
    const [bytes, begun, cpu] = [last.bytes, performance.now(), process.cpuUsage()];
    const answered = await handIn(service, sittings);
    const lags = await Promise.all(
      sittings.flatMap((sitting) =>
        [...new Set([first, last])].map(async (watcher) => {
          const key = `${sitting.learnerId} ${sitting.sectionId}`;
          return Math.max(0, (await watcher.gradedAt(key, waitMsMax)) - answered.get(sitting)!.at); // every sitting was handed in
        }),
      ),
    );
    const { user, system } = process.cpuUsage(cpu);
    return {
      watchers: count,
      submissions: sittings.length,
      p50Ms: share(lags, 0.5),
      p99Ms: share(lags, 0.99),
      slowestMs: share(lags, 1),
      submitP50Ms: share(
        [...answered.values()].map(({ ms }) => ms),
        0.5,
      ),
      cpuShare: Number(((user + system) / 1_000 / (performance.now() - begun)).toFixed(2)),
      kilobytesPerWatcher: Math.round((last.bytes - bytes) / 1_024),
    };
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

/** At moments that do not depend on how quickly earlier ones were answered. */
async function handIn(service: OpenedService, sittings: readonly Sitting[]) {
  const answered = new Map<Sitting, { readonly at: number; readonly ms: number }>();
  const begun = performance.now();
  const all = sittings.map(async (sitting, index) => {
    await delay((index * 1_000) / perSecond);
    const asked = performance.now();
    await post(service, `/attempts/${sitting.attemptId}:submit`, sitting);
    const at = performance.now();
    answered.set(sitting, { at, ms: at - asked });
  });
  await Promise.all(all);
  const seconds = (performance.now() - begun) / 1_000;
  if (seconds > (1.5 * sittings.length) / perSecond + 1) throw new Error('The machine is too busy for this measure.');
  return answered;
}

/** The same person for the same number: a valid version 4 UUID. */
function personOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
}
