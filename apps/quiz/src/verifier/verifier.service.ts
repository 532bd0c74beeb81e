import { Worker } from 'node:worker_threads';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Verification, VerifyOptions } from '#libs/credentials';

import { VerificationsBusy } from './verifier.errors.js';
import { answerFrom, type FromThread, type ToThread, verifyByAsking } from './verifying.js';

/** Tests run the sources, which no thread could load; there every credential is verified in place. */
const threadFile = import.meta.url.endsWith('.js') ? new URL('./verifying-worker.js', import.meta.url) : null;

interface Call {
  readonly options: VerifyOptions;
  /** Why a question of it could not be answered: a fault of ours, and not of the credential. */
  fault?: unknown;
  readonly end: (outcome: { verification: Verification } | { error: unknown }) => void;
}

/**
 * Verifies credentials in a thread of its own. Anybody may send one, and putting a hostile document into the order that its signature
 * is about can take a second: nobody's answers should wait for that.
 */
@Injectable()
export class Verifier implements OnApplicationShutdown {
  protected readonly threadFile: URL | null = threadFile;
  protected readonly limits = {
    /** Many times what a document and its twelve questions take. */
    callMsMax: 60_000,
    callsMax: 64,
    memoryMbMax: 256,
    /** Starting takes a second, so the thread stays for a while. */
    idleMs: 5 * 60_000,
  };
  private readonly calls = new Map<number, Call>();
  private last = 0;
  private thread: Worker | null = null;
  private tired: NodeJS.Timeout | undefined;

  /** As `verifyCredential` does. @throws VerificationsBusy when too many wait already, or this one took too long. */
  async verify(credential: unknown, options: VerifyOptions): Promise<Verification> {
    const { now, expectedIssuer, recipientEmail } = options;
    const verifying = {
      ...{ credential, now, asksStatus: options.statusOf !== undefined },
      ...(expectedIssuer === undefined ? {} : { expectedIssuer }),
      ...(recipientEmail === undefined ? {} : { recipientEmail }),
    };
    if (this.threadFile === null) return verifyByAsking(verifying, (question) => answerFrom(options, question));
    if (this.calls.size >= this.limits.callsMax) throw new VerificationsBusy();
    const thread = this.thread ?? this.start(this.threadFile);
    this.last += 1;
    return this.send(thread, { call: this.last, verifying }, options);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.tired);
    await this.thread?.terminate();
  }

  private send(
    thread: Worker,
    message: Extract<ToThread, { call: number }>,
    options: VerifyOptions,
  ): Promise<Verification> {
    clearTimeout(this.tired);
    thread.ref();
    return new Promise((resolve, reject) => {
      // What hangs is not stopped otherwise; whoever else is in the thread tries again.
      const tooLong = setTimeout(() => this.leave(thread), this.limits.callMsMax);
      const end: Call['end'] = (outcome) => {
        clearTimeout(tooLong);
        this.calls.delete(message.call);
        if (this.calls.size === 0) this.rest(thread);
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.verification);
      };
      this.calls.set(message.call, { options, end });
      thread.postMessage(message satisfies ToThread);
    });
  }

  private start(file: URL): Worker {
    const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMbMax } });
    thread.on('message', (message: FromThread) => this.hear(thread, message));
    // The exit that follows ends every call; without a listener the error would end the process.
    thread.on('error', () => undefined);
    thread.once('exit', () => this.leave(thread));
    this.thread = thread;
    return thread;
  }

  private hear(thread: Worker, message: FromThread): void {
    const call = this.calls.get(message.call);
    if (call === undefined) return;
    if ('question' in message) void this.answer(thread, message, call);
    else if ('verification' in message) call.end(message);
    else call.end({ error: call.fault ?? new Error(`A verification failed. ${message.fault}`) });
  }

  private async answer(
    thread: Worker,
    { number, question }: Extract<FromThread, { number: number }>,
    call: Call,
  ): Promise<void> {
    const answer = await answerFrom(call.options, question).catch((fault: unknown) => {
      call.fault = fault;
      return null;
    });
    thread.postMessage({ question: number, answer } satisfies ToThread);
  }

  /** Gives the thread up; the next call starts another. */
  private leave(thread: Worker): void {
    if (this.thread !== thread) return;
    this.thread = null;
    clearTimeout(this.tired);
    for (const call of [...this.calls.values()]) call.end({ error: new VerificationsBusy() });
    void thread.terminate();
  }

  /** Keeps no process alive, and itself only for a while. */
  private rest(thread: Worker): void {
    thread.unref();
    this.tired = setTimeout(() => this.leave(thread), this.limits.idleMs);
    this.tired.unref();
  }
}
