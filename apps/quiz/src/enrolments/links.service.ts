import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, digestOf, NotFound, once, type Principal, secretToken, secretTokenBytes } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { uuidV7 } from '../attempts/uuid-v7.js';
import { CohortArchived } from '../cohorts/cohorts.errors.js';
import { record } from '../cohorts/history.queries.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { QuizConfig } from '../config.js';
import { LinkDatesWrong, TooManyLinks } from './enrolments.errors.js';
import { isLinkExpiry, linkDaysMax, linkState, openLinksMax } from './link.js';
import type { LinkResponse, LinksResponse, MadeLinkResponse, MakeLinkRequest } from './links.dto.js';
import { countOpenLinks, findLink, insertLink, type LinkRow, listLinks, revokeLink } from './links.queries.js';

/** The links that instructors give out to let learners in. */
@Injectable()
export class LinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: QuizConfig,
    private readonly teaching: TeachingService,
  ) {}

  async list(by: Principal, cohortId: string): Promise<LinksResponse> {
    await this.teaching.cohort(by, cohortId);
    const now = this.clock.now();
    return { items: (await listLinks(this.dataSource, cohortId)).map((link) => view(link, now)) };
  }

  async make(
    by: Principal,
    cohortId: string,
    { request, key }: { request: MakeLinkRequest; key: string | null },
  ): Promise<MadeLinkResponse> {
    const token = secretToken();
    let isFirst = false;
    const link = await this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: by.id, route: `cohorts/${cohortId}/links`, request }, async () => {
        isFirst = true;
        return this.insert(manager, { by, cohortId, token }, request);
      }),
    );
    // The token is in no row, also not among kept answers: a repeat cannot show it again.
    const url = `${this.config.publicUrl.replace(/\/$/, '')}/enter/${token}`;
    return { ...link, url: isFirst ? url : null };
  }

  /** Nobody comes in by it any more; those who did stay. Also in an archived cohort; again changes nothing. */
  async revoke(by: Principal, cohortId: string, linkId: string): Promise<void> {
    const at = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      await this.teaching.lock(manager, by, cohortId);
      const link = await findLink(manager, cohortId, linkId);
      if (link === null) throw new NotFound('link of this cohort');
      if (link.revokedAt !== null) return;
      await revokeLink(manager, { linkId, by: by.id, at });
      await record(manager, at, [{ cohortId, actorId: by.id, act: 'link_revoked', detail: { linkId } }]);
    });
  }

  private async insert(
    manager: EntityManager,
    { by, cohortId, token }: { by: Principal; cohortId: string; token: string },
    { expiresAt: until, limit }: MakeLinkRequest,
  ): Promise<LinkResponse> {
    const at = this.clock.now();
    const expiresAt = new Date(until);
    const cohort = await this.teaching.lock(manager, by, cohortId);
    if (cohort.isArchived) throw new CohortArchived();
    if (!isLinkExpiry(expiresAt, at)) throw new LinkDatesWrong(linkDaysMax);
    if ((await countOpenLinks(manager, cohortId, at)) >= openLinksMax) throw new TooManyLinks(openLinksMax);
    const id = uuidV7(at, randomBytes(10));
    await insertLink(manager, {
      id,
      cohortId,
      tokenHash: digestOf(Buffer.from(token, 'base64url')),
      by: by.id,
      at,
      expiresAt,
      seats: limit,
    });
    const detail = { linkId: id, limit, expiresAt: expiresAt.toISOString() };
    await record(manager, at, [{ cohortId, actorId: by.id, act: 'link_made', detail }]);
    const link = await findLink(manager, cohortId, id);
    return view(link!, at); // it was inserted in this transaction
  }
}

/** What is kept of a token in an address; null for what no link has ever been. */
export function hashOfText(token: string): Buffer | null {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === secretTokenBytes && bytes.toString('base64url') === token ? digestOf(bytes) : null;
}

function view(link: LinkRow, now: Date): LinkResponse {
  return {
    id: link.id,
    state: linkState(link, now),
    limit: link.seats,
    used: link.seatsTaken,
    expiresAt: link.expiresAt.toISOString(),
    madeAt: link.madeAt.toISOString(),
    madeBy: { id: link.madeBy, displayName: link.madeByName },
  };
}
