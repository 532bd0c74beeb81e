/**
 * `await-schema auth|content|quiz`: ends when the service's database has the schema of this release. The init container of
 * its pods, since nothing on a cluster promises that the migration job runs first.
 */
import { setTimeout as delay } from 'node:timers/promises';

import 'reflect-metadata';

import { createDataSource, readSettings, serviceSettings, type ServiceDefinition } from '#libs/platform';

import { auth } from '../apps/auth/src/auth.app.js';
import { content } from '../apps/content/src/content.app.js';
import { quiz } from '../apps/quiz/src/quiz.app.js';

const pauseMs = 2_000;
const withinMs = 15 * 60_000;

async function main(definition: ServiceDefinition): Promise<number> {
  const { DATABASE_URL: url } = readSettings(serviceSettings.pick({ DATABASE_URL: true }));
  const deadline = Date.now() + withinMs;
  let said = '';
  while (Date.now() < deadline) {
    const problem = await problemOf(definition, url);
    if (problem === null) return 0;
    if (problem !== said) process.stdout.write(`${definition.name} waits: ${problem}\n`);
    said = problem;
    await delay(pauseMs);
  }
  return 1;
}

async function problemOf({ name, entities, migrations }: ServiceDefinition, url: string): Promise<string | null> {
  const dataSource = createDataSource({ service: name, url, poolMax: 2, entities, migrations });
  try {
    await dataSource.initialize();
    return (await dataSource.showMigrations()) ? 'migrations are pending' : null;
  } catch (error) {
    // Whatever it is, the next try may find it mended; the deadline ends it.
    return error instanceof Error ? error.message : String(error);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

const definition = [auth, content, quiz].find(({ name }) => name === process.argv[2]);
if (definition === undefined) {
  process.stderr.write('await-schema auth|content|quiz\n');
  process.exitCode = 2;
} else {
  process.exitCode = await main(definition);
}
