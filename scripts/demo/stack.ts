import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { ServiceName } from '#libs/contracts';
import { freePort, startEmbeddedPostgres, startKafka } from '#libs/local-servers';

import { ensureDatabases } from '../../apps/standalone/src/databases.js';
import type { Urls } from './client.js';
import type { DemoOptions } from './options.js';

export interface Stack {
  readonly urls: Urls;
  /** Address of the browser application, where there is one. */
  readonly webUrl: string | null;
  stop(): Promise<void>;
}

const dist = fileURLToPath(new URL('../../', import.meta.url));
const readyWithinMs = 60_000;

/** A platform of its own for the demo: fresh databases, free ports, gone afterwards. */
export async function startStack(options: DemoOptions): Promise<Stack> {
  if (options.baseUrl !== null) {
    const { baseUrl } = options;
    return { urls: { auth: baseUrl, content: baseUrl, quiz: baseUrl }, webUrl: baseUrl, stop: async () => undefined };
  }
  const home = await mkdtemp(join(tmpdir(), 'waymark-demo-'));
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
  const child = run('apps/standalone/src/main.js', {
    WAYMARK_HOME: home,
    PORT: String(port),
    WAYMARK_FIRST_START: 'bare',
    ADMIN_EMAIL: options.admin.email,
    ADMIN_PASSWORD: options.admin.password,
    LOG_LEVEL: 'error',
  });
  undo.push(() => end(child));
  await ready(url, child);
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
      jarsDir: fileURLToPath(new URL('../../../.waymark/kafka-jars', import.meta.url)),
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
  await finished(run('scripts/topics.js', common));
  for (const name of ['auth', 'content', 'quiz'] as const) {
    const own = {
      DATABASE_URL: databases[name],
      PORT: String(ports[name]),
      AUTH_SECRET: secret(),
      QUIZ_SECRET: secret(),
      ADMIN_EMAIL: options.admin.email,
      ADMIN_PASSWORD: options.admin.password,
    };
    await finished(run(`apps/${name}/src/main.js`, { ...common, ...own }, ['migrate']));
    const child = run(`apps/${name}/src/main.js`, { ...common, ...own });
    undo.push(() => end(child));
    await ready(urlOf(name), child);
  }
  return { urls: { auth: urlOf('auth'), content: urlOf('content'), quiz: urlOf('quiz') }, webUrl: null };
}

function run(program: string, settings: Record<string, string>, args: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', join(dist, program), ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (
    !(await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`a service ended with code ${child.exitCode} while starting`);
    if (Date.now() > deadline) throw new Error(`${url} was not ready within ${readyWithinMs / 1_000} s`);
    await delay(50);
  }
}

async function finished(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${child.spawnargs.slice(2).join(' ')} ended with code ${String(code)}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exited;
  clearTimeout(killer);
}
