import { setTimeout as delay } from 'node:timers/promises';

import type { Provider } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { ConfigurationInvalid, type ServiceSettings } from './config.js';
import type { EventConnection } from './events.js';
import { migrateService, openService } from './host.js';
import { jwksOver } from './key-source.js';
import { createLogger, type Logger } from './logger.js';
import type { Service, ServiceDefinition } from './service.js';

/** From the moment readiness turns false, balancers need a little while to send traffic elsewhere. */
const drainMs = 5_000;

export interface ServiceProcess<Settings extends ServiceSettings> {
  readonly readSettings: () => Settings;
  /** The service's configuration, made of its settings. */
  readonly providers: (settings: Settings) => readonly Provider[];
  readonly connectEvents: (settings: Settings, dataSource: DataSource, logger: Logger) => EventConnection;
}

/**
 * The whole of a service's `main.ts`: `migrate` as first argument brings the schema up to date and ends, otherwise the
 * service runs until SIGTERM or SIGINT. Configuration mistakes are printed all at once, with exit code 78.
 */
export async function runService<Settings extends ServiceSettings>(
  definition: ServiceDefinition,
  { readSettings, providers, connectEvents }: ServiceProcess<Settings>,
): Promise<void> {
  try {
    const settings = readSettings();
    const logger = createLogger(definition.name, settings.LOG_LEVEL);
    if (process.argv[2] === 'migrate') {
      const done = await migrateService(definition, settings.DATABASE_URL);
      logger.info({ migrations: done }, 'schema is up to date');
      return;
    }
    const service = await openService(definition, {
      databaseUrl: settings.DATABASE_URL,
      databasePoolMax: settings.DATABASE_POOL_MAX,
      publicUrl: settings.PUBLIC_URL,
      trustedProxies: settings.TRUSTED_PROXIES,
      logger,
      fetchKeys: settings.JWKS_URL === undefined ? async () => [] : jwksOver(settings.JWKS_URL),
      processMetrics: true,
      migrateAtStart: false,
      providers: providers(settings),
      connectEvents: (dataSource) => connectEvents(settings, dataSource, logger),
    });
    await service.app.listen(settings.PORT, settings.HOST);
    logger.info({ port: settings.PORT }, 'listening');
    stopOnSignal(service, logger, settings.NODE_ENV === 'production' ? drainMs : 0);
  } catch (error) {
    if (!(error instanceof ConfigurationInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 78;
  }
}

function stopOnSignal(service: Service, logger: Logger, waitMs: number): void {
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    service.health.stop();
    await delay(waitMs);
    await service.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}
