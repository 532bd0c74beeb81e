import { Injectable } from '@nestjs/common';
import { Clock, digestOf, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { AccountRecords } from '../accounts/account-records.service.js';
import { EmailTaken } from '../accounts/accounts.errors.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { maskEmail } from '../accounts/address.js';
import { LinkDead } from '../links/links.errors.js';
import { LinksGuard } from '../links/links-guard.service.js';
import type { Client } from '../sessions/refresh-cookie.js';
import type { AcceptedInvitation, AcceptInvitationRequest, InvitationResponse } from './invitations.dto.js';
import { AccountExists, AccountNeeded, InvitationForAnother } from './invitations.errors.js';
import { claimInvitation, type InvitationRow, openInvitation } from './invitations.queries.js';

type NewPerson = Required<AcceptInvitationRequest>;

/** How an invited person comes in: with a new account, always a learner, or with the one that has the invited address. */
@Injectable()
export class AcceptancesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: AccountRecords,
    private readonly accounts: AccountsService,
    private readonly guard: LinksGuard,
    private readonly clock: Clock,
  ) {}

  /** Looking never uses the link: mail programs and scanners open every link they see. @throws LinkDead */
  async show(token: string, client: Client): Promise<InvitationResponse> {
    const invitation = await this.guard.tryLink(client, () => this.open(token));
    return {
      maskedEmail: maskEmail(invitation.email),
      cohortName: invitation.cohort_name,
      courseTitle: invitation.course_title,
      invitedByName: invitation.invited_by_name,
      endsAt: invitation.ends_at.toISOString(),
      hasAccount: invitation.has_account,
    };
  }

  /** @throws LinkDead, InvitationForAnother, AccountExists, AccountNeeded, PasswordUnsuitable, HashingBusy */
  accept(
    { token, user, client }: { token: string; user: Principal | null; client: Client },
    { displayName, password }: AcceptInvitationRequest,
  ): Promise<AcceptedInvitation> {
    return this.guard.tryLink(client, async () => {
      const invitation = await this.open(token);
      if (user !== null) return this.acceptAs(user, token, invitation);
      if (invitation.has_account) throw new AccountExists();
      if (displayName === undefined || password === undefined) throw new AccountNeeded();
      return this.acceptNew({ displayName, password }, token, invitation);
    });
  }

  private async open(token: string): Promise<InvitationRow & { has_account: boolean }> {
    const [invitation] = await openInvitation(this.dataSource, [digestOf(token), this.clock.now()]);
    if (!invitation) throw new LinkDead();
    return invitation;
  }

  private async acceptNew(
    { displayName, password }: NewPerson,
    token: string,
    { email }: InvitationRow,
  ): Promise<AcceptedInvitation> {
    const passwordHash = await this.accounts.hashOf(password, { email, displayName });
    return this.dataSource.transaction(async (manager) => {
      const claimed = await this.claim(manager, token);
      const person = { email: claimed.email, displayName, passwordHash, roles: ['learner' as const] };
      const account = await this.records
        .insert(manager, { ...person, isEmailVerified: true })
        .catch((error: unknown) => {
          throw error instanceof EmailTaken ? new AccountExists() : error;
        });
      return accepted(manager, claimed, { accountId: account.id, isNewAccount: true });
    });
  }

  /** Announced also when the address was confirmed before: it is the sign by which quiz enrols. */
  private async acceptAs(user: Principal, token: string, { email }: InvitationRow): Promise<AcceptedInvitation> {
    return this.dataSource.transaction(async (manager) => {
      const account = await this.records.lock(manager, user.id);
      if (account.email !== email) throw new InvitationForAnother(maskEmail(email));
      const claimed = await this.claim(manager, token);
      const isNews = account.emailVerifiedAt === null;
      const change = isNews ? { emailVerifiedAt: this.clock.now(), emailVerifiedBy: null } : {};
      await this.records.change(manager, user.id, change, { endTokens: false });
      return accepted(manager, claimed, { accountId: user.id, isNewAccount: false });
    });
  }

  private async claim(manager: EntityManager, token: string): Promise<InvitationRow> {
    const [claimed] = await claimInvitation(manager, [digestOf(token), this.clock.now()]);
    if (!claimed) throw new LinkDead();
    return claimed;
  }
}

/** Who accepted; a message with the link that was not sent yet has no purpose any more. */
async function accepted(
  manager: EntityManager,
  { id, email, cohort_id: cohortId, cohort_name: cohortName }: InvitationRow,
  { accountId, isNewAccount }: { accountId: string; isNewAccount: boolean },
): Promise<AcceptedInvitation> {
  await manager.query('UPDATE invitation SET accepted_by = $2 WHERE id = $1', [id, accountId]);
  await manager.query(`DELETE FROM mail WHERE about = $1 AND kind = 'invitation' AND state <> 'sent'`, [id]);
  return { email, cohortId, cohortName, isNewAccount };
}
