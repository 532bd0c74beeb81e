import { gzipSync } from 'node:zlib';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { buildAchievementCredential } from './achievement.js';
import { generateIssuerRsaKey, type IssuerRsaKey } from './keys-rsa.js';
import { generateIssuerKey } from './keys.js';
import { type Resolved, resolverOf } from './resolve/resolver.js';
import { signCredentialJwt } from './sign-jwt.js';
import { signCredential, signStatusList } from './sign.js';
import { createProof } from './data-integrity.js';
import { buildStatusListCredential, type StatusListInput } from './status-list/status-list-credential.js';
import { statusBits, statusEntries, type StatusPurpose } from './status-list/status-list.js';
import { verifyCredential, type VerifyOptions } from './verify.js';

const issuer = { id: 'https://waymark.example/issuer', name: 'Waymark', url: 'https://waymark.example' };
const now = new Date('2026-05-01T12:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const index = 4_711;
const listUrl = (purpose: StatusPurpose) => `https://waymark.example/lists/1/${purpose}`;
const key = await generateIssuerKey(issuer.id);
const forger = await generateIssuerKey('https://forger.example/issuer');

const credential = buildAchievementCredential({
  id: 'https://waymark.example/c/7',
  issuer,
  validFrom: after(-60),
  recipient: { email: 'ada@example.com', salt: 'Kosher' },
  achievement: { id: 'urn:a', kind: 'Badge', name: 'SQL', description: 'Knows.', criteria: 'Pass.' },
  status: statusEntries({ listUrl, index }),
});
const signed = await signCredential(credential, key, now);

function listOf(changed: Partial<StatusListInput> = {}) {
  return buildStatusListCredential({
    id: listUrl('revocation'),
    issuer: issuer.id,
    purpose: 'revocation',
    bits: statusBits([]),
    validFrom: after(-1),
    validUntil: after(60),
    ttlMs: 60_000,
    ...changed,
  });
}

const suspension = await signStatusList(listOf({ id: listUrl('suspension'), purpose: 'suspension' }), key, now);
const known = new Map<string, unknown>([
  [key.document.id, key.document],
  [forger.document.id, forger.document],
  [listUrl('suspension'), suspension],
]);

async function statusWith(list: unknown, changed: Partial<VerifyOptions> = {}, document: unknown = signed) {
  const resolve = resolverOf((url) => (url === listUrl('revocation') ? list : known.get(url)));
  const result = await verifyCredential(document, { resolve, now, ...changed });
  const status = result.checks.find(({ name }) => name === 'status');
  expect(result.isValid).toBe(status?.outcome === 'pass');
  return { ...result, outcome: status?.outcome, detail: status?.detail ?? '' };
}

/** Any list, signed by anybody. */
async function forged(list: object, by = key): Promise<object> {
  return { ...list, proof: await createProof(list, by, now) };
}

function withSubject(change: object): object {
  const list = listOf();
  return { ...list, credentialSubject: { ...list.credentialSubject, ...change } };
}

describe('a status in lists', () => {
  it('is good when no bit is set, and names the lists that say so', async () => {
    const { outcome, statusLists } = await statusWith(await signStatusList(listOf(), key, now));
    expect(outcome).toBe('pass');
    expect(statusLists.map(({ url }) => url)).toEqual([listUrl('revocation'), listUrl('suspension')]);
  });

  it('is bad when its bit is set, and only then', async () => {
    const revoked = await statusWith(await signStatusList(listOf({ bits: statusBits([index]) }), key, now));
    expect([revoked.outcome, revoked.detail]).toEqual(['fail', 'It was revoked.']);
    const others = listOf({ bits: statusBits([index - 1, index + 1]) });
    expect((await statusWith(await signStatusList(others, key, now))).outcome).toBe('pass');
  });

  it('is told by the worst of its lists', async () => {
    const bits = statusBits([index]);
    const suspended = await signStatusList(
      listOf({ id: listUrl('suspension'), purpose: 'suspension', bits }),
      key,
      now,
    );
    const revocation = await signStatusList(listOf(), key, now);
    const resolve = resolverOf((url) =>
      url === listUrl('suspension') ? suspended : url === listUrl('revocation') ? revocation : known.get(url),
    );
    const { outcome, detail } = await statusWith(null, { resolve });
    expect([outcome, detail]).toEqual(['fail', 'It was suspended.']);
  });

  it('can be signed as JWT', async () => {
    const rsa: IssuerRsaKey = await generateIssuerRsaKey(issuer.id);
    const jwt = await signCredentialJwt(listOf({ bits: statusBits([index]) }), rsa);
    known.set('https://waymark.example/.well-known/jwks.json', { keys: [rsa.document] });
    expect((await statusWith(jwt)).outcome).toBe('fail');
    expect((await statusWith(`${jwt.slice(0, -8)}AAAAAAAA`)).outcome).toBe('unknown');
    const list = listOf();
    const wide = { ...list, credentialSubject: { ...list.credentialSubject, statusSize: 2 } };
    const { outcome, detail } = await statusWith(await signCredentialJwt(wide, rsa));
    expect([outcome, detail]).toEqual(['unknown', expect.stringContaining('2 bits')]);
  });

  it.each<[string, () => unknown, string]>([
    ['is not there', () => null, 'says nothing'],
    ['is no JSON object', () => 7, 'says nothing'],
    ['is something else', () => ({ hello: 'world' }), '/@context'],
    ['is not signed', () => listOf(), 'it is not signed'],
    [
      'was changed after signing',
      async () => ({ ...(await signStatusList(listOf(), key, now)), validUntil: after(600).toISOString() }),
      'signature is not good',
    ],
    ['is signed by another', () => forged(listOf(), forger), 'key of https://forger.example/issuer'],
    [
      'is of another issuer',
      () => forged({ ...listOf(), issuer: forger.document.controller }, forger),
      'it is of https://forger.example',
    ],
    [
      'is another list',
      () => forged({ ...listOf(), id: 'https://waymark.example/lists/2/revocation' }),
      'calls itself',
    ],
    ['is about another purpose', () => forged(withSubject({ statusPurpose: 'suspension' })), 'not about revocation'],
    ['is too short', () => forged(withSubject({ encodedList: packed(1_000) })), 'STATUS_LIST_LENGTH_ERROR'],
    ['is a bomb', () => forged(withSubject({ encodedList: packed(2 * 1024 * 1024) })), 'MALFORMED_VALUE_ERROR'],
    [
      'is not packed',
      () => forged(withSubject({ encodedList: `u${Buffer.from('plain').toString('base64url')}` })),
      'not GZIP',
    ],
    ['is in another alphabet', () => forged(withSubject({ encodedList: 'zzzz' })), 'MALFORMED_VALUE_ERROR'],
    ['begins in the future', () => forged(listOf({ validFrom: after(10) })), 'good from'],
    ['has ended', () => forged(listOf({ validUntil: after(-1) })), 'good until'],
  ])('is not known when the list %s', async (_, make, reason) => {
    const { outcome, detail } = await statusWith(await make());
    expect(outcome).toBe('unknown');
    expect(detail).toContain(reason);
  });

  it('is not known when an older list is served than one that was seen', async () => {
    const list = await signStatusList(listOf(), key, now);
    const newest = (validFrom: Date) => ({
      newestListSeen: (url: string) => (url === listUrl('revocation') ? validFrom : null),
    });
    expect((await statusWith(list, newest(after(-1)))).outcome).toBe('pass');
    const rolledBack = await statusWith(list, newest(after(0)));
    expect([rolledBack.outcome, rolledBack.detail]).toEqual([
      'unknown',
      expect.stringContaining('older than the edition'),
    ]);
  });

  it('is not known when a list cannot be reached', async () => {
    const away: Resolved = { found: false, why: 'No answer.' };
    const resolve = async (url: string): Promise<Resolved> =>
      known.has(url) ? { found: true, json: known.get(url) } : away;
    expect(await statusWith(null, { resolve })).toMatchObject({
      outcome: 'unknown',
      detail: expect.stringContaining('No answer.'),
    });
  });
});

describe('what a credential says about its status', () => {
  const [entry] = statusEntries({ listUrl, index });
  const withStatus = (credentialStatus: unknown) => forged({ ...credential, credentialStatus });

  it.each<[string, object, string]>([
    ['a number for an index', { statusListIndex: index }, 'pass'],
    ['an index beyond the list', { statusListIndex: '131072' }, 'unknown'],
    ['a negative index', { statusListIndex: '-1' }, 'unknown'],
    ['half an index', { statusListIndex: '1.5' }, 'unknown'],
    ['the address of the list for its id', { id: listUrl('revocation') }, 'unknown'],
    ['a purpose that does not decide', { statusPurpose: 'refresh' }, 'pass'],
  ])('may hold %s or not', async (_, change, expected) => {
    const list = await signStatusList(listOf(), key, now);
    expect((await statusWith(list, {}, await withStatus({ ...entry, ...change }))).outcome).toBe(expected);
  });

  it('is not known in words that are not known', async () => {
    const resolve = resolverOf((url) => known.get(url));
    const document = { ...credential, credentialStatus: { id: 'urn:x', type: 'BitstringStatusListEntry' } };
    const { outcome, detail } = await statusWith(null, { resolve }, await forged(document));
    expect([outcome, detail]).toEqual(['unknown', expect.stringContaining('/credentialStatus/statusPurpose')]);
  });

  const jwtList = 'https://waymark.example/revoked';
  let rsa: IssuerRsaKey;
  beforeAll(async () => {
    rsa = await generateIssuerRsaKey(issuer.id);
  });

  /** The older kind is no word of today's context, so such badges come as JWT. */
  async function olderKind(list: unknown, type = '1EdTechRevocationList') {
    const text = await signCredentialJwt({ ...credential, credentialStatus: [{ id: jwtList, type }] as never }, rsa);
    const keys = { keys: [rsa.document] };
    const resolve = resolverOf((url) => (url === jwtList ? list : url.endsWith('jwks.json') ? keys : known.get(url)));
    return statusWith(null, { resolve }, text);
  }

  it.each<[string, unknown, string]>([
    ['names nobody', { id: jwtList, issuer: issuer.id, revokedCredential: [] }, 'pass'],
    ['names another', { id: jwtList, issuer: issuer.id, revokedCredential: [{ id: 'urn:other' }] }, 'pass'],
    [
      'names it',
      { id: jwtList, issuer: issuer.id, revokedCredential: [{ id: credential.id, revocationReason: 'A mistake.' }] },
      'fail',
    ],
    ['names it in the plural', { issuer: { id: issuer.id }, revokedCredentials: [credential.id] }, 'fail'],
    ['took it back', { issuer: issuer.id, revokedCredential: [{ id: credential.id, revoked: false }] }, 'pass'],
    ['is of another', { issuer: 'https://evil.example', revokedCredential: [] }, 'unknown'],
    ['is none', { hello: 'world' }, 'unknown'],
    ['holds nonsense', { issuer: issuer.id, revokedCredential: [7] }, 'unknown'],
    ['is not there', null, 'unknown'],
  ])('reads the older kind of list that %s', async (_, list, expected) => {
    const { outcome, warnings } = await olderKind(list);
    expect(outcome).toBe(expected);
    if (outcome !== 'unknown') expect(warnings).toContainEqual(expect.stringContaining('older kind'));
  });

  it('is not known when it is told in another way', async () => {
    expect(await olderKind({}, 'StatusList2021Entry')).toMatchObject({
      outcome: 'unknown',
      detail: expect.stringContaining('StatusList2021Entry'),
    });
  });
});

function packed(bytes: number): string {
  return `u${gzipSync(Buffer.alloc(bytes)).toString('base64url')}`;
}
