import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { heading, table } from '../demo/tables.js';
import { parts } from './parts.js';

/**
 * `npm run bench [-- --json] [--rounds N] [--size N] [--only <part>]`: measures the platform and the bare baselines in turn, in one
 * run, and prints medians. Only the ratios travel from machine to machine; no time is asserted. The parts are those of parts.ts.
 * `--size` is submissions (ratios, live), questions (pure, import), attempts (items, regrade, dashboard) or credentials (issue);
 * parts that fill in a lot are measured only when asked for.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string' },
    size: { type: 'string' },
    only: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const { only } = values;
  if (only !== undefined && !(only in parts)) {
    throw new RangeError(`There is no part "${only}" to measure. Known parts: ${Object.keys(parts).join(', ')}.`);
  }
  const rounds = positive('rounds') ?? 3;
  const size = positive('size');
  const report: Record<string, unknown> = {
    ...{ cores: availableParallelism(), loadAverage: loadavg()[0], node: process.version, rounds, size },
  };
  for (const [name, { isAlways, measure }] of Object.entries(parts)) {
    if (only === undefined ? !isAlways : only !== name) continue;
    const home = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
    // PostgreSQL runs as a user of its own when this is started as root, and must get in.
    await chmod(home, 0o755);
    try {
      const { figures, tables } = await measure({ home, rounds, size });
      Object.assign(report, figures);
      if (!values.json) for (const { title, headers, rows } of tables) print(title, table(headers, rows));
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  }
  if (values.json) console.log(JSON.stringify(report, null, 2));
}

function print(title: string, lines: string): void {
  heading(title);
  console.log(lines);
}

function positive(name: 'rounds' | 'size'): number | undefined {
  const given = values[name];
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,7}$/.test(given)) throw new RangeError(`--${name} takes a whole number from 1, not "${given}".`);
  return Number(given);
}

await main().catch((error: unknown) => {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
