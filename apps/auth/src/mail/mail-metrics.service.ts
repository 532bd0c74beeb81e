import { Injectable } from '@nestjs/common';
import { Clock, Metrics, rows } from '#libs/platform';
import type { Counter } from 'prom-client';
import { DataSource } from 'typeorm';

import { type MailKind, mailKinds } from './mail.js';

@Injectable()
export class MailMetrics {
  private readonly queuedCount: Counter<'kind'>;
  private readonly sentCount: Counter<'kind'>;
  private readonly failedCount: Counter<'kind'>;

  constructor(dataSource: DataSource, clock: Clock, metrics: Metrics) {
    this.queuedCount = metrics.counter('waymark_mails_queued_total', 'Messages written, by kind.', ['kind']);
    this.sentCount = metrics.counter('waymark_mails_sent_total', 'Messages taken by the mail server, by kind.', [
      'kind',
    ]);
    this.failedCount = metrics.counter('waymark_mails_failed_total', 'Messages given up, by kind.', ['kind']);
    // From zero, so that an alert sees the first one as an increase.
    for (const kind of mailKinds)
      for (const counted of [this.queuedCount, this.sentCount, this.failedCount]) counted.inc({ kind }, 0);
    metrics.observed('waymark_mails_waiting', 'Messages that are not sent, by state.', ['state'], async () => {
      const counted = await rows<{ state: string; count: number }>(
        dataSource,
        `SELECT state, count(*)::int AS count FROM mail WHERE state <> 'sent' GROUP BY state`,
      );
      return ['queued', 'failed', 'kept'].map((state) => ({
        labels: { state },
        value: counted.find((row) => row.state === state)?.count ?? 0,
      }));
    });
    metrics.observed('waymark_mail_oldest_age_seconds', 'Age of the oldest message in the queue.', [], async () => {
      const [oldest] = await rows<{ seconds: number | null }>(
        dataSource,
        `SELECT extract(epoch FROM $1::timestamptz - min(created_at))::float8 AS seconds FROM mail WHERE state = 'queued'`,
        [clock.now()],
      );
      return [{ labels: {}, value: Math.max(0, oldest?.seconds ?? 0) }];
    });
  }

  queued(kind: MailKind): void {
    this.queuedCount.inc({ kind });
  }
  sent(kind: MailKind): void {
    this.sentCount.inc({ kind });
  }
  failed(kind: MailKind): void {
    this.failedCount.inc({ kind });
  }
}
