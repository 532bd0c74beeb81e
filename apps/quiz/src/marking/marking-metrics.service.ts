import { Injectable } from '@nestjs/common';
import { Clock, Metrics } from '#libs/platform';
import { DataSource } from 'typeorm';

import { waitingForMarks } from './marking.queries.js';

/** What waits for people. */
@Injectable()
export class MarkingMetrics {
  constructor(metrics: Metrics, dataSource: DataSource, clock: Clock) {
    metrics.observed(
      'waymark_attempts_waiting_for_marks',
      'Attempts that ended and have no grade until a person marks an answer.',
      [],
      async () => [{ labels: {}, value: (await waitingForMarks(dataSource, clock.now())).attempts }],
    );
    metrics.observed(
      'waymark_attempt_waiting_for_marks_oldest_seconds',
      'How long the attempt has waited that has waited longest for a mark.',
      [],
      async () => [{ labels: {}, value: (await waitingForMarks(dataSource, clock.now())).oldestSeconds }],
    );
  }
}
