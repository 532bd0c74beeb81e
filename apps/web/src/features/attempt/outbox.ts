import type { Answer, AnswerToSave } from '#libs/api-client';

/** The part of `Storage` that the outbox needs. */
export interface KeyValueStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = 'waymark.outbox.';

interface StoredEntry extends AnswerToSave {
  learnerId: string;
}

// What an answer of each type is stored under; the server says more of what is wrong with it.
const answerKinds = ['choice', 'choices', 'value', 'text', 'matches', 'order', 'gaps', 'essay'];

function isAnswer(value: unknown): value is Answer | null {
  if (value === null) return true;
  return typeof value === 'object' && answerKinds.some((kind) => kind in value);
}

function isStoredEntry(value: unknown): value is StoredEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'learnerId' in value &&
    typeof value.learnerId === 'string' &&
    'questionId' in value &&
    typeof value.questionId === 'string' &&
    'sequence' in value &&
    Number.isInteger(value.sequence) &&
    'answer' in value &&
    isAnswer(value.answer)
  );
}

function parse(text: string | null): StoredEntry | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isStoredEntry(value) ? value : null;
  } catch {
    // Half-written or foreign: nothing that could be sent.
    return null;
  }
}

function keys(store: KeyValueStore, start: string): string[] {
  const found: string[] = [];
  for (let index = 0; index < store.length; index += 1) {
    const key = store.key(index);
    if (key !== null && key.startsWith(start)) found.push(key);
  }
  return found;
}

/** Removes every unsent answer of every attempt: for sign-out. */
export function forgetOutbox(store: KeyValueStore): void {
  for (const key of keys(store, prefix)) store.removeItem(key);
}

/**
 * Answers of one attempt that the server has not acknowledged, kept on the device. One key per question, so that two tabs
 * never overwrite each other's questions; a device that refuses to store keeps them in memory for this tab.
 */
export class Outbox {
  private readonly memory = new Map<string, AnswerToSave>();
  private readonly start: string;

  constructor(
    private readonly store: KeyValueStore,
    private readonly attempt: { id: string; learnerId: string },
  ) {
    this.start = `${prefix}${attempt.id}.`;
  }

  put(entry: AnswerToSave): void {
    this.memory.set(entry.questionId, entry);
    const stored: StoredEntry = { ...entry, learnerId: this.attempt.learnerId };
    try {
      this.store.setItem(this.start + entry.questionId, JSON.stringify(stored));
    } catch {
      // Storage is full or forbidden: memory has it, and leaving the page asks first.
    }
  }

  /** The newest unsent answer per question, in the order they were given. */
  entries(): AnswerToSave[] {
    const newest = new Map(this.memory);
    for (const key of keys(this.store, this.start)) {
      const entry = parse(this.store.getItem(key));
      if (entry === null || entry.learnerId !== this.attempt.learnerId) continue;
      const { learnerId: _owner, ...toSave } = entry;
      if ((newest.get(toSave.questionId)?.sequence ?? 0) < toSave.sequence) newest.set(toSave.questionId, toSave);
    }
    return [...newest.values()].sort((one, other) => one.sequence - other.sequence);
  }

  /** The server has this answer or a newer one. */
  acknowledge(questionId: string, sequence: number): void {
    const inMemory = this.memory.get(questionId);
    if (inMemory !== undefined && inMemory.sequence <= sequence) this.memory.delete(questionId);
    const key = this.start + questionId;
    const stored = parse(this.store.getItem(key));
    if (stored === null || stored.sequence <= sequence) this.store.removeItem(key);
  }

  clear(): void {
    this.memory.clear();
    for (const key of keys(this.store, this.start)) this.store.removeItem(key);
  }

  /** The entry another tab wrote, out of a `storage` event's key and value; null when the event is not about this attempt. */
  read(key: string | null, value: string | null): { questionId: string; entry: AnswerToSave | null } | null {
    if (key === null || !key.startsWith(this.start)) return null;
    return { questionId: key.slice(this.start.length), entry: parse(value) };
  }
}
