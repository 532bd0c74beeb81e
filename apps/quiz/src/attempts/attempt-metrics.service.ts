import { Injectable } from '@nestjs/common';
import { Metrics } from '#libs/platform';

import type { Ending } from './ending.js';

/** The business counters of attempts. */
@Injectable()
export class AttemptMetrics {
  private readonly starts;
  private readonly submissions;
  private readonly marks;
  private readonly grades;
  private readonly saves;
  private readonly sweepDelay;
  private readonly sweepFailures;

  constructor(metrics: Metrics) {
    this.starts = metrics.counter('waymark_attempts_started_total', 'Attempts started.');
    this.submissions = metrics.counter(
      'waymark_attempts_submitted_total',
      'Attempts that ended with answers for a person to mark.',
      ['ended_by'],
    );
    this.marks = metrics.counter(
      'waymark_answers_marked_total',
      'Marks given by people, the first of an answer or again.',
      ['kind'],
    );
    this.grades = metrics.counter('waymark_attempts_graded_total', 'Attempts graded, by what ended them and how.', [
      'ended_by',
      'outcome',
    ]);
    this.saves = metrics.counter('waymark_answers_saved_total', 'Answers stored by saves; repeats not counted.');
    this.sweepDelay = metrics.histogram(
      'waymark_attempt_sweep_delay_seconds',
      'From the deadline of an attempt to the sweep that ended it.',
      { buckets: [0.5, 1, 2, 3, 5, 10, 30, 60, 300] },
    );
    this.sweepFailures = metrics.counter('waymark_attempt_sweeps_failed_total', 'Sweeps that met a fault.');
  }

  started(): void {
    this.starts.inc();
  }

  ended(ending: Ending): void {
    if (ending.state === 'graded') this.graded(ending);
    else this.submissions.labels(ending.endedBy).inc();
  }

  graded({ endedBy, hasPassed }: { endedBy: string; hasPassed: boolean }): void {
    this.grades.labels(endedBy, hasPassed ? 'passed' : 'failed').inc();
  }

  marked(kind: 'first' | 'again'): void {
    this.marks.labels(kind).inc();
  }

  saved(): void {
    this.saves.inc();
  }

  sweepFailed(): void {
    this.sweepFailures.inc();
  }

  swept(delayMs: number): void {
    this.sweepDelay.observe(delayMs / 1_000);
  }
}
