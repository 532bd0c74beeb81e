import { parseArgs } from 'node:util';

import {
  dropParked,
  listParked,
  type ParkedFilter,
  type ParkedMessage,
  requeueParked,
  showParked,
} from '#libs/messaging';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';

import { Misuse, runCommand, services, withServiceDatabase } from './service-database.js';

const usage = `Messages that a service set aside because they cannot be handled.

  npm run parked -- list    --service quiz [--group G] [--reason R]
  npm run parked -- show    --service quiz ID
  npm run parked -- requeue --service quiz ID | --group G [--reason R] | --all
  npm run parked -- drop    --service quiz ID | --group G [--reason R] | --all

"requeue" gives messages another chance under the same id, "drop" gives them up for good.
The database is that of the running laptop platform, or the one in DATABASE_URL.`;

interface Command {
  readonly verb: string;
  readonly service: z.output<typeof services>;
  readonly filter: ParkedFilter;
  readonly isForAll: boolean;
}

function readCommand(): Command {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      service: { type: 'string' },
      group: { type: 'string' },
      reason: { type: 'string' },
      all: { type: 'boolean' },
    },
  });
  const [verb = '', id] = positionals;
  const service = services.safeParse(values.service);
  if (!service.success) throw new Misuse(usage);
  if (id !== undefined && !/^\d{1,18}$/.test(id)) throw new Misuse(`"${id}" is not the number of a parked message.`);
  const { group, reason } = values;
  return { verb, service: service.data, filter: { id, group, reason }, isForAll: values.all === true };
}

async function run(command: Command, db: DataSource): Promise<void> {
  const { verb, filter } = command;
  if (verb === 'list') return list(db, filter);
  if (verb === 'show') return show(await showParked(db, required(filter.id)));
  if (verb !== 'requeue' && verb !== 'drop') throw new Misuse(usage);
  if (!filter.id && !filter.group && !filter.reason && !command.isForAll) {
    throw new Misuse(`Say which messages to ${verb}: a number, --group, --reason, or --all.`);
  }
  const count = await (verb === 'requeue' ? requeueParked(db, filter) : dropParked(db, filter));
  console.log(`${count} ${count === 1 ? 'message' : 'messages'} ${verb === 'requeue' ? 'requeued' : 'dropped'}.`);
  if (count === 0 && filter.id) process.exitCode = 1;
}

async function list(db: DataSource, filter: ParkedFilter): Promise<void> {
  const parked = await listParked(db, filter);
  if (parked.length === 0) console.log('Nothing is parked.');
  for (const { id, group, type, key, reason, detail, parkedAt, isRequeued } of parked) {
    console.log(`${id}  ${parkedAt.toISOString()}  ${group}  ${type}  ${key}  ${isRequeued ? 'requeued' : reason}`);
    console.log(`    ${detail}`);
  }
}

function show(parked: ParkedMessage | null): void {
  if (!parked) throw new Misuse('There is no such parked message.');
  const { message, ...summary } = parked;
  console.log(
    JSON.stringify({ ...summary, headers: message.headers, value: message.value?.toString() ?? null }, null, 2),
  );
}

function required(id: string | undefined): string {
  if (id === undefined) throw new Misuse(usage);
  return id;
}

await runCommand(async () => {
  const command = readCommand();
  await withServiceDatabase(command.service, 'parked', (db) => run(command, db));
});
