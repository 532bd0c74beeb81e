import { Injectable } from '@nestjs/common';
import { type Check, resolverOf } from '#libs/credentials';
import { Clock, NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';

import { IssuerService } from '../issuer/issuer.service.js';
import { PublishedDocumentsService } from '../status-lists/published-documents.service.js';
import { Verifier } from '../verifier/verifier.service.js';
import type { CredentialRow } from './credential-view.js';
import type { VerificationResponse } from './credentials.dto.js';
import { credentialById } from './credentials.queries.js';

/** What checking one of our own credentials finds. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly issuer: IssuerService,
    private readonly published: PublishedDocumentsService,
    private readonly verifier: Verifier,
  ) {}

  /** Every check by name, of the document as stored; the status as everybody reads it, from the signed lists. */
  async verify(credentialId: string): Promise<VerificationResponse> {
    const [row] = await credentialById(this.dataSource, [credentialId]);
    if (row === undefined) throw new NotFound('credential');
    const document = row.document ?? {};
    if (!('@context' in document)) return withoutDocument(row);
    const { isValid, checks } = await this.verifier.verify(document, {
      resolve: resolverOf((url) => this.published.resolve(url)),
      now: this.clock.now(),
      expectedIssuer: this.issuer.profile.id,
      // Credentials of the first releases name no list.
      ...('credentialStatus' in document ? {} : { statusOf: () => row.status }),
    });
    return { isValid, checks: checks.map((check) => (check.name === 'status' ? explained(check, row) : check)) };
  }
}

const deleted = 'Not checked: the signed document was deleted with the account of its holder.';

/** Of a credential that was revoked when its holder left, nothing signed is kept. */
function withoutDocument({ status, statusReason }: CredentialRow): VerificationResponse {
  const names = ['shape', 'proof', 'issuer', 'status', 'dates', 'subject'] as const;
  const checks = names.map((name): Check => {
    if (name !== 'status' || status === 'active') return { name, outcome: 'unknown', detail: deleted };
    return { name, outcome: 'fail', detail: [`It was ${status}.`, statusReason ?? []].flat().join(' ') };
  });
  return { isValid: false, checks };
}

function explained(check: Check, { statusReason }: CredentialRow): Check {
  return statusReason === null ? check : { ...check, detail: `${check.detail} ${statusReason}` };
}
