import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const readyWithinMs = 90_000;
const endWithinMs = 15_000;

/** The built programs, whether this runs from its source or is built itself. */
export const dist = join(rootFrom(dirname(fileURLToPath(import.meta.url))), 'dist');

/** Starts a built program as a process of its own; its settings are all the environment it gets. */
export function runProgram(
  program: string,
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): ChildProcess {
  const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
  return spawn(process.execPath, ['--enable-source-maps', join(dist, program), ...args], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Resolves when the service answers that it is ready. @throws when it ends or takes longer than 90 s. */
export async function whenReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
  while (!(await isReady())) {
    if (hasEnded(child)) throw new Error(`a program ended with code ${String(child.exitCode)} while starting`);
    if (Date.now() > deadline) throw new Error(`${url} was not ready within ${readyWithinMs / 1_000} s`);
    await delay(50);
  }
}

/** Resolves when a program that ends by itself has ended well. */
export async function whenFinished(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${child.spawnargs.slice(2).join(' ')} ended with code ${String(code)}`);
}

/** Asks a program to stop; after 15 s it is killed. */
export async function stopProgram(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const killer = setTimeout(() => child.kill('SIGKILL'), endWithinMs);
  await exited;
  clearTimeout(killer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** The nearest folder above with a package.json is the checkout: dist has none. */
function rootFrom(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder;
  return rootFrom(dirname(folder));
}
