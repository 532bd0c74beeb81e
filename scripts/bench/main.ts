import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startEmbeddedPostgres } from '#libs/local-servers';
import pg from 'pg';

import { BaselineTarget } from '../../tests/load/baseline-target.js';
import { drive } from '../../tests/load/drive.js';
import { QuizTarget } from '../../tests/load/quiz-target.js';
import { measureLag } from '../../tests/load/event-lag.js';
import { measureRegrade } from '../../tests/load/regrade-load.js';
import { heading, table } from '../demo/tables.js';

/**
 * `npm run bench [-- --json] [--rounds N] [--size N] [--only ratios|lag-in-process|lag-kafka|regrade]`: measures the platform and
 * the bare baselines in turn, in one run, and prints medians. Only the ratios travel from machine to machine; no time is asserted.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string' },
    size: { type: 'string' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds ?? '3');
const size = Number(values.size ?? '4000');
const wants = (part: string) => values.only === undefined || values.only === part;

const home = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
// PostgreSQL runs as a user of its own when this is started as root, and must get in.
await chmod(home, 0o755);
const report: Record<string, unknown> = { cores: availableParallelism(), node: process.version, rounds, size };
try {
  if (wants('ratios')) Object.assign(report, await ratios());
  if (wants('lag-in-process')) report['lagInProcess'] = await lag('in-process');
  if (wants('lag-kafka')) report['lagKafka'] = await lag('kafka');
  // Only when asked for: filling a hundred thousand attempts in takes minutes.
  if (values.only === 'regrade') report['regrade'] = await regrade(Number(values.size ?? '100000'));
  if (values.json) console.log(JSON.stringify(report, null, 2));
} finally {
  await rm(home, { recursive: true, force: true });
}

async function ratios(): Promise<Record<string, unknown>> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(home, 'postgres') });
  const client = new pg.Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  await client.query('CREATE DATABASE baseline');
  await client.query('CREATE DATABASE quiz');
  await client.end();
  const urlOf = (name: string) => Object.assign(new URL(postgres.superuserUrl), { pathname: `/${name}` }).href;
  const baseline = await BaselineTarget.start(urlOf('baseline'));
  const quiz = await QuizTarget.start(urlOf('quiz'));
  try {
    // Plans, compiled code and connections are warm before anything counts.
    await drive(baseline.url, await baseline.submissions('submit7', 500), 8);
    await drive(quiz.url, await quiz.submissions(500), 8);
    const found: Record<string, number[]> = {};
    const note = (name: string, perSecond: number) => (found[name] ??= []).push(perSecond);
    for (let round = 0; round < rounds; round += 1) {
      for (const connections of [8, 32]) {
        note(
          `B7 submit in seven, c=${connections}`,
          (await drive(baseline.url, await baseline.submissions('submit7', size), connections)).perSecond,
        );
        note(
          `B1 submit in one, c=${connections}`,
          (await drive(baseline.url, await baseline.submissions('submit1', size), connections)).perSecond,
        );
        note(
          `Waymark submit, c=${connections}`,
          (await drive(quiz.url, await quiz.submissions(size), connections)).perSecond,
        );
        note(
          `BA autosave, c=${connections}`,
          (await drive(baseline.url, await baseline.saves(size * 3, 400), connections)).perSecond,
        );
        note(
          `Waymark autosave, c=${connections}`,
          (await drive(quiz.url, await quiz.saves(size * 3, 400), connections)).perSecond,
        );
      }
      note('Waymark flow, c=8', await quiz.flows(Math.ceil(size / 2), 8));
    }
    return printRatios(Object.fromEntries(Object.entries(found).map(([name, rates]) => [name, median(rates)])));
  } finally {
    quiz.stop();
    await baseline.stop();
    await postgres.stop();
  }
}

function printRatios(rates: Record<string, number>): Record<string, unknown> {
  const rate = (name: string) => rates[name] ?? Number.NaN;
  const ratio = (a: string, b: string) => rate(a) / rate(b);
  const goals = [8, 32].flatMap((c) => [
    [`submit / B7, c=${c}`, ratio(`Waymark submit, c=${c}`, `B7 submit in seven, c=${c}`), 1],
    [`submit / B1, c=${c}`, ratio(`Waymark submit, c=${c}`, `B1 submit in one, c=${c}`), 0.6],
    [`autosave / BA, c=${c}`, ratio(`Waymark autosave, c=${c}`, `BA autosave, c=${c}`), 0.7],
  ]) as [string, number, number][];
  if (!values.json) {
    heading(`Medians of ${rounds} rounds on ${availableParallelism()} cores`);
    console.log(
      table(
        ['what', 'per second'],
        Object.entries(rates).map(([name, perSecond]) => [name, Math.round(perSecond)]),
      ),
    );
    heading('Ratios');
    console.log(
      table(
        ['what', 'ratio', 'goal'],
        goals.map(([name, value, goal]) => [name, value.toFixed(2), goal.toFixed(1)]),
      ),
    );
  }
  return { rates, ratios: Object.fromEntries(goals.map(([name, value]) => [name, value])) };
}

async function regrade(attempts: number) {
  const postgres = await startEmbeddedPostgres({ dataDir: join(home, 'postgres') });
  try {
    const url = Object.assign(new URL(postgres.superuserUrl), { pathname: '/quiz' }).href;
    const client = new pg.Client({ connectionString: postgres.superuserUrl });
    await client.connect();
    await client.query('CREATE DATABASE quiz');
    await client.end();
    const { summary, ...measured } = await measureRegrade(url, attempts);
    if (!values.json) {
      heading(`Regrade of ${attempts} attempts of ten questions`);
      console.log(table(Object.keys(measured), [Object.values(measured).map((figure) => Number(figure.toFixed(1)))]));
    }
    return { ...measured, summary };
  } finally {
    await postgres.stop();
  }
}

async function lag(broker: 'in-process' | 'kafka') {
  const measured = await measureLag(broker);
  if (!values.json) {
    heading(`Submit to badge visible, ${broker}`);
    console.log(
      table(
        ['samples', 'p50 ms', 'p99 ms'],
        [[measured.samples, measured.p50Ms.toFixed(0), measured.p99Ms.toFixed(0)]],
      ),
    );
  }
  return measured;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2; // never empty
}
