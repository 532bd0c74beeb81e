import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { LocalServerError, systemCodeOf } from './local-server-error.js';

const run = promisify(execFile);
const javaVersionMin = 17;
const fetchWithinMs = 300_000;

export type Availability = { readonly isAvailable: true } | { readonly isAvailable: false; readonly reason: string };

/** Whether a Kafka broker can be had on this computer, fetching its jars when needed; if not, why. */
export async function kafkaAvailability(jarsDir: string): Promise<Availability> {
  try {
    await requireJava();
    await ensureKafkaJars(jarsDir);
    return { isAvailable: true };
  } catch (error) {
    if (error instanceof LocalServerError) return { isAvailable: false, reason: `${error.message} ${error.hint}` };
    throw error;
  }
}

export async function requireJava(): Promise<void> {
  const hint = `Install a Java runtime ${javaVersionMin} or newer (Debian: apt install openjdk-17-jre-headless).`;
  const { stderr } = await run('java', ['-version']).catch((cause: unknown) => {
    throw new LocalServerError('java_missing', 'Java was not found.', hint, { cause });
  });
  const version = Number(/version "(\d+)/.exec(stderr)?.[1]);
  if (version >= javaVersionMin) return;
  throw new LocalServerError(
    'java_missing',
    `Kafka needs Java ${javaVersionMin}; this is ${version || 'older'}.`,
    hint,
  );
}

/**
 * Fetches the jars named in `kafka/pom.xml` from Maven Central into a cache that is keyed by that file, and returns their
 * folder. Two processes may ask at once: each fetches into a folder of its own, the first rename wins.
 */
export async function ensureKafkaJars(jarsDir: string): Promise<string> {
  const pom = pomPath();
  const key = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 12);
  const place = resolve(jarsDir, key);
  if (existsSync(join(place, 'complete'))) return place;
  const building = resolve(jarsDir, `${key}.${process.pid}`);
  await mkdir(building, { recursive: true });
  try {
    await fetchJars(pom, building);
    await writeFile(join(building, 'complete'), '');
    await rename(building, place).catch((error: unknown) => {
      if (!existsSync(join(place, 'complete'))) throw error;
    });
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return place;
}

async function fetchJars(pom: string, target: string): Promise<void> {
  const goal = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  await run('mvn', [...goal, `-DoutputDirectory=${target}`], { timeout: fetchWithinMs }).catch((cause: unknown) => {
    if (systemCodeOf(cause) === 'ENOENT') {
      throw new LocalServerError(
        'jars_missing',
        'Maven was not found; it fetches the jars of Kafka.',
        'Install Maven 3.8 or newer (Debian: apt install maven).',
        { cause },
      );
    }
    const said = cause instanceof Object && 'stdout' in cause ? String(cause.stdout) : String(cause);
    throw new LocalServerError(
      'jars_missing',
      `Maven could not fetch the jars of Kafka: ${said.split('\n').find((line) => line.includes('ERROR')) ?? 'no answer'}`,
      'Check the network, or the mirror in ~/.m2/settings.xml.',
      { cause },
    );
  });
}

/** The build copies no XML, so the compiled code looks for the source tree it was built from. */
function pomPath(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'libs/local-servers/kafka/pom.xml');
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) {
      throw new LocalServerError('jars_missing', 'kafka/pom.xml is missing.', 'Run from a checkout of Waymark.');
    }
  }
}
