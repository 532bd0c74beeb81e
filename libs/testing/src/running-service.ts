import type { Provider } from '@nestjs/common';
import type { EventConnection, Service, ServiceDefinition } from '#libs/platform';
import type { DataSource } from 'typeorm';

import { createTestDatabase } from './database.js';
import { DrivenClock } from './driven-clock.js';
import type { TokenHolder, TokenIssuer } from './tokens.js';

export interface Sent {
  /** Whose token goes along; nobody's when left out. */
  readonly as?: TokenHolder;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON where the answer is JSON, else text. Tests know its shape. */
  // oxlint-disable-next-line typescript/no-explicit-any -- assertions read deep into answers of every shape
  readonly body: any;
}

export interface RunningService {
  readonly service: Service;
  readonly dataSource: DataSource;
  readonly clock: DrivenClock;
  readonly tokens: TokenIssuer;
  readonly url: string;
  /** One request over a real socket; `path` is below `/api/<service>/v1` unless it begins with `/api`. */
  call(method: string, path: string, sent?: Sent): Promise<Answer>;
  stop(): Promise<void>;
}

export interface RunningOptions {
  readonly clock?: DrivenClock;
  /** Besides the outbox. */
  readonly providers?: readonly Provider[];
  /** How the service hears and is heard. Without it events stay in the outbox, where a test can look at them. */
  readonly connectEvents?: (dataSource: DataSource) => EventConnection;
}

/** A service on a fresh database and a free port, with nothing replaced but the clock and `auth`. Call `stop()` in `afterAll`. */
export async function startService(
  definition: ServiceDefinition,
  { clock = new DrivenClock(), providers = [], connectEvents }: RunningOptions = {},
): Promise<RunningService> {
  // Loaded on use: each spec file loads its modules anew, and most start no service.
  const [{ Outbox }, { createService }, { pino }, { TokenIssuer }] = await Promise.all([
    import('#libs/messaging'),
    import('#libs/platform'),
    import('pino'),
    import('./tokens.js'),
  ]);
  const database = await createTestDatabase({
    migrations: definition.migrations,
    entities: [...definition.entities] as never[],
  });
  const { dataSource } = database;
  const tokens = await TokenIssuer.open(clock);
  const events = connectEvents?.(dataSource);
  const service = await createService(definition, {
    dataSource,
    clock,
    logger: pino({ level: 'silent' }),
    publicUrl: 'http://localhost:3000',
    trustedProxies: [],
    fetchKeys: tokens.fetchKeys,
    processMetrics: false,
    providers: [...(events?.providers ?? [{ provide: Outbox, useValue: new Outbox() }]), ...providers],
    strategies: events?.strategies ?? [],
  });
  await service.app.startAllMicroservices();
  events?.start();
  await service.app.listen(0, '127.0.0.1');
  const url = await service.app.getUrl();

  const call = async (method: string, path: string, { as, body, headers = {} }: Sent = {}): Promise<Answer> => {
    const response = await fetch(url + (path.startsWith('/api') ? path : `/api/${definition.name}/v1${path}`), {
      method,
      headers: {
        ...(as ? { authorization: `Bearer ${tokens.tokenOf(as)}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const stop = async () => {
    await events?.stop();
    await service.close();
    await database.drop();
  };
  return { service, dataSource, clock, tokens, url, call, stop };
}
