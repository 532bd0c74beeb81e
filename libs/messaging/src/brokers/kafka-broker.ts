import { Kafka, logLevel, Partitioners, type Admin, type Message, type Producer } from 'kafkajs';

import type { Log } from '../log.js';
import type { Broker, BrokerMessage, Consumer, Subscription } from './broker.js';
import { KafkaConsumer } from './kafka-consumer.js';
import { kafkaLog } from './kafka-log.js';
import { within } from './within.js';

export interface KafkaBrokerOptions {
  /** `host:port` of some brokers of the cluster. */
  readonly brokers: readonly string[];
  /** The service; shows in the broker's logs and quotas. */
  readonly clientId: string;
  readonly log: Log;
}

/** The record batch of a partition must stay below the topics' `max.message.bytes`; a lone large event goes alone. */
const chunkBytesMax = 512 * 1024;
const sendWithinMs = 30_000;

export function connectKafka({ brokers, clientId, log }: KafkaBrokerOptions): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
    logLevel: logLevel.WARN,
    logCreator: kafkaLog(log),
  });
}

/** Apache Kafka through kafkajs; nothing outside this folder knows either. */
export class KafkaBroker implements Broker {
  private readonly kafka: Kafka;
  private readonly consumers = new Set<KafkaConsumer>();
  private producer: Producer | null = null;
  private admin: Promise<Admin> | null = null;

  constructor(private readonly options: KafkaBrokerOptions) {
    this.kafka = connectKafka(options);
  }

  async publish(messages: readonly BrokerMessage[]): Promise<void> {
    const producer = await this.connectedProducer();
    try {
      for (const chunk of chunksOf(messages)) {
        await within(
          sendWithinMs,
          producer.sendBatch({ topicMessages: byTopic(chunk), acks: -1, timeout: sendWithinMs }),
        );
      }
    } catch (error) {
      // Its sequence numbers may no longer be the broker's; a new one starts clean.
      this.dropProducer();
      throw error;
    }
  }

  subscribe(subscription: Subscription): Consumer {
    const consumer = new KafkaConsumer(this.kafka, (use) => this.withAdmin(use), {
      subscription,
      log: this.options.log,
    });
    this.consumers.add(consumer);
    consumer.start();
    return consumer;
  }

  /** Kafka keeps the history itself: a group without offsets reads its topics from the beginning. */
  offerHistory(): void {}

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.stop()));
    this.dropProducer();
    const admin = await this.admin?.catch(() => null);
    await admin?.disconnect();
  }

  private async connectedProducer(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      // kafkajs would try for ever, with the state of a connection that may be at fault. Here a failed batch is sent
      // again whole by a new producer: the relay repeats until it succeeds, and readers know repeats by their id.
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
    });
    await producer.connect();
    this.producer = producer;
    return producer;
  }

  private dropProducer(): void {
    const { producer } = this;
    this.producer = null;
    producer?.disconnect().catch((err: unknown) => this.options.log.debug({ err }, 'A producer did not say goodbye.'));
  }

  /** One connection for all questions; dropped after a failure, since it may be the fault. */
  private async withAdmin<T>(use: (admin: Admin) => Promise<T>): Promise<T> {
    this.admin ??= connectedAdmin(this.kafka);
    const { admin } = this;
    try {
      return await use(await admin);
    } catch (error) {
      if (this.admin === admin) this.admin = null;
      void admin.then((one) => one.disconnect()).catch(() => undefined);
      throw error;
    }
  }
}

async function connectedAdmin(kafka: Kafka): Promise<Admin> {
  const admin = kafka.admin();
  await admin.connect();
  return admin;
}

function* chunksOf(messages: readonly BrokerMessage[]): Generator<BrokerMessage[]> {
  let chunk: BrokerMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = message.value?.byteLength ?? 0;
    if (chunk.length > 0 && bytes + size > chunkBytesMax) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(message);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}

function byTopic(messages: readonly BrokerMessage[]): { topic: string; messages: Message[] }[] {
  const topics = new Map<string, Message[]>();
  for (const { topic, key, headers, value } of messages) {
    topics.set(topic, [...(topics.get(topic) ?? []), { key, headers, value }]);
  }
  return [...topics].map(([topic, list]) => ({ topic, messages: list }));
}
