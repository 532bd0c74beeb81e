import { describeWithKafka, eventually, uniqueName } from '#libs/testing';
import { afterEach, expect, it } from '@jest/globals';
import type { TopicPromise } from '#libs/contracts';

import { silentLog } from '../log.js';
import type { BrokerMessage } from './broker.js';
import { createTopics } from './create-topics.js';
import { connectKafka, KafkaBroker } from './kafka-broker.js';

const promise: TopicPromise = { owner: 'quiz', partitions: 2, cleanup: 'delete', retentionMs: -1 };

describeWithKafka('on a real Kafka', ({ broker: address }) => {
  const options = { brokers: [address], clientId: 'spec', log: silentLog };
  const brokers: KafkaBroker[] = [];

  afterEach(async () => {
    for (const broker of brokers.splice(0)) await broker.close();
  });

  function connect(): KafkaBroker {
    const broker = new KafkaBroker(options);
    brokers.push(broker);
    return broker;
  }

  function listen(broker: KafkaBroker, topic: string, onMessage: (message: BrokerMessage) => Promise<void>) {
    const group = uniqueName('spec');
    return broker.subscribe({
      group,
      topics: [topic],
      onMessage,
      needsReplay: async () => false,
      replayed: async () => {},
    });
  }

  function message(topic: string, text: string): BrokerMessage {
    return { topic, key: text, headers: { ce_id: text }, value: Buffer.from(text) };
  }

  it('topics are made as promised, however often, and a changed promise is brought in line', async () => {
    const topic = uniqueName('topics');
    const make = (changed: Partial<TopicPromise> = {}) =>
      createTopics({ ...options, promises: { [topic]: { ...promise, ...changed } } });

    expect(await make()).toEqual({ created: [topic], updated: [], differing: [] });
    expect(await make()).toEqual({ created: [], updated: [topic], differing: [] });
    expect(await settingOf(topic, 'retention.ms')).toBe('-1');
    await make({ retentionMs: 3_600_000 });
    expect(await settingOf(topic, 'retention.ms')).toBe('3600000');
    expect(await make({ partitions: 3 })).toMatchObject({ differing: [topic] });
  });

  async function settingOf(topic: string, name: string): Promise<string | undefined> {
    const admin = connectKafka(options).admin();
    await admin.connect();
    try {
      // 2 is kafkajs's number for a topic.
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: 2, name: topic, configNames: [name] }],
      });
      return resources[0]?.configEntries[0]?.configValue;
    } finally {
      await admin.disconnect();
    }
  }

  it('a group that starts before its topics exist waits for them', async () => {
    const topic = uniqueName('later');
    const broker = connect();
    const got: string[] = [];
    const consumer = listen(broker, topic, async ({ value }) => void got.push(String(value)));
    expect(consumer.problem()).toBeNull();

    await createTopics({ ...options, promises: { [topic]: promise } });
    await broker.publish([message(topic, 'hello')]);

    await eventually(() => expect(got).toEqual(['hello']), { withinMs: 30_000 });
  }, 60_000);

  it('lag is what a group has still to take, per partition', async () => {
    const topic = uniqueName('lag');
    await createTopics({ ...options, promises: { [topic]: promise } });
    const broker = connect();
    await broker.publish(Array.from({ length: 10 }, (_, index) => message(topic, `m${index}`)));
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const consumer = listen(broker, topic, () => held);
    const total = async () => (await consumer.lag()).reduce((sum, { messages }) => sum + messages, 0);

    await eventually(async () => expect(await total()).toBe(10), { withinMs: 20_000 });
    release();
    await eventually(async () => expect(await total()).toBe(0), { withinMs: 20_000 });
  }, 60_000);

  it('a batch larger than a record may be is sent in parts, and a large event alone', async () => {
    const topic = uniqueName('large');
    await createTopics({ ...options, promises: { [topic]: promise } });
    const broker = connect();
    const sizes = [400_000, 400_000, 4_200_000, 400_000];
    const got: number[] = [];
    listen(broker, topic, async ({ value }) => void got.push(value?.byteLength ?? 0));
    await broker.publish(sizes.map((size) => ({ ...message(topic, 'same key'), value: Buffer.alloc(size, 'x') })));

    await eventually(() => expect(got).toEqual(sizes), { withinMs: 30_000 });
  }, 60_000);
});
