import { Injectable } from '@nestjs/common';
import {
  buildStatusListCredential,
  signCredentialJwt,
  signStatusList,
  statusBits,
  statusPurposes,
  type StatusPurpose,
} from '#libs/credentials';
import { Clock, etagOf, isKnownBy, NotFound } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { IssuerKeysService } from '../issuer/issuer-keys.service.js';
import { IssuerService } from '../issuer/issuer.service.js';
import { indexGuesses, listKeptMs, listValidMs, statusOf, type StatusPlace } from './status-list.js';
import { NoPlaceFree, StatusListUnsettled } from './status-lists.errors.js';
import { freePlace, replaceEdition, setIndexes, storedList } from './status-lists.queries.js';

export interface StatusListEdition {
  /** The signed credential as JSON text. */
  readonly document: string;
  readonly jwt: string;
  readonly validFrom: Date;
}

/** What a reader asks for: by the query, or by headers. */
export interface Wanted {
  readonly format?: 'json-ld' | 'jwt';
  readonly accept?: string;
  readonly 'if-none-match'?: string;
}

export interface StatusListAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

const jwtAccepted = /\bapplication\/(vc\+)?jwt\b/i;

/** Another replica may sign first, a status may change meanwhile: then what is there now is looked at anew. */
const triesMax = 5;

/**
 * The status of our credentials as anybody may read it: a bit each in signed lists. The bits follow from the rows, so list and row
 * cannot disagree; an edition is signed when somebody asks and the newest one is a minute old or says something else.
 */
@Injectable()
export class StatusListsService {
  /** Those who ask for a list while it is signed wait for that signature. */
  private readonly running = new Map<string, Promise<StatusListEdition>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly issuer: IssuerService,
    private readonly keys: IssuerKeysService,
  ) {}

  /** A place for a new credential: random, so that its index tells nothing about when it was issued, or to whom. */
  async place(manager: EntityManager): Promise<StatusPlace> {
    const [place] = await freePlace(manager, [indexGuesses()]);
    if (place === undefined) throw new NoPlaceFree();
    return place;
  }

  /** @throws NotFound for a list in which no credential can be yet. */
  read(list: number, purpose: StatusPurpose): Promise<StatusListEdition> {
    const name = `${list}/${purpose}`;
    const running = this.running.get(name) ?? this.current(list, purpose).finally(() => this.running.delete(name));
    this.running.set(name, running);
    return running;
  }

  /** The list as it is asked for, or that nothing changed since; for how long it may be kept, and by which tag it is known. */
  async represent(list: number, purpose: StatusPurpose, wanted: Wanted): Promise<StatusListAnswer> {
    const edition = await this.read(list, purpose);
    const isJwt = wanted.format === 'jwt' || (wanted.format === undefined && jwtAccepted.test(wanted.accept ?? ''));
    const body = isJwt ? edition.jwt : edition.document;
    const etag = etagOf(body);
    const headers = { etag, 'cache-control': `public, max-age=${this.secondsKept(edition)}` };
    if (isKnownBy(etag, wanted['if-none-match'])) return { status: 304, headers, body: null };
    const contentType = isJwt ? 'application/jwt' : 'application/vc+ld+json';
    // As bytes: to text Fastify would add a charset, which the media types of credentials do not have.
    return { status: 200, headers: { ...headers, 'content-type': contentType }, body: Buffer.from(body) };
  }

  /** For how long a reader may keep an edition, in whole seconds. */
  private secondsKept({ validFrom }: StatusListEdition): number {
    const until = validFrom.getTime() + listKeptMs - this.clock.now().getTime();
    return Math.min(Math.max(Math.ceil(until / 1_000), 0), listKeptMs / 1_000);
  }

  /** The list that one of our addresses serves, without a request to ourselves; null for any other address. */
  async resolve(url: string): Promise<object | null> {
    const match = /\/(\d{1,6})\/(\w+)$/.exec(url);
    const purpose = statusPurposes.find((one) => one === match?.[2]);
    const list = Number(match?.[1]);
    if (purpose === undefined || url !== this.issuer.statusListUrl(list, purpose)) return null;
    try {
      return JSON.parse((await this.read(list, purpose)).document);
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }

  private async current(list: number, purpose: StatusPurpose): Promise<StatusListEdition> {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const [stored] = await storedList(this.dataSource, [list, purpose, statusOf(purpose)]);
      if (stored === undefined) throw new NotFound('status list');
      const { digest, editionDigest, validFrom, document, jwt } = stored;
      const now = this.clock.now();
      const isKept = validFrom !== null && now.getTime() < validFrom.getTime() + listKeptMs;
      if (isKept && digest === editionDigest && document !== null && jwt !== null) return { document, jwt, validFrom };
      const signed = await this.replace({ list, purpose, before: validFrom, now });
      if (signed !== null) return signed;
    }
    throw new StatusListUnsettled(list);
  }

  /** Null when another replica signed meanwhile. */
  private async replace({ list, purpose, before, now }: Replacement): Promise<StatusListEdition | null> {
    const [{ indexes, digest } = { indexes: [], digest: '' }] = await setIndexes(this.dataSource, [
      list,
      statusOf(purpose),
    ]);
    // The clock of another replica may be ahead of ours; validity must not go back all the same.
    const validFrom = before === null || before < now ? now : new Date(before.getTime() + 1);
    const unsigned = buildStatusListCredential({
      id: this.issuer.statusListUrl(list, purpose),
      issuer: this.issuer.profile.id,
      purpose,
      bits: statusBits(indexes),
      validFrom,
      validUntil: new Date(validFrom.getTime() + listValidMs),
      ttlMs: listKeptMs,
    });
    const { ed25519, rsa } = await this.keys.signing(this.dataSource);
    const document = JSON.stringify(await signStatusList(unsigned, ed25519, validFrom));
    const jwt = await signCredentialJwt(unsigned, rsa);
    const [stored] = await replaceEdition(this.dataSource, [list, purpose, validFrom, digest, document, jwt, before]);
    return stored === undefined ? null : { document, jwt, validFrom };
  }
}

interface Replacement {
  readonly list: number;
  readonly purpose: StatusPurpose;
  /** When the edition to replace began; null when there is none. */
  readonly before: Date | null;
  readonly now: Date;
}
