import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK } from 'jose';

import { buildAchievementCredential } from '../achievement.js';
import { generateIssuerRsaKey, privateKeyOf, type IssuerRsaKey } from '../keys-rsa.js';
import { resolverOf } from '../resolve/resolver.js';
import { signCredentialJwt } from '../sign-jwt.js';
import { verifyCredential, type VerifyOptions } from '../verify.js';

const issuer = { id: 'https://waymark.example/issuer', name: 'Waymark', url: 'https://waymark.example' };
const keySetUrl = 'https://waymark.example/.well-known/jwks.json';
const now = new Date('2026-05-01T12:00:00Z');
const credential = buildAchievementCredential({
  id: 'https://waymark.example/c/7',
  issuer,
  validFrom: new Date('2026-05-01T11:00:00.500Z'),
  validUntil: new Date('2027-05-01T11:00:00Z'),
  recipient: { email: 'ada@example.com', salt: 'Kosher', id: 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11' },
  achievement: {
    id: 'https://waymark.example/a',
    kind: 'Badge',
    name: 'SQL',
    description: 'Knows.',
    criteria: 'Pass.',
  },
});

let key: IssuerRsaKey;
let good: string;
let documents: Map<string, unknown>;

beforeAll(async () => {
  key = await generateIssuerRsaKey(issuer.id);
  good = await signCredentialJwt(credential, key);
  documents = new Map<string, unknown>([[keySetUrl, { keys: [key.document] }]]);
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
const parts = () => ({ header: decode(good.split('.')[0]), payload: decode(good.split('.')[1]) });

type Signer = (input: string) => Buffer;
const rs256: Signer = (input) => sign('RSA-SHA256', Buffer.from(input), privateKeyOf(key));

/** Signs anything: header and payload as they stand. */
function forge(header: object, payload: object, signer: Signer = rs256): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${signer(input).toString('base64url')}`;
}

async function found(text: string, changed: Partial<VerifyOptions> = {}) {
  const resolve = resolverOf((url) => documents.get(url));
  const verification = await verifyCredential(text, { resolve, now, ...changed });
  const bad = verification.checks.filter(({ outcome }) => outcome !== 'pass');
  const failing = bad.map(({ name, outcome }) => (outcome === 'fail' ? name : `${name}?`)).join(' ');
  return { ...verification, failing, reason: bad[0]?.detail ?? '' };
}

const pemOf = () => key.privateKeyPem;

describe('a VC-JWT', () => {
  it('of ours passes every check without a warning', async () => {
    expect(await found(good)).toMatchObject({ isValid: true, warnings: [], facts: { name: 'SQL' } });
    expect(await found(`\n${good} `)).toMatchObject({ isValid: true });
  });

  it.each<[string, (h: Record<string, unknown>, p: Record<string, unknown>) => string, string]>([
    ['no algorithm', (h, p) => `${encode({ ...h, alg: 'none' })}.${encode(p)}.`, '"none" is not one of'],
    ['the algorithm none, signed', (h, p) => forge({ ...h, alg: 'none' }, p), '"none" is not one of'],
    ['NONE in capitals', (h, p) => forge({ ...h, alg: 'NONE' }, p), '"NONE" is not one of'],
    [
      'HS256 with the public key for a secret',
      (h, p) =>
        forge({ ...h, alg: 'HS256' }, p, (input) =>
          createHmac('sha256', JSON.stringify(key.document)).update(input).digest(),
        ),
      '"HS256" is not one of',
    ],
    ['RS384', (h, p) => forge({ ...h, alg: 'RS384' }, p), '"RS384" is not one of'],
    ['no alg', ({ alg: _, ...h }, p) => forge(h, p), 'The algorithm of the token'],
    ['PS256 with a key for RS256', (h, p) => forge({ ...h, alg: 'PS256' }, p), 'is not one for PS256'],
    ['ES256 with a key for RS256', (h, p) => forge({ ...h, alg: 'ES256' }, p), 'is not one for ES256'],
    ['EdDSA with a key for RS256', (h, p) => forge({ ...h, alg: 'EdDSA' }, p), 'is not one for EdDSA'],
    ['jku', (h, p) => forge({ ...h, jku: 'https://evil.example/jwks.json' }, p), 'brings “jku”'],
    ['x5u', (h, p) => forge({ ...h, x5u: 'https://evil.example/cert' }, p), 'brings “x5u”'],
    ['x5c', (h, p) => forge({ ...h, x5c: ['MIIB'] }, p), 'brings “x5c”'],
    ['crit', (h, p) => forge({ ...h, crit: ['exp'] }, p), 'brings “crit”'],
    ['b64', (h, p) => forge({ ...h, b64: false }, p), 'brings “b64”'],
    ['zip', (h, p) => forge({ ...h, zip: 'DEF' }, p), 'brings “zip”'],
    ['the type of an access token', (h, p) => forge({ ...h, typ: 'at+jwt' }, p), '"at+jwt", which is no credential'],
    ['an unknown type', (h, p) => forge({ ...h, typ: 'jose' }, p), 'which is no credential'],
    ['a number for a type', (h, p) => forge({ ...h, typ: 1 }, p), 'which is no credential'],
    ['no key named', ({ kid: _, ...h }, p) => forge(h, p), 'must name its key'],
    ['a key that is not published', (h, p) => forge({ ...h, kid: 'other' }, p), 'does not publish the key other'],
    [
      'a key at an address with nothing',
      (h, p) => forge({ ...h, kid: `${issuer.id}/keys/no` }, p),
      'is not known here',
    ],
    [
      'a key elsewhere',
      (h, p) => forge({ ...h, kid: 'https://evil.example/k' }, p),
      'does not publish the key https://evil',
    ],
  ])('is refused by its proof for %s', async (_, make, reason) => {
    const { header, payload } = parts();
    const { failing, reason: said } = await found(make(header, payload));
    expect(failing).toMatch(/^(proof issuer\?|shape proof\? issuer\? status\? dates\? subject\?)$/);
    expect(said).toContain(reason);
  });

  it.each<[string, (p: Record<string, unknown>) => object, string]>([
    ['no iss', ({ iss: _, ...p }) => p, 'has no iss'],
    ['no jti', ({ jti: _, ...p }) => p, 'has no jti'],
    ['no nbf', ({ nbf: _, ...p }) => p, 'has no nbf'],
    ['no sub', ({ sub: _, ...p }) => p, 'has no sub'],
    ['no exp although it ends', ({ exp: _, ...p }) => p, 'has no exp'],
    ['another iss', (p) => ({ ...p, iss: 'https://evil.example' }), 'iss https://evil.example'],
    ['another jti', (p) => ({ ...p, jti: 'urn:x' }), 'jti urn:x'],
    ['another sub', (p) => ({ ...p, sub: 'did:example:eve' }), 'sub did:example:eve'],
    ['another nbf', (p) => ({ ...p, nbf: 1 }), 'nbf 1'],
    ['another exp', (p) => ({ ...p, exp: 4_000_000_000 }), 'exp 4000000000'],
    ['text for a time', (p) => ({ ...p, exp: 'soon' }), '/payload/exp'],
    ['no issuer', ({ issuer: _, ...p }) => p, '/issuer'],
    [
      'an unknown context',
      (p) => ({ ...p, '@context': [...credential['@context'], 'https://evil.example/c'] }),
      'https://evil.example/c is not one',
    ],
  ])('is refused by its shape for %s, well signed as it is', async (_, change, reason) => {
    const { header, payload } = parts();
    const { failing, reason: said } = await found(forge(header, change(payload)));
    expect(failing).toBe('shape proof? issuer? status? dates? subject?');
    expect(said).toContain(reason);
  });

  it.each([
    ['two parts', () => good.split('.').slice(0, 2).join('.')],
    ['five parts', () => `${good}.a.b`],
    ['padding', () => `${good}=`],
    ['another alphabet', () => good.replace(/[-_]/g, '+')],
    ['a header that is no object', () => `${encode([1])}.${good.split('.').slice(1).join('.')}`],
    [
      'a member twice in its header',
      () =>
        `${Buffer.from('{"alg":"RS256","alg":"none"}').toString('base64url')}.${good.split('.').slice(1).join('.')}`,
    ],
    [
      'a payload that is no JSON',
      () => forge(parts().header, {}).replace(/\.[^.]+\./, `.${Buffer.from('{').toString('base64url')}.`),
    ],
    ['more than a badge needs', () => forge(parts().header, { ...parts().payload, name: 'x'.repeat(70_000) })],
  ])('is refused whole for %s', async (_, make) => {
    expect((await found(make())).failing).toBe('shape proof? issuer? status? dates? subject?');
  });

  it('is refused when the key is another issuer’s, whoever publishes it', async () => {
    const { header, payload } = parts();
    documents.set('https://evil.example/.well-known/jwks.json', { keys: [key.document] });
    const exchanged = {
      ...payload,
      issuer: { ...issuer, id: 'https://evil.example/i', type: ['Profile'] },
      iss: 'https://evil.example/i',
    };
    const { failing, reason } = await found(forge(header, exchanged));
    expect([failing, reason]).toEqual(['issuer', `The key belongs to ${issuer.id}, not to https://evil.example/i.`]);
  });

  it('is refused when the issuer was exchanged for a DID of the forger', async () => {
    const { payload } = parts();
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const did = `did:jwk:${encode(await exportJWK(publicKey))}`;
    const header = { alg: 'ES256', kid: `${did}#0`, typ: 'JWT' };
    const { failing, reason } = await found(forge(header, payload, es256(privateKey)));
    expect(failing).toBe('issuer');
    expect(reason).toContain(`not to ${issuer.id}`);
  });

  it('is refused with a key that it brings, unless the issuer publishes that key', async () => {
    const { header, payload } = parts();
    const { kid: _, ...rest } = header;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const own = { ...rest, jwk: await exportJWK(publicKey) };
    const forged = forge(own, payload, (input) => sign('RSA-SHA256', Buffer.from(input), privateKey));
    expect((await found(forged)).reason).toContain('does not publish the key that the token brings');
    const { kid: __, iss: ___, ...bare } = key.document;
    expect(await found(forge({ ...rest, jwk: bare }, payload))).toMatchObject({ isValid: true });
    const both = forge({ ...header, jwk: bare }, payload);
    expect((await found(both)).reason).toContain('by kid or by jwk');
    const secret = forge({ ...rest, jwk: { ...bare, d: 'AQAB' } }, payload);
    expect((await found(secret)).reason).toContain('is a private key');
  });

  it.each([
    ['for encryption', { use: 'enc' }, 'is for “enc”'],
    ['for signing only', { key_ops: ['sign'] }, 'not for checking'],
    ['for another algorithm', { alg: 'PS256' }, 'not one for RS256'],
    ['of another kind', { kty: 'EC', crv: 'P-256' }, 'not one for RS256'],
    ['damaged', { n: 'AQAB' }, 'cannot be checked with this key'],
    ['of another issuer', { iss: 'https://waymark.example/other' }, 'belongs to https://waymark.example/other'],
  ])('is refused when the published key is %s', async (_, change, reason) => {
    const resolve = resolverOf((url) => (url === keySetUrl ? { keys: [{ ...key.document, ...change }] } : null));
    expect((await found(good, { resolve })).reason).toContain(reason);
  });

  it('is refused when two keys have the same name', async () => {
    const resolve = resolverOf(() => ({ keys: [key.document, key.document] }));
    expect((await found(good, { resolve })).reason).toContain('two keys');
  });

  it('stays undecided when the keys cannot be reached or read', async () => {
    const away = async () => ({ found: false, why: 'No answer.' }) as const;
    expect((await found(good, { resolve: away })).failing).toBe('proof? issuer?');
    expect((await found(good, { resolve: resolverOf(() => 'nonsense') })).failing).toBe('proof issuer?');
  });

  it('ends when the token ends, and starts when it starts', async () => {
    expect((await found(good, { now: new Date('2027-05-01T11:00:00Z') })).failing).toBe('dates');
    expect((await found(good, { now: new Date('2026-05-01T10:00:00Z') })).failing).toBe('dates');
  });

  it('finds its key in the set, at its own address, or in the profile', async () => {
    for (const [url, json] of [
      [keySetUrl, { keys: [{ kty: 'OKP' }, key.document] }],
      [key.document.kid, key.document],
    ] as const) {
      const resolve = resolverOf((asked) => (asked === url ? json : null));
      expect(await found(good, { resolve })).toMatchObject({ isValid: true });
    }
  });

  it('warns of a word that no context defines', async () => {
    const { header, payload } = parts();
    const { isValid, warnings } = await found(forge(header, { ...payload, grade: 'A' }));
    expect([isValid, warnings]).toEqual([true, ['No context defines “grade”. Other readers may skip it.']]);
  });

  it('verifies with ES256, EdDSA and PS256 where the key says so', async () => {
    const { payload } = parts();
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const ed = generateKeyPairSync('ed25519');
    const keys = [
      { ...(await exportJWK(ec.publicKey)), kid: 'ec' },
      { ...(await exportJWK(ed.publicKey)), kid: 'ed', alg: 'EdDSA' },
      { ...key.document, kid: 'ps', alg: 'PS256' },
    ];
    const resolve = resolverOf((url) => (url === keySetUrl ? { keys } : null));
    const ps256: Signer = (input) =>
      sign('RSA-SHA256', Buffer.from(input), { key: pemOf(), padding: 6, saltLength: 32 });
    for (const [alg, kid, signer] of [
      ['ES256', 'ec', es256(ec.privateKey)],
      ['EdDSA', 'ed', (input: string) => sign(null, Buffer.from(input), ed.privateKey)],
      ['PS256', 'ps', ps256],
    ] as const) {
      const text = forge({ alg, kid, typ: 'JWT' }, payload, signer);
      expect([alg, (await found(text, { resolve })).failing]).toEqual([alg, '']);
      const swapped = forge({ alg, kid, typ: 'JWT' }, { ...payload, name: 'Other' }, signer).split('.')[1];
      expect((await found(text.replace(/\.[^.]+\./, `.${swapped}.`), { resolve })).failing).toBe('proof issuer?');
    }
  });

  it('cannot be changed in any byte', async () => {
    const text = Buffer.from(good, 'ascii');
    const survivors: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const altered = Buffer.from(text);
      altered.writeUInt8(altered.readUInt8(at) ^ (1 << (at % 7)), at);
      if ((await found(altered.toString('latin1'))).isValid) survivors.push(at);
    }
    expect(survivors).toEqual([]);
  }, 120_000);

  it('has no second spelling: the spare bits of its last character are not free', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const start = good.slice(0, -1);
    const valid = [];
    for (const character of alphabet) if ((await found(start + character)).isValid) valid.push(character);
    expect(valid).toEqual([good.at(-1)]);
  });
});

describe('a JWT in the form of VCDM 1.1', () => {
  const { '@context': _, validFrom, validUntil, ...rest } = credential;
  const vc = {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'],
    ...rest,
  };
  const seconds = (time = '') => Math.floor(new Date(time).getTime() / 1000);
  const claims = () => ({
    iss: issuer.id,
    jti: credential.id,
    sub: 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
  });

  it('is read leniently: what the claims say need not stand inside', async () => {
    const { id: ___, ...inner } = vc;
    const text = forge(parts().header, { ...claims(), vc: inner });
    const { failing, warnings } = await found(text);
    expect([failing, warnings]).toEqual([
      '',
      [expect.stringContaining('VCDM 1.1'), expect.stringContaining('inside the claim “vc”')],
    ]);
  });

  it.each<[string, object]>([
    ['another issuer', { issuer: 'https://evil.example' }],
    ['another id', { id: 'urn:x' }],
    ['another start', { issuanceDate: '2020-01-01T00:00:00Z' }],
    ['another end', { expirationDate: '2040-01-01T00:00:00Z' }],
  ])('is refused when claims and credential disagree: %s', async (_, change) => {
    const text = forge(parts().header, { ...claims(), vc: { ...vc, ...change } });
    expect((await found(text)).failing).toBe('shape proof? issuer? status? dates? subject?');
  });
});

function es256(privateKey: KeyObject): Signer {
  return (input) => sign('SHA256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
}
