import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { eventually } from '#libs/testing';
import { describe, expect, it } from '@jest/globals';

import { voidedMessage } from '../../test/events.js';
import { silentLog } from '../log.js';
import type { BrokerMessage, History, Subscription } from './broker.js';
import { InProcessBroker } from './in-process-broker.js';

const topic = 'quiz.attempts';

/** A group that notes what it is given. */
class Listener implements Subscription {
  readonly topics = [topic];
  readonly got: string[] = [];
  readonly replayedTopics: string[] = [];
  onMessage: (message: BrokerMessage) => Promise<void>;

  constructor(
    readonly group: string,
    private readonly isKnown = true,
    before: (reason: string) => Promise<void> | void = () => {},
  ) {
    this.onMessage = async ({ value }) => {
      const { reason } = JSON.parse(String(value));
      await before(reason);
      this.got.push(reason);
    };
  }

  needsReplay = async () => !this.isKnown && this.replayedTopics.length === 0;
  replayed = async (name: string) => void this.replayedTopics.push(name);
}

function historyOf(reasons: readonly string[]): History {
  const key = randomUUID();
  return {
    topics: [topic],
    read: async (_topic, after) =>
      reasons
        .map((reason, index) => ({ position: String(index + 1), message: voidedMessage(key, reason) }))
        .filter(({ position }) => Number(position) > Number(after))
        .slice(0, 2),
  };
}

describe('publishing in one process', () => {
  it('is done when every group has dealt with the event', async () => {
    const broker = new InProcessBroker([], silentLog);
    let release = () => {};
    const slow = new Listener('slow', true, () => new Promise<void>((resolve) => (release = resolve)));
    const quick = new Listener('quick');
    broker.subscribe(slow);
    broker.subscribe(quick);
    let isDone = false;

    const publishing = broker.publish([voidedMessage(randomUUID(), 'one')]).then(() => (isDone = true));
    await eventually(() => quick.got.length === 1);
    expect(isDone).toBe(false);
    release();
    await publishing;

    expect(slow.got).toEqual(['one']);
  });

  it('waits for groups that are still starting: marked as published, the event would be lost to them', async () => {
    const broker = new InProcessBroker(['late'], silentLog);
    const publishing = broker.publish([voidedMessage(randomUUID(), 'early bird')]);
    await delay(50);
    const late = new Listener('late');
    broker.subscribe(late);
    await publishing;

    expect(late.got).toEqual(['early bird']);
  });

  it('fails while a group that listened before has stopped', async () => {
    const broker = new InProcessBroker([], silentLog);
    const consumer = broker.subscribe(new Listener('gone'));
    await consumer.stop();

    await expect(broker.publish([voidedMessage(randomUUID(), 'x')])).rejects.toThrow('missing: gone');
  });

  it('refuses a second subscription of the same group', () => {
    const broker = new InProcessBroker([], silentLog);
    broker.subscribe(new Listener('twice'));
    expect(() => broker.subscribe(new Listener('twice'))).toThrow('listens already');
  });
});

describe('the history of a topic', () => {
  it('is given to a group that never had it, before anything new', async () => {
    const broker = new InProcessBroker([], silentLog);
    const fresh = new Listener('fresh', false, () => delay(5));
    broker.subscribe(fresh);
    broker.offerHistory(historyOf(['a', 'b', 'c', 'd', 'e']));
    await broker.publish([voidedMessage(randomUUID(), 'new')]);

    expect(fresh.got).toEqual(['a', 'b', 'c', 'd', 'e', 'new']);
    expect(fresh.replayedTopics).toEqual([topic]);
  });

  it('is not given again to a group that had it', async () => {
    const broker = new InProcessBroker([], silentLog);
    const known = new Listener('known');
    broker.offerHistory(historyOf(['a', 'b']));
    broker.subscribe(known);
    await broker.publish([voidedMessage(randomUUID(), 'new')]);

    expect(known.got).toEqual(['new']);
  });
});
