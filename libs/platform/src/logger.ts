import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** PostgreSQL tells of a row that it refuses by quoting it: addresses, names, answers. */
const quoted = ['parameters', 'detail', 'where'].flatMap((name) => [`err.${name}`, `err.driverError.${name}`]);

/**
 * JSON lines on standard output, or to where a test reads them. Secrets never get this far; the redaction is the second lock on that
 * door.
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    redact: [
      'authorization',
      'cookie',
      'password',
      '*.authorization',
      '*.cookie',
      '*.password',
      '*.accessToken',
      '*.token',
      '*.url',
      ...quoted,
    ],
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Lets Nest write its own lines through pino; its chatter about routes is debug to us. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
