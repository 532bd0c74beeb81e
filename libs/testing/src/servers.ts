import { chmod, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  discardServerFolder,
  isAlive,
  kafkaAvailability,
  startEmbeddedPostgres,
  startKafka,
} from '#libs/local-servers';

import { variables } from './environment.js';

const prefix = 'waymark-test-';

/** Speed for durability: a test run's databases need not outlive a power cut. Tests of crashes start their own server. */
const fastSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
} as const;

export interface TestServers {
  stop(): Promise<void>;
}

/**
 * Starts what the specs of one run share and tells them through the environment, which test workers inherit: one
 * PostgreSQL (unless `WAYMARK_TEST_DATABASE_URL` names one) and, when asked, one Kafka (unless `WAYMARK_TEST_KAFKA` does).
 */
export async function startTestServers(options: { jarsDir: string; needsKafka: boolean }): Promise<TestServers> {
  await discardLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.map((end) => end()));
    await discardServerFolders(folder);
  };
  try {
    if (!process.env[variables.databaseUrl]) {
      const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings: fastSettings });
      stops.push(() => postgres.stop());
      process.env[variables.databaseUrl] = postgres.superuserUrl;
    }
    if (options.needsKafka && !process.env[variables.kafka]) await startSharedKafka(folder, options.jarsDir, stops);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

async function startSharedKafka(folder: string, jarsDir: string, stops: (() => Promise<void>)[]): Promise<void> {
  const availability = await kafkaAvailability(jarsDir);
  if (!availability.isAvailable) {
    process.env[variables.kafkaMissing] = availability.reason;
    return;
  }
  const kafka = await startKafka({ dataDir: join(folder, 'kafka'), jarsDir });
  stops.push(() => kafka.stop());
  process.env[variables.kafka] = kafka.broker;
}

/** Folders of runs that were killed, with the servers they left running. */
async function discardLeftovers(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await discardServerFolders(join(tmpdir(), name));
  }
}

async function discardServerFolders(folder: string): Promise<void> {
  const discarded = await Promise.all(['postgres', 'kafka'].map((name) => discardServerFolder(join(folder, name))));
  if (discarded.every(Boolean)) await discardServerFolder(folder);
}
