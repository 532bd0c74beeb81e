import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';

import { describeWithKafka } from '#libs/testing';

import { startKafka, type LocalKafka } from './kafka.js';

describeWithKafka('a local Kafka', () => {
  let folder: string;
  let server: LocalKafka | null = null;

  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps its topics when it is killed and started again, and frees its port when it stops', async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-kafka-spec-'));
    const options = { dataDir: join(folder, 'data'), jarsDir: join(process.cwd(), '.waymark/kafka-jars') };
    server = await startKafka(options);
    const { port } = server;
    await withAdmin(server.broker, (admin) =>
      admin.createTopics({ waitForLeaders: true, topics: [{ topic: 'kept', numPartitions: 2 }] }),
    );
    process.kill(server.pid, 'SIGKILL');
    await server.stop();

    server = await startKafka({ ...options, port });

    expect(await withAdmin(server.broker, (admin) => admin.listTopics())).toContain('kept');
    await expect(startKafka(options)).rejects.toMatchObject({ code: 'folder_in_use' });
    await expect(startKafka({ ...options, dataDir: `${folder}/other`, port })).rejects.toMatchObject({
      code: 'port_taken',
    });
  }, 120_000);
});

async function withAdmin<T>(broker: string, use: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
  const admin = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await use(admin);
  } finally {
    await admin.disconnect();
  }
}
