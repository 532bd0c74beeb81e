import { Injectable } from '@nestjs/common';
import { CredentialStatusChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import type { EntityManager } from 'typeorm';

import type { Status } from './achievement.js';
import { type CredentialDecision, recordDecision, setStatus } from './achievements.queries.js';
import { CredentialMetrics } from './credential-metrics.service.js';

/** What a credential becomes and why: by a rule, or by an actor. */
export type StatusChange = Omit<CredentialDecision, 'decision'> & { readonly status: Status };

/** The one way in which a credential gets another status: on the record, in its row and announced, all or nothing. */
@Injectable()
export class StatusChanges {
  constructor(
    private readonly outbox: Outbox,
    private readonly metrics: CredentialMetrics,
  ) {}

  /** In the caller's transaction, behind the lock of the learner. */
  async make(manager: EntityManager, credentialId: string, { status, ...decided }: StatusChange): Promise<void> {
    const { reason, at } = decided;
    await recordDecision(manager, credentialId, { ...decided, decision: status === 'active' ? 'reinstated' : status });
    const changed = await setStatus(manager, credentialId, { status, ...decided });
    await this.outbox.add(manager, CredentialStatusChanged, {
      credentialId,
      ...changed,
      ...{ status, reason, changedAt: at.toISOString() },
    });
    this.metrics.changed(status);
  }
}
