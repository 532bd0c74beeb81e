import { Injectable } from '@nestjs/common';
import { NoCredentialThere, readCredentialFile, type Resolved } from '#libs/credentials';
import { NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { QuizConfig } from '../config.js';
import { IssuerService } from '../issuer/issuer.service.js';
import { PublishedDocumentsService } from '../status-lists/published-documents.service.js';
import { AddressUnreadable, CredentialWithdrawn, VerifyingByUrlOff } from './verifications.errors.js';
import { ownCredential } from './verifications.queries.js';

/** Everything that verifying needs from elsewhere: ours from our own tables, others' through the outbound client or not at all. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: QuizConfig,
    private readonly issuer: IssuerService,
    private readonly published: PublishedDocumentsService,
  ) {}

  get issuerUrl(): string {
    return this.issuer.profile.id;
  }

  /** The row of a credential that calls itself by one of our addresses; null for every other. */
  async ownRow(credentialUrl: string) {
    const id = this.ownId(credentialUrl);
    if (id === null) return null;
    const [row] = await ownCredential(this.dataSource, [id]);
    return row ?? null;
  }

  /** The page of a credential of ours, by its id (a URL). */
  pageOf(credentialUrl: string): string | null {
    const id = this.ownId(credentialUrl);
    return id === null ? null : `${this.issuer.publicUrl}/c/${id}`;
  }

  /** A key, key set, DID document, profile or status list. */
  async resolve(url: string): Promise<Resolved> {
    const own = await this.published.resolve(url);
    if (own !== null) return { found: true, json: own };
    if (this.isOurs(url)) return { found: false, why: `Nothing is published at ${url}.`, isMissing: true };
    const { outbound } = this.config;
    if (outbound === undefined) {
      return { found: false, why: `${url} was not asked: this server does not fetch from other servers.` };
    }
    const answer = await outbound.get(url, 'application/json, application/ld+json, application/jwt;q=0.9, */*;q=0.1');
    if (!answer.ok) return { found: false, why: `${url}: ${answer.why}`, isMissing: answer.code === 'missing' };
    try {
      return { found: true, json: readCredentialFile(answer.bytes).credential };
    } catch (error) {
      if (error instanceof NoCredentialThere) return { found: false, why: `${url} is no document: ${error.message}` };
      throw error;
    }
  }

  /**
   * The bytes of a credential at an address: of ours from the table, of others if this server may fetch.
   * @throws NotFound, CredentialWithdrawn, VerifyingByUrlOff or AddressUnreadable.
   */
  async download(url: string): Promise<Uint8Array> {
    if (this.isOurs(url)) {
      const row = await this.ownRow(url);
      if (row === null) throw new NotFound('credential');
      if (row.document === null) throw new CredentialWithdrawn();
      return Buffer.from(JSON.stringify(row.document));
    }
    const { outbound } = this.config;
    if (outbound === undefined) throw new VerifyingByUrlOff();
    const answer = await outbound.get(
      url,
      'application/vc+ld+json, application/jwt, application/json, image/png, image/svg+xml',
    );
    if (!answer.ok) throw new AddressUnreadable(answer.why);
    return answer.bytes;
  }

  private isOurs(url: string): boolean {
    return url === this.issuer.publicUrl || url.startsWith(`${this.issuer.publicUrl}/`);
  }

  /** The credential's id in its own URL, or in that of its page. */
  private ownId(url: string): string | null {
    const paths = [`${this.issuer.publicUrl}/api/quiz/v1/credentials/`, `${this.issuer.publicUrl}/c/`];
    const path = paths.find((start) => url.startsWith(start));
    const id = path === undefined ? null : z.uuid().safeParse(url.slice(path.length).split(/[?#]/, 1)[0]);
    return id?.success === true ? id.data : null;
  }
}
