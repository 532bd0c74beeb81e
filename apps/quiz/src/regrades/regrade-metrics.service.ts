import { Injectable } from '@nestjs/common';
import type { RegradePolicy } from '#libs/assessment';
import { Metrics } from '#libs/platform';
import { DataSource } from 'typeorm';

import { countUnfinished } from './regrades.queries.js';

/** The business counters of regrades. */
@Injectable()
export class RegradeMetrics {
  private readonly regrades;
  private readonly attempts;
  private readonly failures;
  private readonly batches;

  constructor(metrics: Metrics, dataSource: DataSource) {
    this.regrades = metrics.counter('waymark_regrades_applied_total', 'Regrades applied to the end, by policy.', [
      'policy',
    ]);
    this.attempts = metrics.counter('waymark_attempts_regraded_total', 'Attempts whose grade a regrade wrote anew.');
    this.failures = metrics.counter('waymark_regrade_batches_failed_total', 'Batches of regrades that met a fault.');
    this.batches = metrics.histogram('waymark_regrade_batch_seconds', 'Time of one batch, which is one transaction.', {
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    });
    metrics.observed(
      'waymark_regrades_unfinished',
      'Regrades at work, and failed ones that nobody has taken up again or discarded.',
      ['state'],
      async () => (await countUnfinished(dataSource)).map(({ state, count }) => ({ labels: { state }, value: count })),
    );
  }

  applied(policy: RegradePolicy): void {
    this.regrades.labels(policy).inc();
  }

  regraded(attempts: number): void {
    this.attempts.inc(attempts);
  }

  failed(): void {
    this.failures.inc();
  }

  /** Call what comes back when the batch is over. */
  timeBatch(): () => void {
    return this.batches.startTimer();
  }
}
