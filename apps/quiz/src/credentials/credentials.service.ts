import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Page, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { IssuerService } from '../issuer/issuer.service.js';
import { type CredentialRow, hasExpired, linkedInUrl, nameOf } from './credential-view.js';
import type { CredentialViewResponse, OwnCredentialsQuery, ShowCredentialRequest } from './credentials.dto.js';
import { credentialPage, showName } from './credentials.queries.js';
import { SigningService } from './signing.service.js';

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Credentials as their holders and whoever holds a link see them: never the learner's address, never a score. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly issuer: IssuerService,
    private readonly signing: SigningService,
  ) {}

  async list(learnerId: string, { limit, cursor, id }: OwnCredentialsQuery): Promise<Page<CredentialViewResponse>> {
    const after = readCursor('credentials', cursor, position) ?? [null, null];
    const found = await credentialPage(this.dataSource, [learnerId, ...after, limit + 1, id ?? null]);
    return toPage('credentials', found, limit, {
      item: (row) => this.view(row),
      key: (row) => [row.issuedAt.toISOString(), row.id],
    });
  }

  /** The holder's choice whether others see the name: on the page, on pictures and on the certificate. */
  async show(
    learnerId: string,
    credentialId: string,
    { showsName }: ShowCredentialRequest,
  ): Promise<CredentialViewResponse> {
    const [row] = await showName(this.dataSource, [credentialId, learnerId, showsName]);
    if (row === undefined) throw new NotFound('credential');
    return this.view(row);
  }

  /** As the holder sees it; what others see leaves the name to `publicName`. */
  view(row: CredentialRow): CredentialViewResponse {
    const { id, kind, title, courseId, sectionId, courseTitle, showsName, issuedAt, expiresAt } = row;
    const { status, statusReason, statusSince } = row;
    const url = this.pageOf(id);
    const linkedIn = linkedInUrl(row, { issuerName: this.issuer.profile.name, pageUrl: url });
    return {
      ...{ id, kind, title, courseId, sectionId, courseTitle, showsName, status, statusReason },
      learnerName: nameOf(row),
      issuedAt: issuedAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      isExpired: hasExpired(row, this.clock.now()),
      statusSince: statusSince?.toISOString() ?? null,
      verifyUrl: url,
      imageUrl: `${this.signing.urlOf(id)}?format=svg`,
      sharing: { url, linkedIn },
    };
  }

  /** The page for people. */
  pageOf(credentialId: string): string {
    return this.signing.pageOf(credentialId);
  }

  /** The picture beside a link. */
  pictureUrlOf(credentialId: string): string {
    return `${this.signing.urlOf(credentialId)}/social.png`;
  }
}
