import { AttemptVoided } from '#libs/contracts';
import {
  BrokerServer,
  InProcessBroker,
  KafkaBroker,
  Relay,
  type Broker,
  type Delivery,
  type Log,
} from '#libs/messaging';
import { DataSource } from 'typeorm';

/** The process that crashes.spec.ts kills again and again: a relay and a consumer, as services have them. */
const [ownerUrl, readerUrl, group = '', kafka = ''] = process.argv.slice(2);

const log: Log = { debug() {}, info() {}, warn() {}, error: (fields, message) => console.error(message, fields) };

async function connect(url: string | undefined): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url, extra: { max: 6 } }).initialize();
}

async function main(): Promise<void> {
  const [owner, reader] = await Promise.all([connect(ownerUrl), connect(readerUrl)]);
  const broker: Broker = kafka
    ? new KafkaBroker({ brokers: [kafka], clientId: 'victim', log })
    : new InProcessBroker([group], log);
  const server = new BrokerServer({ group, broker, dataSource: reader, log });
  const keep = async ({ event, manager }: Delivery<typeof AttemptVoided>) => {
    const { attemptId, version, courseId } = event.data;
    await manager.query('INSERT INTO effect (key, version) SELECT $1, $2 WHERE $3 = $4', [
      ...[attemptId, version],
      // A shared topic holds other tests' events too: this run's are told by their course.
      ...[courseId, process.argv[6]],
    ]);
  };
  server.addHandler(AttemptVoided.type, keep, true);
  server.listen(() => new Relay({ service: 'quiz', dataSource: owner, broker, log }).start());
  process.send?.('started');
}

await main();
