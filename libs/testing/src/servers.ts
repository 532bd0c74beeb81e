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

import { dropTemplates } from './database.js';
import { variables } from './environment.js';
import { headlessShell } from './headless-shell.js';

const prefix = 'waymark-test-';

/** Speed for durability: a test run's databases need not outlive a power cut. Tests of crashes start their own server. */
const fastSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
} as const;

export interface TestServerOptions {
  /** Outlives the run: jars, and a browser. */
  readonly cacheDir: string;
  readonly needsKafka: boolean;
  readonly needsBrowser: boolean;
}

export interface TestServers {
  stop(): Promise<void>;
}

/**
 * Starts what the specs of one run share and tells them through the environment, which test workers inherit: one
 * PostgreSQL (unless `WAYMARK_TEST_DATABASE_URL` names one) and, when asked, one Kafka (unless `WAYMARK_TEST_KAFKA` does)
 * and a browser (unless `WAYMARK_TEST_CHROMIUM` does).
 */
export async function startTestServers(options: TestServerOptions): Promise<TestServers> {
  await discardLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755);
  process.env[variables.folder] = folder;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.map((end) => end()));
    await discardServerFolders(folder);
  };
  const starts = [startPostgres(folder, stops)];
  if (options.needsKafka && !process.env[variables.kafka]) starts.push(startSharedKafka(folder, options, stops));
  if (options.needsBrowser && !process.env[variables.chromium]) starts.push(findBrowser(options));
  const failed = (await Promise.allSettled(starts)).find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { stop };
}

async function startPostgres(folder: string, stops: (() => Promise<void>)[]): Promise<void> {
  if (process.env[variables.databaseUrl]) {
    stops.push(dropTemplates);
    return;
  }
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), settings: fastSettings });
  stops.push(() => postgres.stop());
  process.env[variables.databaseUrl] = postgres.superuserUrl;
}

/** Without a shell the browser of the system is taken, if there is one. */
async function findBrowser({ cacheDir }: TestServerOptions): Promise<void> {
  const shell = await headlessShell(join(cacheDir, 'chromium'));
  if (shell !== null) process.env[variables.chromium] = shell;
}

async function startSharedKafka(
  folder: string,
  { cacheDir }: TestServerOptions,
  stops: (() => Promise<void>)[],
): Promise<void> {
  const jarsDir = join(cacheDir, 'kafka-jars');
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
