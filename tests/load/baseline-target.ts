import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import { schema } from './baseline/schema.js';
import type { Call } from './drive.js';

const answersPerPaper = 10;

/** The bare server with its own database; hands out attempts that were never submitted. */
export class BaselineTarget {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly database: pg.Client,
  ) {}

  static async start(databaseUrl: string): Promise<BaselineTarget> {
    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    await database.query(schema);
    const child = fork(fileURLToPath(new URL('./baseline/server.js', import.meta.url)), [databaseUrl], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (message) => resolve((message as { port: number }).port));
      child.once('exit', (code) => reject(new Error(`the baseline server ended with code ${String(code)}`)));
    });
    return new BaselineTarget(`http://127.0.0.1:${port}`, child, database);
  }

  async submissions(kind: 'submit7' | 'submit1', count: number): Promise<Call[]> {
    const ids = await this.openAttempts(count);
    const questions = Array.from({ length: answersPerPaper }, () => randomUUID());
    const body = JSON.stringify({
      answers: questions.map((questionId) => ({ questionId, sequence: 1, answer: { choice: 'a' } })),
    });
    return ids.map((id) => ({ method: 'POST', path: `/${kind}/${id}`, body }));
  }

  /** Saves spread over as many attempts as learners would have open. */
  async saves(count: number, attempts: number): Promise<Call[]> {
    const ids = await this.openAttempts(attempts);
    const questions = Array.from({ length: answersPerPaper }, () => randomUUID());
    return Array.from({ length: count }, (_, index) => ({
      method: 'PUT',
      path: `/save/${ids[index % attempts]}/${questions[Math.floor(index / attempts) % answersPerPaper]}`,
      body: JSON.stringify({ sequence: index + 1, answer: { choice: 'a' } }),
    }));
  }

  async stop(): Promise<void> {
    this.child.disconnect();
    await this.database.end();
  }

  private async openAttempts(count: number): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(
      `INSERT INTO attempt (id, learner_id, section_id, state) SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'in_progress' FROM generate_series(1, $1) RETURNING id`,
      [count],
    );
    return rows.map((row) => row.id);
  }
}
