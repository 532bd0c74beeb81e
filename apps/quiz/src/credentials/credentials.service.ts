import { Injectable } from '@nestjs/common';
import { badgeSvg, type Check, resolverOf, verifyCredential } from '#libs/credentials';
import { Clock, NotFound, type Page, type PageQuery, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { IssuerService } from '../issuer/issuer.service.js';
import { PublishedDocumentsService } from '../status-lists/published-documents.service.js';
import type { CredentialViewResponse, VerificationResponse } from './credentials.dto.js';
import { credentialById, credentialHistory, credentialPage, type CredentialRow } from './credentials.queries.js';
import type { Format } from './representation.js';
import { SigningService } from './signing.service.js';

export interface Representation {
  readonly contentType: string;
  readonly body: string;
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Credentials as their holders and whoever holds a link see them: never the learner's address, never a score. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly issuer: IssuerService,
    private readonly signing: SigningService,
    private readonly published: PublishedDocumentsService,
  ) {}

  async list(learnerId: string, { limit, cursor }: PageQuery): Promise<Page<CredentialViewResponse>> {
    const after = readCursor('credentials', cursor, position) ?? [null, null];
    const found = await credentialPage(this.dataSource, [learnerId, ...after, limit + 1]);
    return toPage('credentials', found, limit, {
      item: (row) => this.view(row),
      key: (row) => [row.issuedAt.toISOString(), row.id],
    });
  }

  async represent(credentialId: string, format: Format): Promise<Representation> {
    const row = await this.find(credentialId);
    switch (format) {
      case 'json':
        return {
          contentType: 'application/json; charset=utf-8',
          body: JSON.stringify({
            ...this.view(row),
            document: row.document,
            history: await credentialHistory(this.dataSource, [row.id]),
          }),
        };
      case 'json-ld':
        return { contentType: 'application/vc+ld+json', body: JSON.stringify(row.document) };
      case 'svg':
        return { contentType: 'image/svg+xml; charset=utf-8', body: pictureOf(row) };
      default:
        return unreachable(format);
    }
  }

  /** Every check by name, of the document as stored; the status as everybody reads it, from the signed lists. */
  async verify(credentialId: string): Promise<VerificationResponse> {
    const row = await this.find(credentialId);
    const { isValid, checks } = await verifyCredential(row.document, {
      resolve: resolverOf((url) => this.published.resolve(url)),
      now: this.clock.now(),
      expectedIssuer: this.issuer.profile.id,
      // Credentials of the first releases name no list.
      ...('credentialStatus' in row.document ? {} : { statusOf: () => row.status }),
    });
    return { isValid, checks: checks.map((check) => (check.name === 'status' ? explained(check, row) : check)) };
  }

  private view(row: CredentialRow): CredentialViewResponse {
    const { id, kind, title, courseId, sectionId, courseTitle, learnerName, issuedAt, status, statusReason } = row;
    const known = { id, kind, title, courseId, sectionId, courseTitle, learnerName, status, statusReason };
    return {
      ...known,
      issuedAt: issuedAt.toISOString(),
      verifyUrl: `${this.issuer.publicUrl}/c/${id}`,
      imageUrl: `${this.signing.urlOf(id)}?format=svg`,
    };
  }

  private async find(credentialId: string) {
    const [row] = await credentialById(this.dataSource, [credentialId]);
    if (row === undefined) throw new NotFound('credential');
    return row;
  }
}

function explained(check: Check, { statusReason }: CredentialRow): Check {
  return statusReason === null ? check : { ...check, detail: `${check.detail} ${statusReason}` };
}

function pictureOf({ kind, sectionId, courseId, title, courseTitle }: CredentialRow): string {
  return badgeSvg({
    kind: kind === 'section_badge' ? 'badge' : 'certificate',
    id: sectionId ?? courseId,
    title,
    courseTitle,
  });
}

function unreachable(format: never): never {
  throw new TypeError(`Unknown format of a credential: ${String(format)}`);
}
