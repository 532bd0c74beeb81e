import { Injectable } from '@nestjs/common';
import { InvitationWithdrawn } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import type { EntityManager } from 'typeorm';

import { announceAll } from '../cohorts/announcements.queries.js';
import { record } from '../cohorts/history.queries.js';
import type { Refused } from './invitation.js';
import { endAllOf, type EndedRow, endForPeople, endInvitation } from './invitations.queries.js';

interface Ended {
  readonly cohortId: string;
  readonly by: string;
  readonly at: Date;
}

/** The ends of invitations: each is announced, so that the link in the mail dies with it. */
@Injectable()
export class InvitationEndings {
  constructor(private readonly outbox: Outbox) {}

  async withdraw(manager: EntityManager, invitationId: string, given: Ended): Promise<void> {
    const ended = await endInvitation(manager, invitationId, { state: 'withdrawn', at: given.at });
    if (ended !== null) await this.withdrawn(manager, [ended], given);
  }

  async withdrawAll(manager: EntityManager, given: Ended): Promise<void> {
    await this.withdrawn(manager, await endAllOf(manager, given.cohortId, given.at), given);
  }

  /** Of people who came in, by this invitation or by another way: their link has nothing left to give. */
  async settle(
    manager: EntityManager,
    { cohortId, learnerIds, at }: { cohortId: string; learnerIds: readonly string[]; at: Date },
  ): Promise<void> {
    const ended = await endForPeople(manager, cohortId, { learnerIds, at });
    await this.announce(manager, ended, { cohortId, at });
  }

  /** The person came, and cannot come in: the reason stays with the invitation and in the history. */
  async refuse(
    manager: EntityManager,
    { id, learnerId }: { id: string; learnerId: string },
    { refusal, ...given }: Ended & { refusal: Refused },
  ): Promise<void> {
    const { cohortId, by, at } = given;
    const ended = await endInvitation(manager, id, { state: 'refused', refusal, at, learnerId });
    if (ended === null) return;
    const entry = { cohortId, actorId: by, act: 'invitation_refused', personId: learnerId } as const;
    await record(manager, at, [{ ...entry, invitationId: id, detail: { reason: refusal } }]);
    await this.announce(manager, [ended], given);
  }

  private async withdrawn(manager: EntityManager, ended: readonly EndedRow[], given: Ended): Promise<void> {
    const { cohortId, by, at } = given;
    const entries = ended.map(({ id }) => {
      return { cohortId, actorId: by, act: 'invitation_withdrawn', invitationId: id } as const;
    });
    await record(manager, at, entries);
    await this.announce(manager, ended, given);
  }

  private async announce(
    manager: EntityManager,
    ended: readonly EndedRow[],
    { cohortId, at }: { cohortId: string; at: Date },
  ): Promise<void> {
    const withdrawnAt = at.toISOString();
    const data = ended.map(({ id, version }) => {
      return this.outbox.parameters(InvitationWithdrawn, { invitationId: id, version, cohortId, withdrawnAt })[2];
    });
    await announceAll(manager, {
      topic: InvitationWithdrawn.topic,
      type: InvitationWithdrawn.type,
      key: cohortId,
      data,
    });
  }
}
