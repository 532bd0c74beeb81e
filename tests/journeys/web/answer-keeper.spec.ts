import { afterEach, describe, expect, it } from '@jest/globals';

import { ApiProblem, type AnswerToSave } from '#libs/api-client';
import { eventually } from '#libs/testing';

import { AnswerKeeper } from '../../../apps/web/src/features/attempt/answer-keeper.js';
import { forgetOutbox, type KeyValueStore, Outbox } from '../../../apps/web/src/features/attempt/outbox.js';

/** What a browser gives as `localStorage`; `isFull` refuses writes. */
class Store implements KeyValueStore {
  private readonly map = new Map<string, string>();
  isFull = false;
  get length(): number {
    return this.map.size;
  }
  key(index: number): string | null {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.map.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new Error('quota');
    this.map.set(key, value);
  }
  removeItem(key: string): void {
    this.map.delete(key);
  }
}

const problem = (status: number, code: string) =>
  new ApiProblem({ type: 'about:blank', title: code, status, code, detail: code });

/** The server's side of an attempt, which can be out of reach. */
class Server {
  readonly received: AnswerToSave[] = [];
  failure: ApiProblem | null = null;
  storedSequence: number | null = null;
  send = async (entry: AnswerToSave) => {
    if (this.failure !== null) throw this.failure;
    this.received.push(entry);
    return { sequence: this.storedSequence ?? entry.sequence, savedAt: '2026-01-01T00:00:00Z' };
  };
}

const keepers: AnswerKeeper[] = [];

function device({ store = new Store(), server = new Server(), elapsedMs = 0, learnerId = 'me' } = {}) {
  const news = { stale: 0, connections: [] as [boolean, number][] };
  const outbox = new Outbox(store, { id: 'attempt', learnerId });
  const keeper = new AnswerKeeper({
    outbox,
    elapsedMs: () => elapsedMs,
    send: server.send,
    onStale: () => (news.stale += 1),
    onConnection: (isConnected, sent) => news.connections.push([isConnected, sent]),
  });
  keepers.push(keeper);
  keeper.load([]);
  return { store, server, outbox, keeper, news };
}

const allSent = (keeper: AnswerKeeper) => eventually(() => keeper.snapshot().unsent === 0);

describe('answers on a device', () => {
  afterEach(() => {
    for (const keeper of keepers.splice(0)) keeper.stop();
  });

  it('are stored before they are sent, and gone once acknowledged', async () => {
    const { keeper, store, server } = device();
    keeper.answer('q1', { choice: 'a' });
    expect(store.length).toBe(1);
    await allSent(keeper);
    expect(server.received).toEqual([{ questionId: 'q1', sequence: 1, answer: { choice: 'a' } }]);
    expect(store.length).toBe(0);
    expect(keeper.snapshot().states.get('q1')).toEqual({ kind: 'saved', at: '2026-01-01T00:00:00Z' });
  });

  it('wait for the network and go in the order they were given, the newest per question', async () => {
    const { keeper, server, news } = device();
    server.failure = problem(0, 'network_unreachable');
    keeper.answer('q2', { text: 'first' });
    keeper.answer('q1', { choice: 'a' });
    keeper.answer('q2', { text: 'second' });
    await eventually(() => !keeper.snapshot().isConnected);
    expect(keeper.snapshot()).toMatchObject({ unsent: 2 });
    expect(keeper.snapshot().states.get('q1')).toEqual({ kind: 'waiting' });

    server.failure = null;
    keeper.flush();
    await allSent(keeper);
    expect(server.received.map(({ questionId, answer }) => [questionId, answer])).toEqual([
      ['q1', { choice: 'a' }],
      ['q2', { text: 'second' }],
    ]);
    expect(news.connections).toEqual([
      [false, 0],
      [true, 2],
    ]);
  });

  it('are taken over by the next tab when this one dies', async () => {
    const store = new Store();
    const dead = device({ store });
    dead.server.failure = problem(0, 'network_unreachable');
    dead.keeper.answer('q1', { value: true });
    dead.keeper.stop();
    const next = device({ store });
    await allSent(next.keeper);
    expect(next.server.received).toMatchObject([{ questionId: 'q1', answer: { value: true } }]);
    expect(next.keeper.snapshot().answers.get('q1')).toEqual({ value: true });
  });

  it('of someone else on the same device are never sent', async () => {
    const store = new Store();
    const other = device({ store, learnerId: 'other' });
    other.server.failure = problem(0, 'network_unreachable');
    other.keeper.answer('q1', { value: true });
    other.keeper.stop();
    expect(device({ store }).keeper.unsent()).toEqual([]);
    forgetOutbox(store);
    expect(store.length).toBe(0);
  });

  it('take a sequence above all that is known, and by the clock where that is higher', () => {
    const { keeper, outbox } = device({ elapsedMs: 90_000 });
    keeper.load([{ questionId: 'q1', sequence: 5_000, answer: { choice: 'a' }, savedAt: '2026-01-01T00:00:00Z' }]);
    keeper.answer('q1', { choice: 'b' }, 60_000);
    keeper.answer('q2', { choice: 'b' }, 60_000);
    expect(outbox.entries().map(({ sequence }) => sequence)).toEqual([900, 5_001]);
  });

  it('give way to a newer one of another device, and ask how things stand', async () => {
    const { keeper, server, news } = device();
    server.storedSequence = 99;
    keeper.answer('q1', { choice: 'a' });
    await allSent(keeper);
    expect(news.stale).toBe(1);
    keeper.load([{ questionId: 'q1', sequence: 99, answer: { choice: 'z' }, savedAt: '2026-01-01T00:00:00Z' }]);
    expect(keeper.snapshot().answers.get('q1')).toEqual({ choice: 'z' });
  });

  it('that are refused leave the queue and say why', async () => {
    const { keeper, server, news } = device();
    server.failure = problem(409, 'attempt_over');
    keeper.answer('q1', { choice: 'a' });
    await allSent(keeper);
    expect(keeper.snapshot().states.get('q1')).toEqual({ kind: 'refused', text: 'attempt_over' });
    expect(news.stale).toBe(1);
  });

  it('are kept in memory where the device refuses to store', async () => {
    const { keeper, store, server } = device();
    store.isFull = true;
    keeper.answer('q1', { choice: 'a' });
    expect(keeper.unsent()).toHaveLength(1);
    await allSent(keeper);
    expect(server.received).toHaveLength(1);
  });
});
