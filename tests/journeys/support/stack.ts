import { type ChildProcess, execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '#libs/local-servers';
import { onceInThisRun } from '#libs/testing';

import { runProgram, stopProgram, whenReady } from '../../../scripts/processes.js';

export const administrator = { email: 'admin@waymark.example', password: 'lantern-on-the-hill-admin' } as const;

const program = 'apps/standalone/src/main.js';

/** What the platform is filled with at its first start: the shipped course and the demo accounts, or the administrator. */
type FirstStart = 'demo' | 'bare';

/** A whole platform in a process of its own, as `npm start` runs it, on fresh data and a free port. */
export class Stack {
  private constructor(
    readonly url: string,
    private readonly home: string,
    private readonly settings: Readonly<Record<string, string>>,
    private child: ChildProcess,
  ) {}

  static async start(firstStart: FirstStart = 'bare'): Promise<Stack> {
    const home = await newHome();
    await promisify(execFile)('cp', ['-a', `${await filledHome(firstStart)}/.`, home]);
    // What a first start does has been done.
    return Stack.run(home, { firstStart, now: 'bare' });
  }

  /** On no data at all: for suites that look at what a first start makes, such as the only keys there ever were. */
  static async startAnew(): Promise<Stack> {
    return Stack.run(await newHome(), { firstStart: 'bare', now: 'bare' });
  }

  private static async run(
    home: string,
    { firstStart, now }: Record<'firstStart' | 'now', FirstStart>,
  ): Promise<Stack> {
    const port = await freePort();
    const child = runProgram(program, settingsOf({ home, port, firstStart: now }));
    const stack = new Stack(urlOf(port), home, settingsOf({ home, port, firstStart }), child);
    await whenReady(stack.url, stack.child);
    return stack;
  }

  /** `kill -9` of the program, so that nothing of it can say goodbye. */
  async kill(): Promise<void> {
    await stopProgram(this.child, 'SIGKILL');
  }

  /** Starts again on the same data. */
  async restart(): Promise<void> {
    await stopProgram(this.child);
    this.child = runProgram(program, this.settings);
    await whenReady(this.url, this.child);
  }

  async stop(): Promise<void> {
    await stopProgram(this.child);
    await rm(this.home, { recursive: true, force: true });
  }
}

async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'waymark-journey-'));
  // As root the database runs as a user of its own, which must get in.
  await chmod(home, 0o755);
  return home;
}

/** The data after a first start, made once in a run: a start on a copy costs a third. */
function filledHome(firstStart: FirstStart): Promise<string> {
  return onceInThisRun(`home-${firstStart}`, async (home) => {
    const port = await freePort();
    const child = runProgram(program, settingsOf({ home, port, firstStart }));
    try {
      await whenReady(urlOf(port), child);
    } finally {
      await stopProgram(child);
    }
    // It names the port of last time, which the copies would all want.
    await rm(join(home, 'postgres/cluster/postmaster.opts'));
  });
}

function settingsOf({ home, port, firstStart }: { home: string; port: number; firstStart: FirstStart }) {
  return { WAYMARK_HOME: home, PORT: String(port), WAYMARK_FIRST_START: firstStart, LOG_LEVEL: 'error' };
}

function urlOf(port: number): string {
  return `http://localhost:${port}`;
}
