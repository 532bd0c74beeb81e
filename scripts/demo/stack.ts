import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ServiceName } from '#libs/contracts';
import { freePort, startEmbeddedPostgres, startKafka } from '#libs/local-servers';

import { ensureDatabases } from '../../apps/standalone/src/databases.js';
import { dist, runProgram, stopProgram, whenFinished, whenReady } from '../processes.js';
import type { Urls } from './client.js';
import type { DemoOptions } from './options.js';

export interface Stack {
  readonly urls: Urls;
  /** Address of the browser application, where there is one. */
  readonly webUrl: string | null;
  stop(): Promise<void>;
}

/** A platform of its own for the demo: fresh databases, free ports, gone afterwards. */
export async function startStack(options: DemoOptions): Promise<Stack> {
  if (options.baseUrl !== null) {
    const { baseUrl } = options;
    return { urls: { auth: baseUrl, content: baseUrl, quiz: baseUrl }, webUrl: baseUrl, stop: async () => undefined };
  }
  const home = await mkdtemp(join(tmpdir(), 'waymark-demo-'));
  // PostgreSQL runs as a user of its own when this is started as root, and must get in.
  await chmod(home, 0o755);
  const undo: (() => Promise<void>)[] = [() => rm(home, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const stack =
      options.broker === 'kafka'
        ? await startServices(home, options, undo)
        : await startStandalone(home, options, undo);
    return { ...stack, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startStandalone(
  home: string,
  options: DemoOptions,
  undo: (() => Promise<void>)[],
): Promise<Omit<Stack, 'stop'>> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = runProgram('apps/standalone/src/main.js', {
    WAYMARK_HOME: home,
    PORT: String(port),
    WAYMARK_FIRST_START: 'bare',
    ADMIN_EMAIL: options.admin.email,
    ADMIN_PASSWORD: options.admin.password,
    LOG_LEVEL: 'error',
  });
  undo.push(() => stopProgram(child));
  await whenReady(url, child);
  return { urls: { auth: url, content: url, quiz: url }, webUrl: url };
}

async function startServices(
  home: string,
  options: DemoOptions,
  undo: (() => Promise<void>)[],
): Promise<Omit<Stack, 'stop'>> {
  const [postgres, kafka] = await Promise.all([
    startEmbeddedPostgres({ dataDir: join(home, 'postgres') }),
    startKafka({
      dataDir: join(home, 'kafka'),
      jarsDir: join(dist, '../.waymark/kafka-jars'),
    }),
  ]);
  undo.push(
    () => postgres.stop(),
    () => kafka.stop(),
  );
  const secret = () => randomBytes(32).toString('base64url');
  const databases = await ensureDatabases(postgres.superuserUrl, { auth: secret(), content: secret(), quiz: secret() });
  const ports = { auth: await freePort(), content: await freePort(), quiz: await freePort() };
  const urlOf = (name: ServiceName) => `http://127.0.0.1:${ports[name]}`;
  const common = {
    KAFKA_BROKERS: kafka.broker,
    PUBLIC_URL: urlOf('quiz'),
    JWKS_URL: `${urlOf('auth')}/.well-known/jwks.json`,
    LOG_LEVEL: 'error',
    KAFKA_REPLICATION_FACTOR: '1',
  };
  await whenFinished(runProgram('scripts/topics.js', common));
  for (const name of ['auth', 'content', 'quiz'] as const) {
    const own = {
      DATABASE_URL: databases[name],
      PORT: String(ports[name]),
      AUTH_SECRET: secret(),
      QUIZ_SECRET: secret(),
      ADMIN_EMAIL: options.admin.email,
      ADMIN_PASSWORD: options.admin.password,
    };
    await whenFinished(runProgram(`apps/${name}/src/main.js`, { ...common, ...own }, ['migrate']));
    const child = runProgram(`apps/${name}/src/main.js`, { ...common, ...own });
    undo.push(() => stopProgram(child));
    await whenReady(urlOf(name), child);
  }
  return { urls: { auth: urlOf('auth'), content: urlOf('content'), quiz: urlOf('quiz') }, webUrl: null };
}
