import { Injectable } from '@nestjs/common';
import { Metrics } from '#libs/platform';

/** The business counters of challenges. */
@Injectable()
export class ChallengeMetrics {
  private readonly challenges;
  private readonly resolutions;

  constructor(metrics: Metrics) {
    this.challenges = metrics.counter('waymark_challenges_made_total', 'Questions that learners doubted.');
    this.resolutions = metrics.counter('waymark_challenges_resolved_total', 'Challenges answered, by outcome.', [
      'outcome',
    ]);
    for (const outcome of ['accepted', 'declined']) this.resolutions.labels(outcome).inc(0);
  }

  made(): void {
    this.challenges.inc();
  }

  resolved(outcome: 'accepted' | 'declined'): void {
    this.resolutions.labels(outcome).inc();
  }
}
