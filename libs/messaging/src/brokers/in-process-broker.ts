import { setTimeout as delay } from 'node:timers/promises';

import { redeliver } from '../inbox/redelivery.js';
import type { Log } from '../log.js';
import type { Broker, BrokerMessage, Consumer, History, Subscription } from './broker.js';
import { Lanes } from './lanes.js';

/** Messages of one group in work at the same time; each holds a database connection that requests want as well. */
const lanesPerGroup = 2;
const redeliverWithinMs = 5_000;
/** A whole platform starts on a slow laptop in less. */
const startWithinMs = 60_000;
const replayAgainMs = 1_000;

interface Group {
  readonly subscription: Subscription;
  readonly lanes: Lanes;
  /** Topics whose history the group is being given; live messages of the topic queue behind it. */
  readonly replays: Map<string, Promise<void>>;
  isStopping: boolean;
}

/**
 * The broker of the one-process mode. It stores nothing: an event counts as published when every group has dealt with it,
 * and until then it stays in the outbox of its service, which sends it again after a failure or a restart.
 */
export class InProcessBroker implements Broker {
  private readonly groups = new Map<string, Group>();
  private readonly histories = new Map<string, History>();
  /** Listened before; nothing is published until they do again. */
  private readonly stopped = new Set<string>();
  private readonly expected: Set<string>;

  /**
   * @param expectedGroups every consumer group of the platform. Nothing is published before all of them listen: an event
   * that is marked as published while a group is still starting would be lost to it.
   */
  constructor(
    expectedGroups: readonly string[],
    private readonly log: Log,
  ) {
    this.expected = new Set(expectedGroups);
  }

  async publish(messages: readonly BrokerMessage[]): Promise<void> {
    await this.allListening();
    const outcomes = await Promise.allSettled([...this.groups.values()].map((group) => this.deliver(group, messages)));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  }

  subscribe(subscription: Subscription): Consumer {
    const name = subscription.group;
    if (this.groups.has(name)) throw new Error(`The group ${name} listens already.`);
    const group: Group = { subscription, lanes: new Lanes(lanesPerGroup), replays: new Map(), isStopping: false };
    this.groups.set(name, group);
    this.expected.add(name);
    this.stopped.delete(name);
    for (const history of this.histories.values()) this.replay(group, history);
    return {
      problem: () => (group.isStopping ? `${name} has stopped` : null),
      lag: async () => [],
      stop: async () => {
        group.isStopping = true;
        this.groups.delete(name);
        this.stopped.add(name);
        await group.lanes.settled();
      },
    };
  }

  offerHistory(history: History): void {
    for (const topic of history.topics) this.histories.set(topic, history);
    for (const group of this.groups.values()) this.replay(group, history);
  }

  async close(): Promise<void> {
    for (const group of this.groups.values()) group.isStopping = true;
    await Promise.all([...this.groups.values()].map((group) => group.lanes.settled()));
    this.groups.clear();
    for (const name of this.expected) this.stopped.add(name);
  }

  private async allListening(): Promise<void> {
    const missing = () => [...this.expected].filter((name) => !this.groups.has(name));
    const deadline = Date.now() + startWithinMs;
    while (missing().length > 0) {
      const isHopeless = missing().some((name) => this.stopped.has(name)) || Date.now() > deadline;
      if (isHopeless)
        throw new Error(`Nothing is published until all groups listen; missing: ${missing().join(', ')}.`);
      await delay(20, undefined, { ref: false });
    }
  }

  private async deliver(group: Group, messages: readonly BrokerMessage[]): Promise<void> {
    const wanted = messages.filter(({ topic }) => group.subscription.topics.includes(topic));
    await Promise.all(wanted.map(({ topic }) => group.replays.get(topic)));
    await this.runInLanes(group, wanted);
  }

  /** A failure ends its own lane, since what comes behind must not overtake; the other lanes go on to their ends. */
  private async runInLanes(group: Group, messages: readonly BrokerMessage[]): Promise<void> {
    const outcomes = await Promise.allSettled(
      [...group.lanes.split(messages)].map(([lane, inOrder]) =>
        group.lanes.run(lane, async () => {
          for (const message of inOrder) await this.handOver(group, message, lane);
        }),
      ),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private handOver(group: Group, message: BrokerMessage, lane: number): Promise<void> {
    const { group: name, onMessage } = group.subscription;
    if (group.isStopping) return Promise.reject(new Error(`The group ${name} is stopping.`));
    return redeliver(() => onMessage(message, `${message.topic}/${lane}`), {
      isStopping: () => group.isStopping,
      withinMs: redeliverWithinMs,
      onFailure: (err, tries) => this.log.warn({ err, group: name, tries }, 'A message failed; it is tried again.'),
    });
  }

  private replay(group: Group, history: History): void {
    for (const topic of history.topics) {
      if (!group.subscription.topics.includes(topic) || group.replays.has(topic)) continue;
      group.replays.set(topic, this.replayTopic(group, history, topic));
    }
  }

  /** Until it has succeeded, live messages of the topic wait: they would otherwise overtake their own past. */
  private async replayTopic(group: Group, history: History, topic: string): Promise<void> {
    const { group: name, needsReplay, replayed } = group.subscription;
    let position = '0';
    while (!group.isStopping) {
      try {
        if (!(await needsReplay(topic))) return;
        for (;;) {
          const page = await history.read(topic, position);
          await this.runInLanes(
            group,
            page.map(({ message }) => message),
          );
          const last = page.at(-1);
          if (!last) break;
          position = last.position;
        }
        await replayed(topic);
        this.log.info({ group: name, topic }, 'A group was given the history of a topic.');
        return;
      } catch (err) {
        this.log.warn({ err, group: name, topic }, 'The history of a topic could not be replayed; it is tried again.');
        await delay(replayAgainMs, undefined, { ref: false });
      }
    }
    throw new Error(`The group ${name} stopped during the replay of ${topic}.`);
  }
}
