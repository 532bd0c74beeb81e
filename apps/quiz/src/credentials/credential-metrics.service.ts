import { Injectable } from '@nestjs/common';
import { Clock, Metrics } from '#libs/platform';

/** The business counters of credentials. */
@Injectable()
export class CredentialMetrics {
  private readonly issues;
  private readonly changes;
  private readonly failures;
  private readonly renewals;
  private readonly reminderFailures;
  private remindedAt: Date | null = null;

  constructor(
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.issues = metrics.counter('waymark_credentials_issued_total', 'Credentials signed and stored.', ['kind']);
    this.changes = metrics.counter(
      'waymark_credentials_changed_total',
      'Credentials suspended, reinstated (active) or revoked.',
      ['status'],
    );
    this.failures = metrics.counter(
      'waymark_credentials_failed_total',
      'Credentials that could not be signed; each is tried again.',
    );
    this.renewals = metrics.counter('waymark_credentials_renewed_total', 'Newer editions signed and stored.', ['kind']);
    this.reminderFailures = metrics.counter(
      'waymark_credential_reminders_failed_total',
      'Rounds of reminders and of certificates to renew that met a fault; the next one tries again.',
    );
    metrics.observed(
      'waymark_credential_reminders_done_timestamp_seconds',
      'When the last round of reminders and of certificates to renew ended well.',
      [],
      async () => (this.remindedAt === null ? [] : [{ labels: {}, value: this.remindedAt.getTime() / 1_000 }]),
    );
  }

  issued(kind: 'section_badge' | 'course_certificate'): void {
    this.issues.labels(kind).inc();
  }

  changed(status: 'active' | 'suspended' | 'revoked'): void {
    this.changes.labels(status).inc();
  }

  renewed(kind: 'section_badge' | 'course_certificate'): void {
    this.renewals.labels(kind).inc();
  }

  reminded(): void {
    this.remindedAt = this.clock.now();
  }

  remindersFailed(): void {
    this.reminderFailures.inc();
  }

  failed(): void {
    this.failures.inc();
  }
}
