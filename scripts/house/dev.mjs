import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

import { buildServer, needsServerBuild } from './build.mjs';
import { root, say, tool } from './shell.mjs';

/** Editors write a file in several steps; one rebuild for all of them. */
const settleMs = 150;
/** A server that does not stop by itself in this time is stopped. */
const stopMsMax = 10_000;

/** Runs the standalone server and starts it anew whenever a source changes; the browser application rebuilds by itself. */
export async function dev(args) {
  const web = startWebBuild();
  let server = startServer(args);
  const rebuild = oneAtATime(async () => {
    if (!needsServerBuild()) return;
    try {
      const count = await buildServer();
      say(`${count} changed, starting again ...`);
    } catch (error) {
      say(`Not started again, the change does not compile:\n${error.message}`);
      return;
    }
    await stop(server);
    server = startServer(args);
  });
  for (const top of ['apps', 'libs', 'scripts']) watch(join(root, top), { recursive: true }, rebuild);
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, async () => {
        await Promise.all([stop(server), web && stop(web)]);
        resolve(0);
        process.exit(0);
      });
    }
  });
}

function startServer(args) {
  return spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/apps/standalone/src/main.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
    // Its own group: Ctrl-C must reach it once, from stop(), and not twice.
    detached: true,
  });
}

function startWebBuild() {
  if (!existsSync(join(root, 'apps/web/index.html'))) return undefined;
  const args = [tool('vite/bin/vite.js'), 'build', 'apps/web', '--outDir', '../../dist/web', '--watch'];
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
}

function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Collects calls that come close together and never lets two runs overlap. */
function oneAtATime(work) {
  let timer;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, settleMs);
  };
}
