import { Injectable } from '@nestjs/common';
import {
  didDocument,
  didWebOf,
  issuerDocument,
  type IssuerProfile,
  keySet,
  type PublicKeyDocument,
  type PublicKeyJwk,
  type StatusPurpose,
} from '#libs/credentials';
import { NotFound } from '#libs/platform';

import { QuizConfig } from '../config.js';
import { IssuerKeysService } from './issuer-keys.service.js';

/** Who signs the credentials, as the world sees it: the profile, and the public halves of its keys in each form that is read. */
@Injectable()
export class IssuerService {
  constructor(
    private readonly keys: IssuerKeysService,
    private readonly config: QuizConfig,
  ) {}

  get profile(): IssuerProfile {
    return { id: this.keys.issuerUrl, name: this.config.issuerName, url: this.publicUrl };
  }

  get publicUrl(): string {
    return this.config.publicUrl.replace(/\/$/, '');
  }

  get did(): string {
    return didWebOf(this.publicUrl);
  }

  /** Where the status of credentials is told: the list of that number, for one purpose. */
  statusListUrl(list: number, purpose: StatusPurpose): string {
    return `${this.publicUrl}/api/quiz/v1/status-lists/${list}/${purpose}`;
  }

  async document() {
    return issuerDocument(this.profile, await this.keys.published());
  }

  async keySet() {
    return keySet(await this.keys.published());
  }

  async didDocument() {
    return didDocument(this.profile, await this.keys.published());
  }

  /** A key by the end of its URL. Keys stay published for ever: what they signed must verify for as long as it is shown. */
  async keyDocument(kid: string): Promise<PublicKeyDocument | PublicKeyJwk> {
    const { multikeys, jwks } = await this.keys.published();
    const end = `/keys/${kid}`;
    const found = multikeys.find((key) => key.id.endsWith(end)) ?? jwks.find((key) => key.kid.endsWith(end));
    if (found === undefined) throw new NotFound('key');
    return found;
  }

  /** A key by what signatures call it: `verificationMethod` of a proof, or `kid` of a JWT. Null when it is none of ours. */
  async resolveKey(url: string): Promise<PublicKeyDocument | PublicKeyJwk | null> {
    const { multikeys, jwks } = await this.keys.published();
    return multikeys.find((key) => key.id === url) ?? jwks.find((key) => key.kid === url) ?? null;
  }

  /** What one of the addresses above serves, without a request to ourselves; null for any other address. */
  async resolve(url: string): Promise<object | null> {
    if (url === this.profile.id) return this.document();
    if (url === `${this.publicUrl}/.well-known/jwks.json`) return this.keySet();
    if (url === `${this.publicUrl}/.well-known/did.json` || url === this.did) return this.didDocument();
    return this.resolveKey(url);
  }
}
