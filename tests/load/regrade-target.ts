import { type ChildProcess, fork } from 'node:child_process';

import type { RegradeResponse } from '../../apps/quiz/src/regrades/regrades.dto.js';
import type { SeededSection } from './regrade-seed.js';

/** A process that works off regrades. */
export class RegradeTarget {
  private constructor(private readonly child: ChildProcess) {}

  /** `program` is the compiled `regrade-server.js`. */
  static async start(program: string, databaseUrl: string): Promise<RegradeTarget> {
    const child = fork(program, [databaseUrl], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the server of regrades ended with code ${String(code)}`)));
    });
    return new RegradeTarget(child);
  }

  make({ ownerId: by, sectionId, questionIds: [questionId] }: SeededSection): Promise<RegradeResponse> {
    return this.ask({ verb: 'make', by, sectionId, questionId });
  }

  apply({ ownerId: by }: SeededSection, regradeId: string): Promise<RegradeResponse> {
    return this.ask({ verb: 'apply', by, regradeId });
  }

  read({ ownerId: by }: SeededSection, regradeId: string): Promise<RegradeResponse> {
    return this.ask({ verb: 'read', by, regradeId });
  }

  async memoryMb(): Promise<number> {
    const { maxRssKb } = await this.ask<{ maxRssKb: number }>({ verb: 'memory' });
    return Math.round(maxRssKb / 1_024);
  }

  async kill(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGKILL');
    await ended;
  }

  /** One order at a time. */
  private ask<Answer>(order: object): Promise<Answer> {
    const answered = new Promise<Answer>((resolve) =>
      this.child.once('message', (answer) => resolve(answer as Answer)),
    );
    this.child.send(order);
    return answered;
  }
}
