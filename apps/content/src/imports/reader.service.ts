import { Worker } from 'node:worker_threads';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { FileTooComplex, ImportsBusy } from './imports.errors.js';
import { read, type Reading, type ReadingKind, type ResultOf, sizeOf } from './reading.js';

/** Tests run the sources, which no thread could load; there every file is read in place. */
const threadFile = import.meta.url.endsWith('.js') ? new URL('./reading-worker.js', import.meta.url) : null;

/**
 * Reads and writes files without holding up other requests: in threads of their own, a few at a time, within a time and a memory
 * limit. A thread that did its work waits a while for the next file; one that met a limit or a bug is ended.
 */
@Injectable()
export class Reader implements OnApplicationShutdown {
  protected readonly threadFile: URL | null = threadFile;
  protected readonly limits = {
    startMsMax: 20_000,
    /** Many times what a file takes, because a busy machine gives a thread only a share of its time. */
    readingMsMin: 3_000,
    /** For the largest files; those between get their part. */
    readingMsMax: 15_000,
    bytesPerMs: 150,
    memoryMbMax: 256,
    runningMax: 2,
    waitingMax: 8,
    /** Longer than the pause between two files of one author. */
    idleMs: 30_000,
  };
  private readonly threads = new Set<Worker>();
  /** Those that have loaded what reads. */
  private readonly ready = new WeakSet<Worker>();
  private readonly idle: Worker[] = [];
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  /** @throws FileTooComplex, ImportsBusy */
  async read<What extends ReadingKind>(reading: Reading<What>): Promise<ResultOf<What>> {
    if (this.threadFile === null) return read(reading);
    await this.turn();
    try {
      return await this.inThread(this.threadFile, reading);
    } finally {
      this.pass();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private async turn(): Promise<void> {
    if (this.taken < this.limits.runningMax) {
      this.taken += 1;
      return;
    }
    if (this.waiting.length >= this.limits.waitingMax) throw new ImportsBusy();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place goes straight to the next in line, so that nobody slips in between. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.taken -= 1;
  }

  private async inThread<Result>(file: URL, reading: Reading): Promise<Result> {
    const { readingMsMin, readingMsMax, bytesPerMs, startMsMax } = this.limits;
    const thread = this.idle.pop() ?? this.start(file);
    thread.ref();
    try {
      if (!this.ready.has(thread)) await this.answerOf(thread, startMsMax);
      this.ready.add(thread);
      thread.postMessage(reading);
      const allowedMs = Math.min(readingMsMax, readingMsMin + sizeOf(reading) / bytesPerMs);
      const result = await this.answerOf<Result>(thread, allowedMs);
      this.rest(thread);
      return result;
    } catch (error) {
      void thread.terminate();
      throw error;
    }
  }

  private start(file: URL): Worker {
    const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMbMax } });
    this.threads.add(thread);
    // An error while nobody waits for an answer would otherwise end the process; the exit after it is what counts.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      this.threads.delete(thread);
      const at = this.idle.indexOf(thread);
      if (at !== -1) this.idle.splice(at, 1);
    });
    return thread;
  }

  /** The next thing that the thread says. */
  private answerOf<Answer>(thread: Worker, allowedMs: number): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(tooLong);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        end();
      };
      const onMessage = (answer: Answer) => settle(() => resolve(answer));
      const onExit = () => settle(() => reject(new FileTooComplex()));
      const onError = (error: Error & { code?: string }) => {
        const isOverMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle(() => reject(isOverMemory ? new FileTooComplex() : error));
      };
      const tooLong = setTimeout(onExit, allowedMs);
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  /** Keeps no process alive, and itself only for a while. */
  private rest(thread: Worker): void {
    thread.unref();
    this.idle.push(thread);
    const tired = setTimeout(() => {
      if (this.idle.includes(thread)) void thread.terminate();
    }, this.limits.idleMs);
    tired.unref();
  }
}
