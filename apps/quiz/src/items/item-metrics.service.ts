import { Injectable } from '@nestjs/common';
import { Metrics } from '#libs/platform';

/** The business counters of item analysis. */
@Injectable()
export class ItemMetrics {
  private readonly counted;
  private readonly analysed;
  private readonly failures;

  constructor(metrics: Metrics) {
    this.counted = metrics.counter(
      'waymark_item_attempts_counted_total',
      'Attempts counted, counted elsewhere, or taken out of the item statistics.',
    );
    this.analysed = metrics.counter('waymark_questions_analysed_total', 'Announcements of how a question did.');
    this.failures = metrics.counter(
      'waymark_question_announcements_failed_total',
      'Rounds of announcing questions that met a fault.',
    );
  }

  attemptsCounted(count: number): void {
    this.counted.inc(count);
  }

  questionsAnalysed(count: number): void {
    this.analysed.inc(count);
  }

  announcementsFailed(): void {
    this.failures.inc();
  }
}
