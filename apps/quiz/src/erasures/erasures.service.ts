import { Injectable } from '@nestjs/common';
import type { DataOf, UserErased } from '#libs/contracts';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import { asStored } from '../cohorts/address.js';
import { CohortAnnouncements } from '../cohorts/announcements.service.js';
import { lockLearner } from '../credentials/achievements.queries.js';
import { StatusChanges } from '../credentials/status-changes.service.js';
import { InvitationEndings } from '../invitations/invitation-endings.service.js';
import { lockAddresses } from '../invitations/invitations.queries.js';
import {
  addressOf,
  blankPerson,
  leaveTeaching,
  liveCredentials,
  pendingInvitations,
  removeTraces,
  removeWords,
  stripCredentials,
} from './erasures.queries.js';

const reason = 'It was withdrawn at the wish of its holder, whose account was erased.';

/** Nothing here names a person whose account is gone. What others rest on stays, under an id that names nobody. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly clock: Clock,
    private readonly statusChanges: StatusChanges,
    private readonly endings: InvitationEndings,
    private readonly announcements: CohortAnnouncements,
  ) {}

  async erase(manager: EntityManager, erased: DataOf<typeof UserErased>): Promise<void> {
    const { userId, version, credentials } = erased;
    const at = this.clock.now();
    const email = (await addressOf(manager, userId)) ?? '';
    // Before anything else, as whoever invites does: nobody is inviting this address meanwhile.
    if (email !== '') await lockAddresses(manager, [asStored(email)], 'alone');
    if (!(await blankPerson(manager, { userId, version, at }))) return;
    await lockLearner(manager, userId);
    await this.withdrawInvitations(manager, { email, userId, at });
    for (const cohortId of await leaveTeaching(manager, userId)) await this.announcements.announce(manager, cohortId);
    if (credentials === 'revoke') await this.revokeAll(manager, userId, at);
    await stripCredentials(manager, userId, { keepsDocuments: credentials === 'keep' });
    await removeWords(manager, userId);
    await removeTraces(manager, { userId, email });
  }

  private async withdrawInvitations(
    manager: EntityManager,
    { email, userId, at }: { email: string; userId: string; at: Date },
  ): Promise<void> {
    if (email === '') return;
    for (const { id, cohortId } of await pendingInvitations(manager, email))
      await this.endings.withdraw(manager, id, { cohortId, by: userId, at });
  }

  private async revokeAll(manager: EntityManager, learnerId: string, at: Date): Promise<void> {
    const revoked = { status: 'revoked', reason, cause: 'erased', causeId: null, at } as const;
    for (const id of await liveCredentials(manager, learnerId)) await this.statusChanges.make(manager, id, revoked);
  }
}
