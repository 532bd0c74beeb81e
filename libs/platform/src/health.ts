import type { DataSource } from 'typeorm';

export interface HealthReport {
  status: 'ok' | 'unready';
  checks: Record<string, string>;
}

/** A named reason to be unready: answers null when all is well, else a sentence. */
export type HealthCheck = () => Promise<string | null> | string | null;

/**
 * Readiness asks the own database, its schema and the consumers, never the broker: the outbox absorbs a broker outage
 * and learners go on. Liveness asks nothing: it answers as long as the event loop turns.
 */
export class Health {
  private readonly checks = new Map<string, HealthCheck>();
  private isStopping = false;

  add(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** From now on unready, so that traffic goes elsewhere while requests in flight finish. */
  stop(): void {
    this.isStopping = true;
  }

  async ready(): Promise<HealthReport> {
    const checks: Record<string, string> = {};
    for (const [name, check] of this.checks) {
      checks[name] =
        (await Promise.resolve(check()).catch((error: unknown) => (error instanceof Error ? error.name : 'failed'))) ??
        'ok';
    }
    if (this.isStopping) checks['process'] = 'stopping';
    return { status: Object.values(checks).every((outcome) => outcome === 'ok') ? 'ok' : 'unready', checks };
  }
}

export function databaseCheck(dataSource: DataSource): HealthCheck {
  return async () => {
    const timeout = new Promise<string>((resolve) => setTimeout(resolve, 2_000, 'no answer within 2 s').unref());
    return Promise.race([dataSource.query('SELECT 1').then(() => null), timeout]);
  };
}

export function schemaCheck(dataSource: DataSource): HealthCheck {
  let isCurrent = false;
  return async () => {
    isCurrent ||= !(await dataSource.showMigrations());
    return isCurrent ? null : 'migrations are pending';
  };
}
