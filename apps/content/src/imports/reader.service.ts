import { Worker } from 'node:worker_threads';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { FileTooComplex, ImportsBusy } from './imports.errors.js';
import { read, type Reading, type ReadingResults } from './reading.js';

/** Tests run the sources, which no thread could load; there every file is read in place. */
const threadFile = import.meta.url.endsWith('.js') ? new URL('./reading-worker.js', import.meta.url) : null;

/** Reads files without holding up other requests: large ones in a thread of their own, a few at a time, within a time and a memory limit. */
@Injectable()
export class Reader implements OnApplicationShutdown {
  protected readonly threadFile: URL | null = threadFile;
  protected readonly limits = {
    /** Below this a file takes some ten milliseconds, no more than a thread takes to start. */
    ownThreadCharactersMin: 40_000,
    /** Many times what the largest file takes, because a busy machine gives a thread only a share of its time. */
    readingMsMax: 15_000,
    memoryMbMax: 256,
    runningMax: 2,
    waitingMax: 8,
  };
  private readonly running = new Set<Worker>();
  private readonly waiting: (() => void)[] = [];
  private taken = 0;

  /** @throws FileTooComplex, ImportsBusy */
  async read<What extends keyof ReadingResults>(reading: Reading<What>): Promise<ReadingResults[What]> {
    const isSmall = reading.text.length < this.limits.ownThreadCharactersMin;
    if (isSmall || this.threadFile === null) return read(reading);
    await this.turn();
    try {
      return await this.inThread(this.threadFile, reading);
    } finally {
      this.pass();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.running].map((worker) => worker.terminate()));
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

  private inThread<Result>(file: URL, reading: Reading): Promise<Result> {
    const { readingMsMax, memoryMbMax } = this.limits;
    const worker = new Worker(file, {
      workerData: reading,
      resourceLimits: { maxOldGenerationSizeMb: memoryMbMax },
    });
    this.running.add(worker);
    return new Promise<Result>((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new FileTooComplex()), readingMsMax);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { code?: string }) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileTooComplex() : error),
      );
      worker.once('exit', () => {
        clearTimeout(tooLong);
        reject(new FileTooComplex());
      });
    }).finally(() => {
      this.running.delete(worker);
      void worker.terminate();
    });
  }
}
