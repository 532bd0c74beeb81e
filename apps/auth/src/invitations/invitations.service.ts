import { Injectable } from '@nestjs/common';
import type { DataOf, InvitationWithdrawn, LearnerInvited } from '#libs/contracts';
import { Clock, digestOf, rows, secretToken } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { foldEmail } from '../accounts/address.js';
import { AuthConfig } from '../config.js';
import { linkUrl } from '../links/link.js';
import { invitationLetter } from '../mail/letters.js';
import { MailsService } from '../mail/mails.service.js';
import { deleteEnded, keepInvitation } from './invitations.queries.js';

const livesMsMax = 7 * 24 * 3_600_000;
/** So that who finds an old link in the mail box can be told by an administrator what it was. */
const keptAfterEndMs = 30 * 24 * 3_600_000;
const tidyMax = 1_000;

/** Who is invited is decided by quiz; here the link is made that only the invited person gets. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mails: MailsService,
    private readonly clock: Clock,
    private readonly config: AuthConfig,
  ) {}

  /** A newer version of an invitation has a new link, and the one before is dead. What ended on its way is nothing. */
  async invite(manager: EntityManager, invited: DataOf<typeof LearnerInvited>): Promise<void> {
    const now = this.clock.now();
    const endsAt = new Date(Math.min(Date.parse(invited.expiresAt), now.getTime() + livesMsMax));
    if (endsAt <= now) return;
    const email = foldEmail(invited.email);
    const token = secretToken('hex');
    const { invitationId, version, cohortId, cohortName, courseTitle, invitedBy, invitedByName } = invited;
    const [kept] = await keepInvitation(manager, [
      ...[invitationId, version, digestOf(token), cohortId, cohortName, courseTitle],
      ...[email, invitedBy, invitedByName, now, endsAt],
    ]);
    if (!kept) return;
    const url = linkUrl(this.config.publicUrl, 'invitation', token);
    const hasAccount = kept.has_account;
    const letter = invitationLetter({ url, cohortName, courseTitle, invitedByName, endsAt, hasAccount });
    const mail = { recipient: email, letter, accountId: null, about: invitationId, uselessAt: endsAt };
    await this.mails.add(manager, { kind: 'invitation', ...mail });
  }

  async withdraw(manager: EntityManager, { invitationId, version }: DataOf<typeof InvitationWithdrawn>): Promise<void> {
    const newer = await rows(manager, 'SELECT 1 FROM invitation WHERE id = $1 AND version > $2', [
      invitationId,
      version,
    ]);
    if (newer.length > 0) return;
    await manager.query('DELETE FROM invitation WHERE id = $1', [invitationId]);
    await this.mails.withdraw(manager, 'invitation', invitationId);
  }

  async tidy(): Promise<void> {
    await deleteEnded(this.dataSource, [new Date(this.clock.now().getTime() - keptAfterEndMs), tidyMax]);
  }
}
