// The single door behind every npm script: checks the machine, installs, builds, then runs the task.
// It runs before anything is installed, so it is plain JavaScript and imports nothing but Node and its neighbours.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build, needsServerBuild, needsWebBuild } from './house/build.mjs';
import { check } from './house/check.mjs';
import { dev } from './house/dev.mjs';
import { generate } from './house/generate.mjs';
import { install } from './house/install.mjs';
import { mutate } from './house/mutate.mjs';
import { preflight } from './house/preflight.mjs';
import { root, runNode, say, Stop } from './house/shell.mjs';
import { test } from './house/test.mjs';

/** Programs that are run from dist, first one that exists; `web` says whether they serve the browser application. */
const programs = {
  start: { web: true, entries: ['apps/standalone/src/main.js'] },
  demo: { web: true, entries: ['scripts/demo.js', 'scripts/demo/main.js'] },
  bench: { web: false, entries: ['scripts/bench.js', 'scripts/bench/main.js'] },
  kafka: { web: false, entries: ['scripts/kafka.js'] },
  topics: { web: false, entries: ['scripts/topics.js'] },
  parked: { web: false, entries: ['scripts/parked.js'] },
  upkeep: { web: false, entries: ['scripts/upkeep/main.js'] },
  waymark: { web: false, entries: ['scripts/waymark/main.js'] },
  'check-dashboards': { web: false, entries: ['scripts/check-dashboards.js'] },
};

const tasks = { build: () => 0, dev, test, check, generate, mutate };

const serverOnly = '--server-only';

/** Tasks that use the built browser application; `dev` builds it by itself, tests only where a browser opens it. */
function needsWeb(task, args) {
  const paths = args.filter((arg) => !arg.startsWith('-'));
  if (task === 'test') return paths.length === 0 || paths.some((path) => path.includes('journeys'));
  return task === 'build' ? !args.includes(serverOnly) : programs[task]?.web === true;
}

/**
 * npm runs us below a shell, and a signal to npm ends that shell but not us. Whoever stops npm, by whatever signal, means
 * us: a lost parent is taken as one.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

async function main([task = 'start', ...args]) {
  if (!(task in programs) && !(task in tasks)) {
    const known = [...Object.keys(programs), ...Object.keys(tasks)].join(', ');
    throw new Stop(`There is no task "${task}". Known tasks: ${known}.`);
  }
  endWithNpm();
  await preflight();
  await install();
  const web = needsWeb(task, args);
  const isStale = needsServerBuild() || (web && needsWebBuild());
  if (task in tasks) {
    if (isStale) await build({ web });
    return tasks[task](args);
  }
  if (isStale && (await buildApart(web)) !== 0) return 1;
  return runProgram(task, args);
}

/** Builds in a process of its own: the compiler would stay in the memory of a program that runs for weeks. */
async function buildApart(web) {
  const { code } = await runNode([fileURLToPath(import.meta.url), 'build', ...(web ? [] : [serverOnly])]);
  return code;
}

/** Runs a built program in this very process: one process less to feed, and signals reach it without a relay. */
async function runProgram(task, args) {
  const entry = programs[task].entries.map((path) => join(root, 'dist', path)).find((path) => existsSync(path));
  if (!entry) throw new Stop(`"${task}" has no program: none of ${programs[task].entries.join(', ')} was built.`);
  process.setSourceMapsEnabled(true);
  process.argv = [process.execPath, entry, ...args];
  await import(pathToFileURL(entry).href);
  return undefined;
}

try {
  const code = await main(process.argv.slice(2));
  if (code !== undefined) process.exitCode = code;
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = 1;
}
