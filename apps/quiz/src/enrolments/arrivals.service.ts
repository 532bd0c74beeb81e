import { Injectable } from '@nestjs/common';
import type { DataOf, UserChanged, UserErased } from '#libs/contracts';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import { asStored } from '../cohorts/address.js';
import { instructorsOf } from '../cohorts/instructors.queries.js';
import type { Refused } from '../invitations/invitation.js';
import { InvitationEndings } from '../invitations/invitation-endings.service.js';
import {
  type DueInvitationRow,
  forgetAddresses,
  lockAddresses,
  mayStillInvite,
  waitingFor,
} from '../invitations/invitations.queries.js';
import { cohortsOf, lockAnyCohort } from './roster.queries.js';
import { Roster } from './roster.service.js';

/** More cohorts than one person is invited to in a week; those beyond come with the next change of the account. */
const invitationsMax = 200;

/** People who were invited by their address and have an account now. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly endings: InvitationEndings,
  ) {}

  /** Before the account is written: nobody is inviting this address until the transaction ends. */
  async expect(manager: EntityManager, { email }: DataOf<typeof UserChanged>): Promise<void> {
    await lockAddresses(manager, [asStored(email)], 'alone');
  }

  /** Turns what waits for the address into enrolments, once it is known to be theirs. */
  async welcome(manager: EntityManager, user: DataOf<typeof UserChanged>): Promise<void> {
    if (user.isEmailVerified !== true || user.status !== 'active') return;
    const now = this.clock.now();
    const waiting = await waitingFor(manager, { email: asStored(user.email), now, limit: invitationsMax });
    for (const invitation of waiting) await this.bringIn(manager, user.userId, { invitation, at: now });
  }

  /** An erased person is in no cohort, and no invitation names them. */
  async farewell(manager: EntityManager, { userId }: DataOf<typeof UserErased>): Promise<void> {
    const at = this.clock.now();
    for (const cohortId of await cohortsOf(manager, userId)) {
      await lockAnyCohort(manager, cohortId);
      await this.roster.dismiss(manager, { cohortId, learnerIds: [userId], by: userId, at }, { act: 'left' });
    }
    await forgetAddresses(manager, userId);
  }

  private async bringIn(
    manager: EntityManager,
    learnerId: string,
    { invitation, at }: { invitation: DueInvitationRow; at: Date },
  ): Promise<void> {
    const { id, cohortId, invitedBy: by } = invitation;
    const refusal = await this.refusalOf(manager, learnerId, invitation);
    if (refusal !== null) return this.endings.refuse(manager, { id, learnerId }, { cohortId, by, at, refusal });
    const detail = { invitationId: id };
    await this.roster.admit(manager, { cohortId, learnerIds: [learnerId], by, at }, { via: 'invitation', detail });
  }

  private async refusalOf(
    manager: EntityManager,
    learnerId: string,
    { cohortId, invitedBy }: DueInvitationRow,
  ): Promise<Refused | null> {
    const cohort = await lockAnyCohort(manager, cohortId);
    if (cohort === null || cohort.isArchived) return 'cohort_archived';
    if ((await instructorsOf(manager, cohortId)).includes(learnerId)) return 'teaches_cohort';
    return (await mayStillInvite(manager, invitedBy)) ? null : 'inviter_lost_role';
  }
}
