import { Injectable } from '@nestjs/common';
import { CohortChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import type { EntityManager } from 'typeorm';

import { InvitationEndings } from '../invitations/invitation-endings.service.js';
import type { CohortResponse } from './cohorts.dto.js';
import { readCohort } from './cohorts.queries.js';

/** Says what a cohort is now, in the transaction that made it so. */
@Injectable()
export class CohortAnnouncements {
  constructor(
    private readonly outbox: Outbox,
    private readonly endings: InvitationEndings,
  ) {}

  async announce(manager: EntityManager, cohortId: string): Promise<CohortResponse> {
    const cohort = await readCohort(manager, cohortId);
    const { version, courseId, name, isArchived } = cohort;
    const instructorIds = cohort.instructors.map(({ id }) => id);
    await this.outbox.add(manager, CohortChanged, { cohortId, version, courseId, name, isArchived, instructorIds });
    return cohort;
  }

  /** Of a cohort that goes to the archive: nobody can come in any more, so no link that was mailed opens it. */
  async withdrawInvitations(manager: EntityManager, given: { cohortId: string; by: string; at: Date }): Promise<void> {
    await this.endings.withdrawAll(manager, given);
  }
}
