import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { PicturesBusy } from './credentials.errors.js';
import { draw, type Drawing } from './drawing.js';

/** Tests run the sources, which no thread could load; there every picture is drawn in place. */
const threadFile = import.meta.url.endsWith('.js') ? new URL('./drawing-worker.js', import.meta.url) : null;

/**
 * Pictures and certificates, drawn in a thread of their own so that no other request waits for them: one at a time, with a bounded line and
 * a bounded time, and each only once, because the same drawing always gives the same bytes.
 */
@Injectable()
export class PicturesService implements OnApplicationShutdown {
  protected readonly threadFile: URL | null = threadFile;
  protected readonly limits = {
    /** Many times what a drawing takes, because a busy machine gives a thread only a share of its time. */
    drawingMsMax: 30_000,
    waitingMax: 32,
    keptMax: 128,
    keptBytesMax: 16 * 1024 * 1024,
    memoryMbMax: 384,
    idleMs: 60_000,
  };
  private readonly kept = new Map<string, Uint8Array>();
  private readonly underWay = new Map<string, Promise<Uint8Array>>();
  private keptBytes = 0;
  private waiting = 0;
  private line: Promise<unknown> = Promise.resolve();
  private thread: Worker | null = null;
  private tired: NodeJS.Timeout | undefined;

  /** @throws PicturesBusy when too many wait already, or the drawing took too long. */
  async draw(drawing: Drawing): Promise<Uint8Array> {
    const key = createHash('sha256').update(JSON.stringify(drawing)).digest('base64');
    const drawn = this.kept.get(key);
    if (drawn !== undefined) {
      this.keep(key, drawn);
      return drawn;
    }
    const known = this.underWay.get(key);
    if (known !== undefined) return known;
    const started = this.inTurn(drawing).finally(() => this.underWay.delete(key));
    this.underWay.set(key, started);
    const bytes = await started;
    this.keep(key, bytes);
    return bytes;
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.tired);
    await this.thread?.terminate();
  }

  private async inTurn(drawing: Drawing): Promise<Uint8Array> {
    if (this.waiting >= this.limits.waitingMax) throw new PicturesBusy();
    this.waiting += 1;
    const before = this.line;
    const mine = before.then(() =>
      this.threadFile === null ? draw(drawing) : this.inThread(this.threadFile, drawing),
    );
    // Whoever comes next waits for the end of this one, whatever end that is.
    this.line = mine.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await mine;
    } finally {
      this.waiting -= 1;
    }
  }

  private async inThread(file: URL, drawing: Drawing): Promise<Uint8Array> {
    clearTimeout(this.tired);
    const thread = this.thread ?? this.start(file);
    thread.ref();
    try {
      const answer = this.answerOf(thread);
      thread.postMessage(drawing);
      const bytes = await answer;
      this.rest(thread);
      return bytes;
    } catch (error) {
      this.thread = null;
      void thread.terminate();
      throw error;
    }
  }

  private start(file: URL): Worker {
    const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMbMax } });
    // An error while nobody waits for an answer would otherwise end the process; the exit after it is what counts.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (this.thread === thread) this.thread = null;
    });
    this.thread = thread;
    return thread;
  }

  private answerOf(thread: Worker): Promise<Uint8Array> {
    return new Promise<Uint8Array>((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(tooLong);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        end();
      };
      const onMessage = (bytes: Uint8Array) => settle(() => resolve(bytes));
      const onError = (error: Error) => settle(() => reject(error));
      const onExit = () => settle(() => reject(new PicturesBusy()));
      const tooLong = setTimeout(onExit, this.limits.drawingMsMax);
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  /** Keeps no process alive, and itself only for a while: fonts take some tens of megabytes. */
  private rest(thread: Worker): void {
    thread.unref();
    this.tired = setTimeout(() => void thread.terminate(), this.limits.idleMs);
    this.tired.unref();
  }

  /** The drawings used last are kept. */
  private keep(key: string, bytes: Uint8Array): void {
    if (this.kept.delete(key)) this.keptBytes -= bytes.length;
    this.kept.set(key, bytes);
    this.keptBytes += bytes.length;
    for (const [oldest, old] of this.kept) {
      if (this.kept.size <= this.limits.keptMax && this.keptBytes <= this.limits.keptBytesMax) return;
      this.kept.delete(oldest);
      this.keptBytes -= old.length;
    }
  }
}
