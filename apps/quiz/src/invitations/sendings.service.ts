import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { LearnerInvited } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import type { EntityManager } from 'typeorm';

import { uuidV7 } from '../attempts/uuid-v7.js';
import { announceAll } from '../cohorts/announcements.queries.js';
import { record } from '../cohorts/history.queries.js';
import type { CohortRow } from '../cohorts/teaching.queries.js';
import { expiryOf, limitedSince, sendingsLeft } from './invitation.js';
import {
  insertInvitations,
  lockSender,
  pendingFor,
  resendInvitations,
  sentSince,
  wordsFor,
} from './invitations.queries.js';

interface Sender {
  readonly cohort: CohortRow;
  readonly by: string;
  readonly at: Date;
}

interface Message {
  readonly id: string;
  readonly email: string;
  readonly version: number;
}

export type SendingOutcome = 'invited' | 'already_invited' | 'invitation_limit';

/** What leaves for addresses without an account. `auth` makes the links and sends the mail. */
@Injectable()
export class Sendings {
  constructor(private readonly outbox: Outbox) {}

  /** What became of each address; one that was invited and whose time is over is invited anew. The cohort is locked. */
  async invite(
    manager: EntityManager,
    sender: Sender,
    emails: readonly string[],
  ): Promise<ReadonlyMap<string, SendingOutcome>> {
    const { cohort, at } = sender;
    const outcomes = new Map<string, SendingOutcome>();
    if (emails.length === 0) return outcomes;
    const known = new Map((await pendingFor(manager, cohort.id, emails)).map((pending) => [pending.email, pending]));
    let left = await this.left(manager, sender);
    const [fresh, again]: [Message[], Message[]] = [[], []];
    for (const email of emails) {
      const pending = known.get(email);
      if (pending !== undefined && pending.expiresAt > at) outcomes.set(email, 'already_invited');
      else if (left === 0) outcomes.set(email, 'invitation_limit');
      else {
        left -= 1;
        outcomes.set(email, 'invited');
        if (pending === undefined) fresh.push({ id: uuidV7(at, randomBytes(10)), email, version: 1 });
        else again.push({ ...pending, version: pending.version + 1 });
      }
    }
    await this.send(manager, sender, { fresh, again });
    return outcomes;
  }

  /** Sends one again; false when the limit stands against it. */
  async resend(manager: EntityManager, sender: Sender, { id, email, version }: Message): Promise<boolean> {
    if ((await this.left(manager, sender)) === 0) return false;
    await this.send(manager, sender, { fresh: [], again: [{ id, email, version: version + 1 }] });
    return true;
  }

  private async left(manager: EntityManager, { cohort, by, at }: Sender): Promise<number> {
    await lockSender(manager, by);
    return sendingsLeft(await sentSince(manager, { cohortId: cohort.id, by, since: limitedSince(at) }));
  }

  private async send(
    manager: EntityManager,
    { cohort, by, at }: Sender,
    { fresh, again }: { fresh: readonly Message[]; again: readonly Message[] },
  ): Promise<void> {
    if (fresh.length + again.length === 0) return;
    const cohortId = cohort.id;
    const sending = { cohortId, by, at, expiresAt: expiryOf(at) };
    await insertInvitations(manager, sending, fresh);
    const ids = again.map(({ id }) => id);
    await resendInvitations(manager, sending, ids);
    await record(manager, at, [
      ...fresh.map(({ id }) => ({ cohortId, actorId: by, act: 'invited', invitationId: id }) as const),
      ...ids.map((id) => ({ cohortId, actorId: by, act: 'invitation_resent', invitationId: id }) as const),
    ]);
    const words = await wordsFor(manager, { cohortId, by });
    const data = [...fresh, ...again].map(({ id, email, version }) => {
      const invited = { invitationId: id, version, cohortId, cohortName: cohort.name, ...words, email };
      const expiresAt = sending.expiresAt.toISOString();
      return this.outbox.parameters(LearnerInvited, { ...invited, invitedBy: by, expiresAt })[2];
    });
    await announceAll(manager, { topic: LearnerInvited.topic, type: LearnerInvited.type, key: cohortId, data });
  }
}
