import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';

import { KeySource, type KeyStore, type PublicJwk } from './key-source.js';

const logger = pino({ level: 'silent' });
const jwk = (kid: string): PublicJwk => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }),
  kid,
});

class MemoryStore implements KeyStore {
  keys: readonly PublicJwk[] = [];
  async load(): Promise<PublicJwk[]> {
    return [...this.keys];
  }
  async save(keys: readonly PublicJwk[]): Promise<void> {
    this.keys = keys;
  }
}

describe('KeySource', () => {
  it('serves stored keys while auth is away, also after a restart', async () => {
    const store = new MemoryStore();
    store.keys = [jwk('old')];
    const source = new KeySource(() => Promise.reject(new Error('auth is down')), store, logger);
    await source.start();
    source.stop();
    expect(source.find('old')).not.toBeNull();
  });

  it('stores what it fetched, for the next start', async () => {
    const store = new MemoryStore();
    const source = new KeySource(async () => [jwk('new')], store, logger);
    await source.refresh();
    expect(store.keys.map((key) => key.kid)).toEqual(['new']);
  });

  it('keeps the known keys when auth answers with an empty set', async () => {
    let answer: PublicJwk[] = [jwk('known')];
    const source = new KeySource(async () => answer, new MemoryStore(), logger);
    await source.refresh();
    answer = [];
    await source.refresh();
    expect(source.find('known')).not.toBeNull();
  });

  it('fetches once for a flood of unknown kids within the pause', async () => {
    let fetches = 0;
    const source = new KeySource(
      async () => {
        fetches += 1;
        return [jwk('known')];
      },
      new MemoryStore(),
      logger,
      { refreshMs: 60_000, retryMs: 1_000, pauseMs: 30_000 },
    );
    await source.refresh();
    for (let index = 0; index < 1_000; index += 1) expect(source.find(`invented-${index}`)).toBeNull();
    expect(fetches).toBe(1);
  });

  it('finds a new key after an unknown kid has asked for it', async () => {
    let keys = [jwk('first')];
    const source = new KeySource(async () => keys, new MemoryStore(), logger, {
      refreshMs: 60_000,
      retryMs: 1_000,
      pauseMs: -1,
    });
    await source.refresh();
    keys = [...keys, jwk('second')];
    expect(source.find('second')).toBeNull();
    await source.refresh();
    expect(source.find('second')).not.toBeNull();
  });
});
