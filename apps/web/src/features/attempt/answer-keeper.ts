import { ApiProblem, type Answer, type AnswerToSave, type SavedAnswer } from '#libs/api-client';

import type { Outbox } from './outbox.js';

export type SaveState =
  | { kind: 'empty' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'waiting' }
  | { kind: 'refused'; text: string };

export interface KeeperSnapshot {
  readonly answers: ReadonlyMap<string, Answer | null>;
  readonly states: ReadonlyMap<string, SaveState>;
  readonly isConnected: boolean;
  readonly unsent: number;
}

export interface KeeperOptions {
  outbox: Outbox;
  /** Milliseconds since the attempt began, by the server's clock: makes the later of two devices win. */
  elapsedMs: () => number;
  /** How long the question has been worked on so far. */
  spentSeconds?: (questionId: string) => number;
  send: (entry: AnswerToSave) => Promise<{ sequence: number; savedAt: string }>;
  /** The attempt takes no more answers, or another device has a newer one: ask the server how things stand. */
  onStale: () => void;
  onConnection: (isConnected: boolean, sent: number) => void;
}

/** Someone who types without a pause is saved this often all the same. */
const typingWaitMsMax = 8_000;
const retryDelaysMs = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Takes answers at once, keeps them in the outbox until the server has them, and sends them in order, one at a time.
 * Nothing given to {@link answer} is forgotten before it is acknowledged.
 */
export class AnswerKeeper {
  private readonly answers = new Map<string, Answer | null>();
  private readonly states = new Map<string, SaveState>();
  private readonly sequences = new Map<string, number>();
  private readonly notBefore = new Map<string, number>();
  /** Since when a question has something that was never tried to send. */
  private readonly unsentSince = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDraining = false;
  private isStopped = false;
  private isConnected = true;
  private failures = 0;
  private sentAfterLoss = 0;
  private view: KeeperSnapshot = { answers: this.answers, states: this.states, isConnected: true, unsent: 0 };

  constructor(private readonly options: KeeperOptions) {}

  readonly snapshot = (): KeeperSnapshot => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes over what the server has, keeps what is newer on this device, and sends that. */
  load(saved: readonly SavedAnswer[]): void {
    for (const { questionId, sequence, answer, savedAt } of saved) {
      if (sequence < (this.sequences.get(questionId) ?? 0)) continue;
      this.sequences.set(questionId, sequence);
      this.answers.set(questionId, answer);
      this.states.set(questionId, answer === null ? { kind: 'empty' } : { kind: 'saved', at: savedAt });
      this.options.outbox.acknowledge(questionId, sequence);
    }
    for (const entry of this.options.outbox.entries()) this.adopt(entry);
    this.isStopped = false;
    this.changed();
    this.flush();
  }

  /** `delayMs` waits for the next keystroke before sending; the answer is on the device at once either way. */
  answer(questionId: string, answer: Answer | null, delayMs = 0): void {
    const known = this.sequences.get(questionId) ?? 0;
    const sequence = Math.max(known + 1, Math.floor(this.options.elapsedMs() / 100));
    const spentSeconds = this.options.spentSeconds?.(questionId);
    const entry = { questionId, sequence, answer, ...(spentSeconds === undefined ? {} : { spentSeconds }) };
    this.options.outbox.put(entry);
    const now = Date.now();
    const since = this.unsentSince.get(questionId) ?? now;
    const at = Math.min(now + delayMs, since + typingWaitMsMax);
    this.unsentSince.set(questionId, since);
    this.notBefore.set(questionId, at);
    this.adopt(entry);
    this.changed();
    this.schedule(Math.max(0, at - now));
  }

  unsent(): AnswerToSave[] {
    return this.options.outbox.entries();
  }

  /** Sends everything that waits, now. */
  flush(): void {
    this.notBefore.clear();
    this.schedule(0);
  }

  /** Another tab wrote or removed an unsent answer. */
  otherTab(questionId: string, entry: AnswerToSave | null): void {
    if (entry !== null && entry.sequence > (this.sequences.get(questionId) ?? 0)) this.adopt(entry);
    else if (entry === null && this.states.get(questionId)?.kind !== 'saved') {
      this.states.set(questionId, { kind: 'saved', at: new Date().toISOString() });
    }
    this.changed();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private adopt({ questionId, sequence, answer }: AnswerToSave): void {
    this.sequences.set(questionId, sequence);
    this.answers.set(questionId, answer);
    this.states.set(questionId, { kind: this.isConnected ? 'saving' : 'waiting' });
  }

  private schedule(delayMs: number): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.drain(), delayMs);
  }

  private due(): AnswerToSave | undefined {
    const now = Date.now();
    return this.options.outbox.entries().find(({ questionId }) => (this.notBefore.get(questionId) ?? 0) <= now);
  }

  private async drain(): Promise<void> {
    if (this.isDraining) return;
    this.isDraining = true;
    try {
      for (let entry = this.due(); entry !== undefined && !this.isStopped; entry = this.due()) {
        if (!(await this.sendOne(entry))) return;
      }
    } finally {
      this.isDraining = false;
    }
    this.scheduleRest();
  }

  private scheduleRest(): void {
    const rest = this.options.outbox.entries();
    if (rest.length === 0) return;
    const next = Math.min(...rest.map(({ questionId }) => this.notBefore.get(questionId) ?? 0));
    this.schedule(Math.max(50, next - Date.now()));
  }

  /** True when the next one may be sent. */
  private async sendOne(entry: AnswerToSave): Promise<boolean> {
    this.unsentSince.delete(entry.questionId);
    try {
      const saved = await this.options.send(entry);
      this.acknowledged(entry, saved);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.isTransient || error.status === 401) this.lostConnection(error.retryAfterSeconds);
      else this.refused(entry, error);
      return !error.isTransient && error.status !== 401;
    }
  }

  private acknowledged(entry: AnswerToSave, saved: { sequence: number; savedAt: string }): void {
    this.options.outbox.acknowledge(entry.questionId, entry.sequence);
    if (this.sequences.get(entry.questionId) === entry.sequence) {
      this.states.set(
        entry.questionId,
        entry.answer === null ? { kind: 'empty' } : { kind: 'saved', at: saved.savedAt },
      );
    }
    if (!this.isConnected) this.sentAfterLoss += 1;
    this.connected();
    if (saved.sequence > entry.sequence) this.options.onStale();
  }

  private connected(): void {
    this.failures = 0;
    if (!this.isConnected && this.options.outbox.entries().length === 0) {
      this.isConnected = true;
      this.options.onConnection(true, this.sentAfterLoss);
      this.sentAfterLoss = 0;
    }
    this.changed();
  }

  private lostConnection(retryAfterSeconds: number | null): void {
    for (const { questionId } of this.options.outbox.entries()) this.states.set(questionId, { kind: 'waiting' });
    if (this.isConnected) {
      this.isConnected = false;
      this.options.onConnection(false, 0);
    }
    const delay = retryDelaysMs[Math.min(this.failures, retryDelaysMs.length - 1)] ?? 15_000;
    this.failures += 1;
    this.changed();
    this.schedule(retryAfterSeconds === null ? delay : retryAfterSeconds * 1_000);
  }

  private refused(entry: AnswerToSave, error: ApiProblem): void {
    // Sending it again would be refused again; it leaves the queue and stays visible with the reason.
    this.options.outbox.acknowledge(entry.questionId, entry.sequence);
    this.states.set(entry.questionId, { kind: 'refused', text: error.message });
    this.changed();
    this.options.onStale();
  }

  private changed(): void {
    this.view = {
      answers: new Map(this.answers),
      states: new Map(this.states),
      isConnected: this.isConnected,
      unsent: this.options.outbox.entries().length,
    };
    for (const listener of this.listeners) listener();
  }
}
