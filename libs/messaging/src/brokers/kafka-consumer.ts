import { setTimeout as delay } from 'node:timers/promises';

import type { Admin, Consumer as KafkaJsConsumer, EachMessagePayload, Kafka, KafkaMessage } from 'kafkajs';

import { redeliver } from '../inbox/redelivery.js';
import type { Log } from '../log.js';
import type { BrokerMessage, Consumer, Lag, Subscription } from './broker.js';
import { within } from './within.js';

/** Each holds a database connection, which requests want as well. */
const partitionsAtOnce = 2;
const lookForTopicsMs = 1_000;
/** Long enough for a probe to see the group as unready, short enough that little piles up. */
const restartAfterMs = 2_000;
const joinMsMax = 60_000;
const silentMsMax = 30_000;
const watchEveryMs = 5_000;
const stopWithinMs = 10_000;
const lagWithinMs = 2_000;
const crashTellsWithinMs = 1_000;
const topicsMissingMsMax = 30_000;

/** `waiting` for its broker or topics is nobody's fault and ends by itself; `dead` is ours to mend. */
type State = { name: 'waiting' } | { name: 'running' } | { name: 'dead'; reason: string };

/**
 * One consumer group on Kafka. kafkajs can end in silence: a crash that it deems final, a fetch loop that stops. Here
 * every end that was not asked for makes the group unready and is followed by a new consumer.
 */
export class KafkaConsumer implements Consumer {
  private readonly subscription: Subscription;
  private readonly log: Log;
  private state: State = { name: 'waiting' };
  private consumer: KafkaJsConsumer | null = null;
  private running: Promise<void> | null = null;
  private isStopping = false;
  private lastSign = Date.now();
  private readonly stopped = new AbortController();

  constructor(
    private readonly kafka: Kafka,
    private readonly withAdmin: <T>(use: (admin: Admin) => Promise<T>) => Promise<T>,
    options: { subscription: Subscription; log: Log },
  ) {
    this.subscription = options.subscription;
    this.log = options.log;
  }

  start(): void {
    this.running ??= this.run();
  }

  problem(): string | null {
    return this.state.name === 'dead' ? `${this.subscription.group}: ${this.state.reason}` : null;
  }

  /** Throws rather than waits while Kafka is away: a page of metrics must not hang on one of them. */
  lag(): Promise<readonly Lag[]> {
    return within(lagWithinMs, this.measureLag());
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.stopped.abort();
    // Connecting to a broker that is away can take longer than a process has to end.
    await Promise.race([this.running, delay(stopWithinMs, undefined, { ref: false })]);
  }

  private measureLag(): Promise<readonly Lag[]> {
    const { group, topics } = this.subscription;
    return this.withAdmin(async (admin) => {
      const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
      const perTopic = committed.map(async ({ topic, partitions }) => {
        const ends = await admin.fetchTopicOffsets(topic);
        return ends.map(({ partition, low, high }): Lag => {
          const offset = Number(partitions.find((one) => one.partition === partition)?.offset ?? -1);
          return { topic, partition, messages: Number(high) - Math.max(offset, Number(low)) };
        });
      });
      return (await Promise.all(perTopic)).flat();
    });
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.topicsExist();
        await this.runOneConsumer();
      } catch (err) {
        // Connecting failed: the broker is away, which is no reason to take the service out.
        this.state = { name: 'waiting' };
        this.log.warn({ err, group: this.subscription.group }, 'Kafka cannot be reached; trying again.');
      }
      await this.pause(restartAfterMs);
    }
  }

  /** kafkajs crashes on a topic that does not exist yet; topics are made by an admin step that may come later. */
  private async topicsExist(): Promise<void> {
    const since = Date.now();
    while (!this.isStopping) {
      const existing = new Set(await this.withAdmin((admin) => admin.listTopics()));
      const missing = this.subscription.topics.filter((topic) => !existing.has(topic));
      if (missing.length === 0) return;
      const reason = `topics are missing: ${missing.join(', ')}`;
      if (Date.now() - since > topicsMissingMsMax) this.state = { name: 'dead', reason };
      await this.pause(lookForTopicsMs);
    }
  }

  /** Returns when the consumer has ended, asked or not. */
  private async runOneConsumer(): Promise<void> {
    if (this.isStopping) return;
    const consumer = this.kafka.consumer({
      groupId: this.subscription.group,
      sessionTimeout: 30_000,
      rebalanceTimeout: joinMsMax,
      heartbeatInterval: 3_000,
      maxBytesPerPartition: 256 * 1024,
      // Stopping waits for the fetch in flight. New messages end the wait at once, so a short one costs no latency.
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      // Its own restart comes from a timer that a disconnect does not cancel: it would outlive us. We restart instead.
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5, restartOnFailure: async () => false },
    });
    this.consumer = consumer;
    const ended = this.watch(consumer);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.subscription.topics], fromBeginning: true });
      await consumer.run({
        partitionsConsumedConcurrently: partitionsAtOnce,
        eachMessage: (payload) => this.receive(payload),
      });
      this.state = await ended;
      if (!this.isStopping) {
        const level = this.state.name === 'dead' ? 'error' : 'warn';
        this.log[level]({ group: this.subscription.group, ...this.state }, 'A consumer ended; starting another.');
      }
    } finally {
      this.consumer = null;
      await consumer.disconnect().catch((err: unknown) => this.log.debug({ err }, 'A consumer did not say goodbye.'));
    }
  }

  /** Resolves when the consumer has come to an end, with what that makes of the group. */
  private watch(consumer: KafkaJsConsumer): Promise<State> {
    const { events } = consumer;
    const sign = () => (this.lastSign = Date.now());
    // Joining may take as long as the group waits for its slowest member.
    const joining = () => (this.lastSign = Date.now() + joinMsMax);
    joining();
    consumer.on(events.REBALANCING, joining);
    for (const event of [events.FETCH, events.HEARTBEAT, events.END_BATCH_PROCESS]) consumer.on(event, sign);
    consumer.on(events.GROUP_JOIN, () => {
      sign();
      this.state = { name: 'running' };
    });
    return new Promise((resolve) => {
      consumer.on(events.CRASH, ({ payload: { error } }) => {
        const isBrokerAway = isRetriable(error);
        resolve(isBrokerAway ? { name: 'waiting' } : { name: 'dead', reason: `it crashed (${error.message})` });
      });
      // A crash stops the consumer too, a moment before it gives its reason.
      consumer.on(events.STOP, () => setTimeout(resolve, crashTellsWithinMs, { name: 'dead', reason: 'it stopped' }));
      this.stopped.signal.addEventListener('abort', () => resolve({ name: 'waiting' }), { once: true });
      const timer = setInterval(() => {
        if (this.consumer !== consumer) clearInterval(timer);
        else if (Date.now() - this.lastSign > silentMsMax) void this.afterSilence(resolve);
      }, watchEveryMs).unref();
    });
  }

  /** Silence while the broker answers is ours; while it does not, there is nothing to do but wait. */
  private async afterSilence(end: (state: State) => void): Promise<void> {
    try {
      await this.withAdmin((admin) => admin.listTopics());
      end({ name: 'dead', reason: `it fetched nothing for ${silentMsMax / 1_000} s although Kafka answers` });
    } catch {
      this.state = { name: 'waiting' };
    }
  }

  private async receive({ topic, partition, message, heartbeat }: EachMessagePayload): Promise<void> {
    const { group, onMessage } = this.subscription;
    const received = messageOf(topic, message);
    await redeliver(() => onMessage(received, `${topic}/${partition}`), {
      heartbeat,
      isStopping: () => this.isStopping,
      // The offset stays until the message is dealt with, however long its database is away.
      withinMs: Number.POSITIVE_INFINITY,
      onFailure: (err, tries) => this.log.warn({ err, group, topic, partition, tries }, 'A message failed; again.'),
    });
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }
}

/** kafkajs words for "the broker cannot be reached or is busy with itself". */
function isRetriable(error: Error): boolean {
  if (error.name === 'KafkaJSNumberOfRetriesExceeded' || Reflect.get(error, 'retriable') === true) return true;
  return error.cause instanceof Error && isRetriable(error.cause);
}

function messageOf(topic: string, { key, value, headers }: KafkaMessage): BrokerMessage {
  const text = Object.entries(headers ?? {}).map(([name, content]) => [name, String([content].flat()[0] ?? '')]);
  return { topic, key: key?.toString() ?? null, value, headers: Object.fromEntries(text) };
}
