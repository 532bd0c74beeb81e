import { Injectable } from '@nestjs/common';
import { CredentialStatusChanged, type DataOf, type UserErased } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';

import { asStored } from '../cohorts/address.js';
import { CohortAnnouncements } from '../cohorts/announcements.service.js';
import { lockLearner, recordDecision, setStatus } from '../credentials/achievements.queries.js';
import { InvitationEndings } from '../invitations/invitation-endings.service.js';
import { lockAddresses } from '../invitations/invitations.queries.js';
import {
  addressOf,
  blankPerson,
  credentialsOf,
  type ErasedCredentialRow,
  leaveTeaching,
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
    private readonly outbox: Outbox,
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
    const live = (await credentialsOf(manager, learnerId)).filter(({ status }) => status !== 'revoked');
    for (const credential of live) await this.revoke(manager, { learnerId, credential, at });
  }

  private async revoke(
    manager: EntityManager,
    { learnerId, credential, at }: { learnerId: string; credential: ErasedCredentialRow; at: Date },
  ): Promise<void> {
    const { id, achievementId, version } = credential;
    await recordDecision(manager, id, { decision: 'revoked', reason, cause: 'erased', causeId: null, at });
    await setStatus(manager, id, { status: 'revoked', reason, cause: 'erased', at });
    await this.outbox.add(manager, CredentialStatusChanged, {
      credentialId: id,
      version: version + 1,
      learnerId,
      achievementId,
      status: 'revoked',
      reason,
      changedAt: at.toISOString(),
    });
  }
}
