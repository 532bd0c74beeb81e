import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Page, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { CohortArchived } from '../cohorts/cohorts.errors.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { InvitationEndings } from './invitation-endings.service.js';
import { limitedSince, sendingLimits, sendingsLeft } from './invitation.js';
import type { InvitationLimitsResponse, InvitationQuery, InvitationResponse } from './invitations.dto.js';
import { InvitationOver, TooManyInvitations } from './invitations.errors.js';
import { findInvitation, type InvitationRow, listInvitations, sentSince } from './invitations.queries.js';
import { Sendings } from './sendings.service.js';

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** The invitations of a cohort as its instructors see them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly teaching: TeachingService,
    private readonly sendings: Sendings,
    private readonly endings: InvitationEndings,
  ) {}

  async list(by: Principal, cohortId: string, query: InvitationQuery): Promise<Page<InvitationResponse>> {
    const { limit, cursor, state } = query;
    await this.teaching.cohort(by, cohortId);
    const after = readCursor('invitations', cursor, position);
    const selection = { now: this.clock.now(), state, after, limit: limit + 1 };
    return toPage('invitations', await listInvitations(this.dataSource, cohortId, selection), limit, {
      item: view,
      key: ({ invitedAt, id }) => [invitedAt.toISOString(), id],
    });
  }

  /** Before anything is sent: what is beyond the limit is reported, not sent, and better known beforehand. */
  async limits(by: Principal, cohortId: string): Promise<InvitationLimitsResponse> {
    await this.teaching.cohort(by, cohortId);
    const sent = await sentSince(this.dataSource, { cohortId, by: by.id, since: limitedSince(this.clock.now()) });
    const { hours, cohort, person } = sendingLimits;
    return {
      hours,
      ofCohort: { max: cohort, sent: sent.cohort },
      ofPerson: { max: person, sent: sent.person },
      left: sendingsLeft(sent),
    };
  }

  /** Also one whose time is over; the link sent before dies. */
  async resend(by: Principal, cohortId: string, invitationId: string): Promise<InvitationResponse> {
    const at = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      const invitation = await this.find(manager, { cohortId, invitationId });
      if (cohort.isArchived) throw new CohortArchived();
      if (isOver(invitation)) throw new InvitationOver(invitation.state);
      const isSent = await this.sendings.resend(manager, { cohort, by: by.id, at }, invitation);
      if (!isSent) throw new TooManyInvitations();
      return view(await this.find(manager, { cohortId, invitationId }));
    });
  }

  /** Withdrawing twice changes nothing more. */
  async withdraw(by: Principal, cohortId: string, invitationId: string): Promise<void> {
    const at = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      await this.teaching.lock(manager, by, cohortId);
      const invitation = await this.find(manager, { cohortId, invitationId });
      if (invitation.state === 'withdrawn') return;
      if (isOver(invitation)) throw new InvitationOver(invitation.state);
      await this.endings.withdraw(manager, invitationId, { cohortId, by: by.id, at });
    });
  }

  private async find(
    manager: EntityManager,
    { cohortId, invitationId }: { cohortId: string; invitationId: string },
  ): Promise<InvitationRow> {
    const found = await findInvitation(manager, { cohortId, invitationId, now: this.clock.now() });
    if (found === null) throw new NotFound('invitation of this cohort');
    return found;
  }
}

function isOver({ state }: InvitationRow): boolean {
  return state !== 'pending' && state !== 'expired';
}

function view({ version: _, invitedBy, invitedByName, ...invitation }: InvitationRow): InvitationResponse {
  return {
    ...invitation,
    invitedBy: { id: invitedBy, displayName: invitedByName },
    invitedAt: invitation.invitedAt.toISOString(),
    sentAt: invitation.sentAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    endedAt: invitation.endedAt?.toISOString() ?? null,
  };
}
