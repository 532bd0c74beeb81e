import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';

import type { Logger } from 'pino';

export interface PublicJwk extends JsonWebKey {
  kid: string;
}

/** Where the key set survives a restart of this service while `auth` is away. */
export interface KeyStore {
  load(): Promise<PublicJwk[]>;
  save(keys: readonly PublicJwk[]): Promise<void>;
}

export type KeyFetcher = () => Promise<PublicJwk[]>;

/**
 * The public keys of `auth`, all of them in memory and in this service's database, refreshed in the background.
 *
 * A token never waits for a fetch: an unknown `kid` is refused at once and at most asks for a refresh, which runs no more
 * often than every 30 seconds, so a flood of invented kids can neither lock good tokens out nor hammer `auth`. When
 * `auth` is away the last known keys stay good.
 */
export class KeySource {
  private keys = new Map<string, KeyObject>();
  private timer: NodeJS.Timeout | null = null;
  private refreshing: Promise<void> | null = null;
  private refreshedAtMs = 0;

  constructor(
    private readonly fetchKeys: KeyFetcher,
    private readonly store: KeyStore,
    private readonly logger: Logger,
    private readonly intervals = { refreshMs: 60_000, retryMs: 1_000, pauseMs: 30_000 },
  ) {}

  async start(): Promise<void> {
    this.use(await this.store.load());
    await this.refresh();
    this.schedule();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** The key with this id, or null; null also asks for a refresh in the background. */
  find(kid: string): KeyObject | null {
    const key = this.keys.get(kid);
    if (key === undefined && Date.now() - this.refreshedAtMs > this.intervals.pauseMs) void this.refresh();
    return key ?? null;
  }

  get isEmpty(): boolean {
    return this.keys.size === 0;
  }

  refresh(): Promise<void> {
    this.refreshing ??= this.fetchAndUse().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async fetchAndUse(): Promise<void> {
    this.refreshedAtMs = Date.now();
    try {
      const fetched = await this.fetchKeys();
      if (fetched.length === 0) return;
      this.use(fetched);
      await this.store.save(fetched);
    } catch (error) {
      this.logger.warn({ err: error, known: this.keys.size }, 'key set not refreshed; the known keys stay in use');
    }
  }

  private use(keys: readonly PublicJwk[]): void {
    if (keys.length === 0) return;
    this.keys = new Map(keys.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })]));
  }

  private schedule(): void {
    const delayMs = this.isEmpty ? this.intervals.retryMs : this.intervals.refreshMs;
    this.timer = setTimeout(() => void this.refresh().then(() => this.timer && this.schedule()), delayMs);
    this.timer.unref();
  }
}

/** Fetches a JWK set over HTTP within 3 seconds and 64 KiB; no redirects. */
export function jwksOver(url: string): KeyFetcher {
  return async () => {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(3_000) });
    if (!response.ok) throw new Error(`the key set answered ${response.status}`);
    const text = await response.text();
    if (text.length > 65_536) throw new Error('the key set is larger than 64 KiB');
    const parsed: unknown = JSON.parse(text);
    if (!isKeySet(parsed)) throw new Error('the key set has no keys array');
    return parsed.keys.filter(
      (key): key is PublicJwk => typeof key.kid === 'string' && key.kty === 'RSA' && (key['use'] ?? 'sig') === 'sig',
    );
  };
}

function isKeySet(value: unknown): value is { keys: (JsonWebKey & { kid?: string })[] } {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
}
