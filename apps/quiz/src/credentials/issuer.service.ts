import { createHash } from 'node:crypto';

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  generateIssuerKey,
  issuerDocument,
  type IssuerKey,
  type IssuerProfile,
  openKey,
  type PublicKeyDocument,
  sealKey,
} from '#libs/credentials';
import { Clock, NotFound, rows } from '#libs/platform';
import { DataSource } from 'typeorm';

import { QuizConfig } from '../config.js';

interface IssuerKeyRow {
  kid: string;
  document: PublicKeyDocument;
  sealed_private_key: string;
}

/** Who signs the credentials: the issuer's public face, and its keys, sealed at rest. */
@Injectable()
export class IssuerService implements OnApplicationBootstrap {
  private signing: Promise<IssuerKey> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: QuizConfig,
  ) {}

  /** Makes the first key and opens it at once, so that a wrong secret stops the start and not the first badge. */
  async onApplicationBootstrap(): Promise<void> {
    await this.signingKey();
  }

  get profile(): IssuerProfile {
    const url = this.publicUrl;
    return { id: `${url}/api/quiz/v1/issuer`, name: this.config.issuerName, url };
  }

  get publicUrl(): string {
    return this.config.publicUrl.replace(/\/$/, '');
  }

  async document() {
    return issuerDocument(
      this.profile,
      (await this.keys()).map((key) => key.document),
    );
  }

  /** Keys stay published for ever: what they signed must verify for as long as it is shown. */
  async keyDocument(kid: string): Promise<PublicKeyDocument> {
    const found = (await this.keys()).find((key) => key.kid === kid);
    if (found === undefined) throw new NotFound('key');
    return found.document;
  }

  async resolveKey(verificationMethod: string): Promise<PublicKeyDocument | null> {
    return (await this.keys()).find((key) => key.document.id === verificationMethod)?.document ?? null;
  }

  signingKey(): Promise<IssuerKey> {
    this.signing ??= this.prepare().catch((error: unknown) => {
      this.signing = null;
      throw error;
    });
    return this.signing;
  }

  private async prepare(): Promise<IssuerKey> {
    const { id } = this.profile;
    const usable = (await this.keys()).filter((key) => key.document.controller === id);
    // A key names its issuer: where the public address has changed, a new key signs from now on.
    const newest = usable.at(-1) ?? (await this.addFirst(id));
    return openKey(newest.sealed_private_key, newest, this.masterKey());
  }

  /** Replicas that start on an empty database agree on one first key. */
  private async addFirst(issuerUrl: string): Promise<IssuerKeyRow> {
    const key = await generateIssuerKey(issuerUrl);
    return this.dataSource.transaction(async (manager) => {
      await rows(manager, 'LOCK TABLE issuer_key IN SHARE ROW EXCLUSIVE MODE');
      await rows(
        manager,
        `INSERT INTO issuer_key (kid, document, sealed_private_key, created_at) SELECT $1, $2, $3, $4
         WHERE NOT EXISTS (SELECT FROM issuer_key WHERE document ->> 'controller' = $5)`,
        [key.kid, JSON.stringify(key.document), sealKey(key, this.masterKey()), this.clock.now(), issuerUrl],
      );
      const [first] = await rows<IssuerKeyRow>(
        manager,
        `SELECT * FROM issuer_key WHERE document ->> 'controller' = $1 ORDER BY created_at DESC, kid LIMIT 1`,
        [issuerUrl],
      );
      return first!; // inserted above, if it was not there
    });
  }

  private keys(): Promise<IssuerKeyRow[]> {
    return rows<IssuerKeyRow>(this.dataSource, 'SELECT * FROM issuer_key ORDER BY created_at, kid');
  }

  private masterKey(): Uint8Array {
    return createHash('sha256').update(`${this.config.secret}:issuer-keys`).digest();
  }
}
