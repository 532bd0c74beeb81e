import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { freePort, isPortFree } from './free-port.js';
import { ensureKafkaJars, requireJava } from './kafka-jars.js';
import { LocalServerError } from './local-server-error.js';
import { commandLineOf, hasEnded, isAlive, signal } from './processes.js';
import { ServerFolder } from './server-folder.js';

export interface KafkaOptions {
  /** Holds the log of this broker; created when missing, kept between runs. */
  readonly dataDir: string;
  /** Cache of the jars, shared between brokers. */
  readonly jarsDir: string;
  /** Default: any free one. */
  readonly port?: number;
}

export interface LocalKafka {
  readonly port: number;
  /** `host:port`, as clients want it. */
  readonly broker: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const startWithinMs = 120_000;
const heapMbMax = 512;

/**
 * Starts one Apache Kafka broker (KRaft, broker and controller in one process) on the loopback address. Topics are not
 * created by use: whoever needs one creates it, as in production. Refuses with a {@link LocalServerError}.
 */
export async function startKafka(options: KafkaOptions): Promise<LocalKafka> {
  const folder = await ServerFolder.claim(options.dataDir);
  try {
    await requireJava();
    const jars = await ensureKafkaJars(options.jarsDir);
    await stopOrphan(folder);
    const port = options.port ?? (await freePort());
    if (!(await isPortFree(port))) throw portTaken(port);
    await writeSettings(folder, port, await freePort());
    await format(folder, jars);
    const child = await startBroker(folder, jars, port);
    return describe(folder, child, port);
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function writeSettings(folder: ServerFolder, port: number, controllerPort: number): Promise<void> {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': folder.file('log').replaceAll('\\', '/'),
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
    'num.partitions': 3,
    'log.segment.bytes': 64 * 1024 * 1024,
    // One compaction buffer of 128 MB by default would be a quarter of the heap.
    'log.cleaner.dedupe.buffer.size': 8 * 1024 * 1024,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(folder.file('server.properties'), lines.join(''));
  await writeFile(folder.file('log4j2.properties'), logSettings);
}

const logSettings = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d %p %c %m%n
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
`;

async function format(folder: ServerFolder, jars: string): Promise<void> {
  if ((await folder.read('log/meta.properties')) !== null) return;
  // Left by a format that was cut short: nothing was ever acknowledged from it.
  await rm(folder.file('log'), { recursive: true, force: true });
  // The tool takes an id that begins with a dash for an option.
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const command = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', folder.file('server.properties')];
  await promisify(execFile)('java', [...javaFlags(folder, jars), ...command]).catch((cause: unknown) => {
    throw new LocalServerError('start_failed', `Kafka could not prepare ${folder.path}.`, String(cause), { cause });
  });
}

function javaFlags(folder: ServerFolder, jars: string): string[] {
  return [
    `-Xmx${heapMbMax}m`,
    '-XX:+UseSerialGC',
    // Half the time to start: the fast compiler alone is enough for a laptop's traffic.
    '-XX:TieredStopAtLevel=1',
    '-Djava.awt.headless=true',
    `-Dlog4j2.configurationFile=${folder.file('log4j2.properties')}`,
    '-cp',
    join(jars, '*'),
  ];
}

async function startBroker(folder: ServerFolder, jars: string, port: number): Promise<ChildProcess> {
  const log = await open(folder.file('kafka.log'), 'w');
  const child = spawn('java', [...javaFlags(folder, jars), 'kafka.Kafka', folder.file('server.properties')], {
    cwd: folder.path,
    // Its own session: Ctrl-C in the terminal reaches us first.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const failure = new Promise<Error>((resolve) => child.once('error', resolve));
  try {
    if (child.pid) await writeFile(folder.file('kafka.pid'), String(child.pid));
    const deadline = Date.now() + startWithinMs;
    while (!(await accepts(port))) {
      const error = await Promise.race([failure, delay(100, null)]);
      const isOver = child.exitCode !== null || child.signalCode !== null || Date.now() > deadline;
      if (error || isOver) throw await failedStart(folder, error);
    }
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    await log.close();
  }
  child.unref();
  return child;
}

/** The broker opens its port only after it has caught up with the controller, so an open port means it serves. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function failedStart(folder: ServerFolder, cause: Error | null): Promise<LocalServerError> {
  const log = (await folder.read('kafka.log')) ?? '';
  const said = cause?.message ?? log.split('\n').find((line) => / (ERROR|FATAL) |Exception/.test(line));
  return new LocalServerError(
    'start_failed',
    `Kafka did not start: ${said ?? 'it said nothing'}`,
    `Its log is ${folder.file('kafka.log')}.`,
    { cause: cause ?? new Error(log) },
  );
}

function portTaken(port: number): LocalServerError {
  const message = `Port ${port} is taken by another program.`;
  return new LocalServerError('port_taken', message, 'Stop that program, or choose another port.');
}

/** A broker left behind by a parent that was killed; the folder is claimed by us, so nobody else uses it. */
async function stopOrphan(folder: ServerFolder): Promise<void> {
  const pid = Number(await folder.read('kafka.pid'));
  if (pid > 0 && isAlive(pid) && commandLineOf(pid).includes(folder.file('server.properties'))) await stopBroker(pid);
}

async function stopBroker(pid: number): Promise<void> {
  signal(pid, 'SIGTERM');
  if (await hasEnded(pid, 20_000)) return;
  signal(pid, 'SIGKILL');
  if (await hasEnded(pid, 5_000)) return;
  throw new LocalServerError('stop_failed', `Kafka (process ${pid}) does not stop.`, `Run "kill -9 ${pid}".`);
}

function describe(folder: ServerFolder, child: ChildProcess, port: number): LocalKafka {
  const pid = child.pid!; // it opened its port, so it was spawned
  const stopAtExit = () => child.kill('SIGTERM');
  process.once('exit', stopAtExit);
  let stopping: Promise<void> | null = null;
  return {
    port,
    broker: `127.0.0.1:${port}`,
    pid,
    stop: () =>
      (stopping ??= (async () => {
        process.off('exit', stopAtExit);
        await stopBroker(pid);
        await folder.release();
      })()),
  };
}
