import type { Provider } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { SystemClock } from './clock.js';
import { createDataSource, migrate } from './database.js';
import { type EventConnection, watchEvents } from './events.js';
import type { KeyFetcher } from './key-source.js';
import type { Logger } from './logger.js';
import { createService, type Service, type ServiceDefinition } from './service.js';

/** What a running service gets from its host, which is a process of its own or the laptop's one process. */
export interface ServiceHost {
  readonly databaseUrl: string;
  readonly databasePoolMax: number;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly logger: Logger;
  readonly fetchKeys: KeyFetcher;
  readonly processMetrics: boolean;
  /** Where migrations are a job of their own, a service waits unready for its schema instead. */
  readonly migrateAtStart: boolean;
  /** The service's configuration. */
  readonly providers: readonly Provider[];
  readonly connectEvents: (dataSource: DataSource) => EventConnection;
}

/** Opens a service on a host: database, events, HTTP. It takes requests and events, but nobody listens for it yet. */
export async function openService(definition: ServiceDefinition, host: ServiceHost): Promise<Service> {
  const dataSource = createDataSource({
    service: definition.name,
    url: host.databaseUrl,
    poolMax: host.databasePoolMax,
    entities: definition.entities,
    migrations: definition.migrations,
  });
  await dataSource.initialize();
  if (host.migrateAtStart) await migrate(dataSource);
  const events = host.connectEvents(dataSource);
  const service = await createService(definition, {
    dataSource,
    clock: new SystemClock(),
    logger: host.logger,
    publicUrl: host.publicUrl,
    trustedProxies: host.trustedProxies,
    fetchKeys: host.fetchKeys,
    processMetrics: host.processMetrics,
    providers: [...events.providers, ...host.providers],
    strategies: events.strategies,
  });
  service.health.add('events', () => events.problem());
  watchEvents(service.metrics, events);
  await service.app.startAllMicroservices();
  events.start();
  const close = async () => {
    service.health.stop();
    await service.close();
    await events.stop();
    await dataSource.destroy();
  };
  return { ...service, close };
}

/** Brings one service's schema up to date, for a migration job. */
export async function migrateService(definition: ServiceDefinition, databaseUrl: string): Promise<string[]> {
  const { name, entities, migrations } = definition;
  const dataSource = createDataSource({ service: name, url: databaseUrl, poolMax: 2, entities, migrations });
  await dataSource.initialize();
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
