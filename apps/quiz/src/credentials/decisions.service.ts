import { Injectable } from '@nestjs/common';
import { CredentialStatusChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock, NotFound, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { TeachingService } from '../cohorts/teaching.service.js';
import { heldAs } from './achievement.js';
import { lockLearner, recordDecision, setStatus } from './achievements.queries.js';
import { CredentialMetrics } from './credential-metrics.service.js';
import { type Choice, decide, type Decided } from './decision.js';
import { CredentialNotEarned, CredentialRevoked } from './decisions.errors.js';
import { type DecidableRow, findDecidable, isEarned } from './decisions.queries.js';

interface Deciding {
  readonly choice: Choice;
  readonly reason: string;
}

/** What people decide about credentials: on the record with who and why, announced, and never about themselves. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly teaching: TeachingService,
    private readonly metrics: CredentialMetrics,
  ) {}

  /** Deciding the same again changes and records nothing: the first reason stays. */
  async decide(by: Principal, credentialId: string, deciding: Deciding): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const known = await findDecidable(manager, credentialId);
      if (known === null || !(await this.teaching.answersFor(by, known, manager))) throw new NotFound('credential');
      await lockLearner(manager, known.learnerId);
      // Again, behind the lock: a grade may have decided meanwhile.
      const row = (await findDecidable(manager, credentialId)) ?? known;
      const decided = decide(deciding.choice, { held: standing(row), isEarned: await isEarned(manager, row) });
      if (decided.outcome === 'refused')
        throw decided.why === 'revoked' ? new CredentialRevoked() : new CredentialNotEarned();
      if (decided.outcome === 'changed') await this.change(manager, row, { ...deciding, decided, actor: by.id });
    });
    this.outbox.wake();
  }

  private async change(
    manager: EntityManager,
    row: DecidableRow,
    { reason, decided, actor }: Deciding & { decided: Extract<Decided, { outcome: 'changed' }>; actor: string },
  ): Promise<void> {
    const at = this.clock.now();
    const { status, decision } = decided;
    await recordDecision(manager, row.id, { decision, reason, cause: 'decided', causeId: null, at, actor });
    await setStatus(manager, row.id, { status, reason: status === 'active' ? null : reason, cause: 'decided', at });
    await this.outbox.add(manager, CredentialStatusChanged, {
      credentialId: row.id,
      version: row.version + 1,
      learnerId: row.learnerId,
      achievementId: row.achievementId,
      ...{ title: row.title, kind: row.kind, status, reason },
      changedAt: at.toISOString(),
    });
    this.metrics.changed(status);
  }
}

function standing(row: DecidableRow) {
  const held = heldAs(row);
  if (held === 'nothing') throw new RangeError(`Credential ${row.id} is held as nothing.`);
  return held;
}
