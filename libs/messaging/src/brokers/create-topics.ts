import { topics, type TopicPromise } from '#libs/contracts';
import kafkajs, { type Admin } from 'kafkajs';

import { connectKafka, type KafkaBrokerOptions } from './kafka-broker.js';

export interface CreateTopicsOptions extends KafkaBrokerOptions {
  /** Copies of each partition; 1 on a laptop, 3 on a cluster. */
  readonly replicationFactor?: number;
  /** For tests: other topics than those of the platform. */
  readonly promises?: Readonly<Record<string, TopicPromise>>;
}

export interface CreateTopicsReport {
  readonly created: readonly string[];
  /** Existed; their settings were brought in line. */
  readonly updated: readonly string[];
  /** Has another number of partitions than promised. Left alone: another number would move keys and break their order. */
  readonly differing: readonly string[];
}

/** Above the largest event the outbox takes (4 MiB), with its headers. */
const messageBytesMax = 5 * 1024 * 1024;
const compactWithinMs = 24 * 3_600_000;

/** Makes the topics of `libs/contracts` as promised there. Safe to run again, and before each deployment. */
export async function createTopics(options: CreateTopicsOptions): Promise<CreateTopicsReport> {
  const promises = Object.entries(options.promises ?? topics);
  const replicationFactor = options.replicationFactor ?? 1;
  const admin = connectKafka(options).admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = promises.filter(([topic]) => !existing.has(topic));
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map(([topic, promise]) => ({
        topic,
        numPartitions: promise.partitions,
        replicationFactor,
        configEntries: settingsOf(promise, replicationFactor),
      })),
    });
    const present = promises.filter(([topic]) => existing.has(topic));
    await bringInLine(admin, present, replicationFactor);
    return {
      created: missing.map(([topic]) => topic),
      updated: present.map(([topic]) => topic),
      differing: await differingOf(admin, present),
    };
  } finally {
    await admin.disconnect();
  }
}

function settingsOf(promise: TopicPromise, replicationFactor: number): { name: string; value: string }[] {
  return [
    { name: 'cleanup.policy', value: promise.cleanup },
    { name: 'max.message.bytes', value: String(messageBytesMax) },
    { name: 'min.insync.replicas', value: replicationFactor > 2 ? '2' : '1' },
    // What was superseded is forgotten within a day or so, also in a topic where little happens.
    ...(promise.cleanup === 'compact' ? [{ name: 'max.compaction.lag.ms', value: String(compactWithinMs) }] : []),
    ...(promise.retentionMs === null ? [] : [{ name: 'retention.ms', value: String(promise.retentionMs) }]),
  ];
}

async function bringInLine(admin: Admin, present: [string, TopicPromise][], replicationFactor: number): Promise<void> {
  if (present.length === 0) return;
  await admin.alterConfigs({
    validateOnly: false,
    resources: present.map(([name, promise]) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name,
      configEntries: settingsOf(promise, replicationFactor),
    })),
  });
}

async function differingOf(admin: Admin, present: [string, TopicPromise][]): Promise<string[]> {
  if (present.length === 0) return [];
  const { topics: found } = await admin.fetchTopicMetadata({ topics: present.map(([topic]) => topic) });
  const counts = new Map(found.map(({ name, partitions }) => [name, partitions.length]));
  return present.filter(([topic, { partitions }]) => counts.get(topic) !== partitions).map(([topic]) => topic);
}
