import { Injectable } from '@nestjs/common';
import { Metrics } from '#libs/platform';

/** The business counters of cohorts. */
@Injectable()
export class CohortMetrics {
  private readonly cohorts;
  private readonly learners;
  private readonly invitations;

  constructor(metrics: Metrics) {
    this.cohorts = metrics.counter('waymark_cohorts_created_total', 'Cohorts created.');
    this.learners = metrics.counter('waymark_learners_enrolled_total', 'Learners enrolled into a cohort.');
    this.invitations = metrics.counter(
      'waymark_learners_invited_total',
      'Invitations sent to addresses without an account.',
    );
  }

  created(): void {
    this.cohorts.inc();
  }

  enrolled(count: number): void {
    this.learners.inc(count);
  }

  invited(count: number): void {
    this.invitations.inc(count);
  }
}
