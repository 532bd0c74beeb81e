import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { freePort, isPortFree } from './free-port.js';
import { LocalServerError } from './local-server-error.js';
import { ensureCluster } from './postgres-cluster.js';
import { prepareHost, type PostgresHost } from './postgres-host.js';
import { commandLineOf, hasEnded, isAlive, signal } from './processes.js';
import { ServerFolder } from './server-folder.js';

export interface EmbeddedPostgresOptions {
  /** Holds everything of this server; created when missing, kept between runs. */
  readonly dataDir: string;
  /** Default: the port of last time if it is free, else any free one. */
  readonly port?: number;
  /** Server settings on top of the small ones below, for example `{ max_connections: '100' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** URL of the database `postgres` as superuser, on the loopback address. */
  readonly superuserUrl: string;
  /** Process id of the server, for tests that kill it. */
  readonly pid: number;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Ends all sessions, flushes and stops. Safe to call twice. */
  stop(): Promise<void>;
}

/** A laptop's share of memory. Durability is not for sale: fsync, full_page_writes and synchronous_commit stay on. */
const smallSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '32MB',
  max_wal_size: '256MB',
  autovacuum_max_workers: '2',
  io_method: 'sync',
  jit: 'off',
  idle_in_transaction_session_timeout: '30s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
} as const;

const startWithinMs = 20_000;
const retryForMs = 10_000;

/**
 * Starts a PostgreSQL server whose data live in a folder. A server that outlived its parent (`kill -9`) is stopped first;
 * after a crash of the server it recovers. Refuses with a {@link LocalServerError} that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = await ServerFolder.claim(options.dataDir);
  try {
    const host = await prepareHost(folder);
    try {
      const password = await ensureCluster(host);
      await stopOrphan(folder);
      const port = await choosePort(folder, options.port);
      const settings = { ...smallSettings, ...options.settings, port: String(port) };
      const child = await startWithRetries(host, settings);
      return describe(folder, child, { port, password });
    } finally {
      await host.close();
    }
  } catch (error) {
    await folder.release();
    throw error;
  }
}

type Settings = Readonly<Record<string, string>>;

/** After `kill -9` of the server its children hold the shared memory for some seconds: only trying again helps. */
async function startWithRetries(host: PostgresHost, settings: Settings): Promise<ChildProcess> {
  const deadline = Date.now() + retryForMs;
  for (;;) {
    try {
      return await startOnce(host, settings);
    } catch (error) {
      const canPass = error instanceof LocalServerError && /lock file|shared memory/.test(error.message);
      if (!canPass || Date.now() > deadline) throw error;
      await delay(250);
    }
  }
}

async function startOnce(host: PostgresHost, settings: Settings): Promise<ChildProcess> {
  const { folder, user, binaries, seen, descriptors } = host;
  const log = await open(folder.file('postgres.log'), 'w', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Its own session: Ctrl-C in the terminal must reach us first, so that we can finish our work before the database goes.
  const child = spawn(binaries.postgres, ['-D', seen('cluster'), ...flags], {
    ...user,
    cwd: folder.path,
    detached: true,
    stdio: ['ignore', log.fd, log.fd, ...descriptors],
  });
  const failure = new Promise<Error>((resolve) => child.once('error', resolve));
  try {
    const deadline = Date.now() + startWithinMs;
    while (!(await isReady(folder, child))) {
      const error = await Promise.race([failure, delay(20, null)]);
      if (error || hasExited(child) || Date.now() > deadline) throw await failedStart(folder, settings.port, error);
    }
  } catch (error) {
    child.kill('SIGQUIT');
    throw error;
  } finally {
    await log.close();
  }
  child.unref();
  return child;
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** The server writes its state on line 8 of postmaster.pid; line 1 tells whether the file is this server's at all. */
async function isReady(folder: ServerFolder, child: ChildProcess): Promise<boolean> {
  const lines = await postmasterFile(folder);
  return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
}

async function postmasterFile(folder: ServerFolder): Promise<string[]> {
  return readFile(folder.file('cluster/postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
}

async function failedStart(folder: ServerFolder, port = '', cause?: Error | null): Promise<LocalServerError> {
  const log = (await folder.read('postgres.log')) ?? '';
  if (log.includes('Address already in use')) return portTaken(Number(port));
  const fatal = log.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line));
  return new LocalServerError(
    'start_failed',
    `PostgreSQL did not start: ${cause?.message ?? fatal ?? 'it said nothing'}`,
    `Its log is ${folder.file('postgres.log')}.`,
    { cause: cause ?? new Error(log) },
  );
}

function portTaken(port: number): LocalServerError {
  return new LocalServerError(
    'port_taken',
    `Port ${port} is taken by another program.`,
    'Stop that program, or choose another port.',
  );
}

/**
 * A server left behind by a parent that was killed. The folder is claimed by us, so nobody else uses it: stopping it in
 * the orderly way costs milliseconds and leaves one way of starting instead of two.
 */
async function stopOrphan(folder: ServerFolder): Promise<void> {
  const pid = Number((await postmasterFile(folder))[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  const command = commandLineOf(pid);
  if (command && !command.includes('postgres')) return;
  await stopServer(pid);
}

async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await hasEnded(pid, 10_000)) return;
  // Immediate shutdown: unsaved pages are recovered from the log at the next start, nothing committed is lost.
  signal(pid, 'SIGQUIT');
  if (await hasEnded(pid, 5_000)) return;
  throw new LocalServerError('stop_failed', `PostgreSQL (process ${pid}) does not stop.`, `Run "kill -9 ${pid}".`);
}

async function choosePort(folder: ServerFolder, wanted?: number): Promise<number> {
  if (wanted !== undefined) {
    if (await isPortFree(wanted)) return wanted;
    throw portTaken(wanted);
  }
  const options = await folder.read('cluster/postmaster.opts');
  const last = Number(/"?port=(\d+)/.exec(options ?? '')?.[1]);
  return last && (await isPortFree(last)) ? last : freePort();
}

function describe(
  folder: ServerFolder,
  child: ChildProcess,
  { port, password }: { port: number; password: string },
): EmbeddedPostgres {
  const pid = child.pid!; // isReady compared it with the server's own file
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stopAtExit = () => child.kill('SIGINT');
  process.once('exit', stopAtExit);
  let stopping: Promise<void> | null = null;
  return {
    port,
    pid,
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    ended,
    stop: () =>
      (stopping ??= (async () => {
        process.off('exit', stopAtExit);
        if (!hasExited(child)) await stopServer(pid);
        await folder.release();
      })()),
  };
}
