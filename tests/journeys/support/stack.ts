import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '#libs/local-servers';

import { runProgram, stopProgram, whenReady } from '../../../scripts/processes.js';

export const administrator = { email: 'admin@waymark.example', password: 'lantern-on-the-hill-admin' } as const;

/** A whole platform in a process of its own, as `npm start` runs it, on fresh data and a free port. */
export class Stack {
  private constructor(
    readonly url: string,
    private readonly home: string,
    private readonly settings: Readonly<Record<string, string>>,
    private child: ChildProcess,
  ) {}

  /** `demo` brings the shipped course and the demo accounts, `bare` only the administrator. */
  static async start(firstStart: 'demo' | 'bare' = 'bare'): Promise<Stack> {
    const home = await mkdtemp(join(tmpdir(), 'waymark-journey-'));
    // As root the database runs as a user of its own, which must get in.
    await chmod(home, 0o755);
    const port = await freePort();
    const settings = { WAYMARK_HOME: home, PORT: String(port), WAYMARK_FIRST_START: firstStart, LOG_LEVEL: 'error' };
    const stack = new Stack(
      `http://localhost:${port}`,
      home,
      settings,
      runProgram('apps/standalone/src/main.js', settings),
    );
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
    this.child = runProgram('apps/standalone/src/main.js', this.settings);
    await whenReady(this.url, this.child);
  }

  async stop(): Promise<void> {
    await stopProgram(this.child);
    await rm(this.home, { recursive: true, force: true });
  }
}
