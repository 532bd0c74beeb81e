import { Injectable } from '@nestjs/common';
import { Outbox } from '#libs/messaging';
import { Clock, NotFound, type Principal } from '#libs/platform';
import { DataSource } from 'typeorm';

import { TeachingService } from '../cohorts/teaching.service.js';
import { heldAs } from './achievement.js';
import { lockLearner } from './achievements.queries.js';
import { type Choice, decide } from './decision.js';
import { CredentialNotEarned, CredentialRevoked } from './decisions.errors.js';
import { type DecidableRow, findDecidable, isEarned } from './decisions.queries.js';
import { StatusChanges } from './status-changes.service.js';

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
    private readonly statusChanges: StatusChanges,
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
      if (decided.outcome === 'unchanged') return;
      const { reason } = deciding;
      const why = { reason, cause: 'decided' as const, causeId: null, actor: by.id, at: this.clock.now() };
      await this.statusChanges.make(manager, row.id, { status: decided.status, ...why });
    });
    this.outbox.wake();
  }
}

function standing(row: DecidableRow) {
  const held = heldAs(row);
  if (held === 'nothing') throw new RangeError(`Credential ${row.id} is held as nothing.`);
  return held;
}
