import { Injectable } from '@nestjs/common';
import { Metrics } from '#libs/platform';

/** The business counters of credentials. */
@Injectable()
export class CredentialMetrics {
  private readonly issues;
  private readonly changes;
  private readonly failures;
  private readonly renewals;
  private readonly reminderFailures;

  constructor(metrics: Metrics) {
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

  remindersFailed(): void {
    this.reminderFailures.inc();
  }

  failed(): void {
    this.failures.inc();
  }
}
