import { createHash } from 'node:crypto';

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import {
  generateIssuerKey,
  generateIssuerRsaKey,
  type IssuerKey,
  type IssuerKeys,
  type IssuerRsaKey,
  openKey,
  openRsaKey,
  publicJwkOf,
  SealBroken,
  sealKey,
  sealRsaKey,
} from '#libs/credentials';
import { Clock, Metrics, once } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { QuizConfig } from '../config.js';
import { keysReadAgainMs, type KeyTerm, leadMaxMs, leadMinMs, leadMs, signingKey, useOf } from './issuer-key.js';
import type { IssuerKeyResponse, RotateKeysRequest } from './issuer.dto.js';
import { MasterSecretWrong, RotationPending, SigningMomentUnfit } from './issuer.errors.js';
import { dropPrivateHalves, insertKey, type IssuerKeyRow, lockKeys, readKeys } from './issuer.queries.js';

const kinds = ['ed25519', 'rsa'] as const;

type Opened = { kind: 'ed25519'; key: IssuerKey } | { kind: 'rsa'; key: IssuerRsaKey };

/** One of each kind: for Data Integrity proofs, and for the same credential as JWT. */
export interface SigningKeys {
  readonly ed25519: IssuerKey;
  readonly rsa: IssuerRsaKey;
}

/** Why keys are made and from when they sign. */
type Made = Pick<IssuerKeyRow, 'createdAt' | 'signsFrom' | 'madeBy' | 'reason'>;

/** The keys that sign credentials, sealed at rest: one of each kind at a time, and the public halves of all before, for ever. */
@Injectable()
export class IssuerKeysService implements OnApplicationBootstrap {
  private known: { readonly readAt: number; readonly keys: readonly IssuerKeyRow[] } | null = null;
  /** By kid; what is opened once stays so, since a key never changes. */
  private readonly opened = new Map<string, Opened>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: QuizConfig,
    metrics: Metrics,
  ) {
    metrics.observed(
      'waymark_issuer_key_age_seconds',
      'For how long the key that signs credentials has done so.',
      ['kind'],
      () => this.ages(),
    );
  }

  /** Makes the first keys and opens them at once, so that a wrong secret stops the start and not the first badge. */
  async onApplicationBootstrap(): Promise<void> {
    const keys = await this.complete();
    const broken = keys.filter((key) => this.isInUse(key, keys) && !this.opens(key)).map(({ kid }) => kid);
    if (broken.length > 0) throw new MasterSecretWrong(broken);
  }

  get issuerUrl(): string {
    return `${this.config.publicUrl.replace(/\/$/, '')}/api/quiz/v1/issuer`;
  }

  /**
   * The keys that sign now. Inside of a transaction they are read through its own connection: all connections may be held by
   * transactions that wait for this one.
   */
  async signing(source: EntityManager | DataSource): Promise<SigningKeys> {
    const now = this.clock.now();
    const keys = await this.current(now, source);
    const opened = kinds.flatMap((kind) => {
      const key = signingKey(keys, { kind, ...this.at(now) });
      return key === null ? [] : [this.open(key)];
    });
    const ed25519 = opened.find((one) => one.kind === 'ed25519');
    const rsa = opened.find((one) => one.kind === 'rsa');
    if (ed25519 === undefined || rsa === undefined) throw new RangeError('The issuer lacks a kind of key.');
    return { ed25519: ed25519.key, rsa: rsa.key };
  }

  /** Public halves of every key there ever was, of this issuer and of what it was called before. */
  async published(): Promise<IssuerKeys> {
    const keys = await readKeys(this.dataSource);
    return {
      multikeys: keys.flatMap((key) => (key.kind === 'ed25519' ? [key.document] : [])),
      jwks: keys.flatMap((key) => (key.kind === 'rsa' ? [publicJwkOf(key)] : [])),
    };
  }

  async list(): Promise<{ items: IssuerKeyResponse[] }> {
    return this.shown(await readKeys(this.dataSource));
  }

  /**
   * Publishes a new key of each kind, which sign from a later moment: by then every replica and every cache has them. Private
   * halves of keys that were retired before are dropped.
   * @throws RotationPending while the keys of the last rotation still wait.
   */
  async rotate(
    by: { readonly id: string },
    { request, key }: { request: RotateKeysRequest; key: string | null },
  ): Promise<{ items: IssuerKeyResponse[] }> {
    const now = this.clock.now();
    const signsFrom = request.signsFrom === undefined ? after(now, leadMs) : new Date(request.signsFrom);
    const [earliest, latest] = [after(now, leadMinMs), after(now, leadMaxMs)];
    if (signsFrom < earliest || signsFrom > latest) throw new SigningMomentUnfit(earliest, latest);
    const made: Made = { createdAt: now, signsFrom, madeBy: by.id, reason: request.reason };
    const fresh = [await this.make('ed25519', made), await this.make('rsa', made)];
    const answer = await this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: by.id, route: 'issuer/keys:rotate', request }, async () => {
        await lockKeys(manager);
        const keys = await readKeys(manager);
        const waiting = keys.find((one) => useOf(one, keys, this.at(now)) === 'waiting');
        if (waiting !== undefined) throw new RotationPending(waiting.signsFrom);
        for (const one of fresh) await insertKey(manager, one);
        await dropPrivateHalves(manager, this.retired(keys, now));
        return this.shown(await readKeys(manager));
      }),
    );
    this.known = null;
    return answer;
  }

  /** Keys as of half a minute ago at most: a key signs only when it is twice as old. */
  private async current(now: Date, source: EntityManager | DataSource): Promise<readonly IssuerKeyRow[]> {
    const age = this.known === null ? Infinity : Math.abs(now.getTime() - this.known.readAt);
    if (this.known === null || age >= keysReadAgainMs)
      this.known = { readAt: now.getTime(), keys: await readKeys(source) };
    return this.known.keys;
  }

  /** Replicas that start together on an empty database agree on the first keys. */
  private async complete(): Promise<readonly IssuerKeyRow[]> {
    const now = this.clock.now();
    const missing = this.missing(await readKeys(this.dataSource), now);
    const made: Made = { createdAt: now, signsFrom: now, madeBy: null, reason: null };
    const fresh: IssuerKeyRow[] = [];
    for (const kind of missing) fresh.push(await this.make(kind, made));
    return this.dataSource.transaction(async (manager) => {
      if (fresh.length > 0) await lockKeys(manager);
      const still = new Set(this.missing(await readKeys(manager), now));
      for (const key of fresh.filter(({ kind }) => still.has(kind))) await insertKey(manager, key);
      return readKeys(manager);
    });
  }

  /** A key names its issuer: where the public address has changed, new keys sign from now on. */
  private missing(keys: readonly IssuerKeyRow[], now: Date): KeyTerm['kind'][] {
    return kinds.filter((kind) => signingKey(keys, { kind, ...this.at(now) }) === null);
  }

  private async make(kind: KeyTerm['kind'], made: Made): Promise<IssuerKeyRow> {
    const { issuerUrl } = this;
    if (kind === 'ed25519') {
      const key = await generateIssuerKey(issuerUrl);
      return { ...made, kind, kid: key.kid, issuerUrl, document: key.document, sealed: sealKey(key, this.masterKey()) };
    }
    const key = await generateIssuerRsaKey(issuerUrl);
    return {
      ...made,
      kind,
      kid: key.kid,
      issuerUrl,
      document: key.document,
      sealed: sealRsaKey(key, this.masterKey()),
    };
  }

  private open(key: IssuerKeyRow): Opened {
    const known = this.opened.get(key.kid);
    if (known !== undefined) return known;
    if (key.sealed === null) throw new SealBroken(key.kid);
    const opened: Opened =
      key.kind === 'ed25519'
        ? { kind: key.kind, key: openKey(key.sealed, key, this.masterKey()) }
        : { kind: key.kind, key: openRsaKey(key.sealed, key, this.masterKey()) };
    this.opened.set(key.kid, opened);
    return opened;
  }

  private opens(key: IssuerKeyRow): boolean {
    try {
      return this.open(key).key.kid === key.kid;
    } catch (error) {
      if (error instanceof SealBroken) return false;
      throw error;
    }
  }

  private isInUse(key: IssuerKeyRow, keys: readonly IssuerKeyRow[]): boolean {
    return key.issuerUrl === this.issuerUrl && useOf(key, keys, this.at(this.clock.now())) !== 'retired';
  }

  private retired(keys: readonly IssuerKeyRow[], now: Date): string[] {
    return keys
      .filter((key) => key.issuerUrl === this.issuerUrl && useOf(key, keys, this.at(now)) === 'retired')
      .map(({ kid }) => kid);
  }

  private shown(keys: readonly IssuerKeyRow[]): { items: IssuerKeyResponse[] } {
    const now = this.clock.now();
    const items = keys.toReversed().map((key) => ({
      kid: key.kid,
      kind: key.kind,
      url: key.kind === 'rsa' ? key.document.kid : key.document.id,
      use: useOf(key, keys, this.at(now)),
      hasPrivateHalf: key.sealed !== null,
      createdAt: key.createdAt.toISOString(),
      signsFrom: key.signsFrom.toISOString(),
      madeBy: key.madeBy,
      reason: key.reason,
    }));
    return { items };
  }

  private async ages() {
    const now = this.clock.now();
    const keys = await this.current(now, this.dataSource);
    return kinds.flatMap((kind) => {
      const key = signingKey(keys, { kind, ...this.at(now) });
      return key === null ? [] : [{ labels: { kind }, value: (now.getTime() - key.signsFrom.getTime()) / 1_000 }];
    });
  }

  private at(now: Date) {
    return { issuerUrl: this.issuerUrl, now };
  }

  private masterKey(): Uint8Array {
    return createHash('sha256').update(`${this.config.secret}:issuer-keys`).digest();
  }
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
