import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTopics, InProcessBroker, KafkaBroker } from '#libs/messaging';
import { startKafka, type LocalKafka } from '#libs/local-servers';
import { describeWithKafka } from '#libs/testing';
import { afterAll, beforeAll, describe, it } from '@jest/globals';

import { guarantees } from './guarantees.js';
import { Rig, type BrokerKind } from './rig.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** The promises of messaging, on any broker. */
function brokerContract(kind: BrokerKind, withinMs: number): void {
  it.each(Object.values(guarantees))(
    '$title',
    async ({ check }) => {
      const rig = await Rig.open(kind, withinMs);
      try {
        await check(rig);
      } finally {
        await rig.close();
      }
    },
    withinMs * 3,
  );
}

describe('the in-process broker', () => {
  brokerContract(
    {
      connect: () => new InProcessBroker([], log),
      killConsumer: (server) => server.close(),
    },
    15_000,
  );
});

describeWithKafka('Kafka', () => {
  const options = { jarsDir: join(process.cwd(), '.waymark/kafka-jars') };
  let folder: string;
  let server: LocalKafka;

  // A broker of its own: it is stopped and started, and its topics carry only what is written here.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-contract-'));
    server = await startKafka({ ...options, dataDir: join(folder, 'kafka') });
    await createTopics({ brokers: [server.broker], clientId: 'contract', log });
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  brokerContract(
    {
      connect: () => new KafkaBroker({ brokers: [server.broker], clientId: 'contract', log }),
      goAway: () => server.stop(),
      comeBack: async () => {
        server = await startKafka({ ...options, dataDir: join(folder, 'kafka'), port: server.port });
      },
      killConsumer: async (broken) => {
        const consumer: { stop(): Promise<void> } = Reflect.get(Reflect.get(broken, 'consumer'), 'consumer');
        await consumer.stop();
      },
    },
    60_000,
  );
});
