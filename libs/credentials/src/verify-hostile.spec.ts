import { generateKeyPairSync, sign } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exportJWK } from 'jose';

import { buildAchievementCredential } from './achievement.js';
import { createProof } from './data-integrity.js';
import { generateIssuerKey, type IssuerKey } from './keys.js';
import { resolverOf } from './resolve/resolver.js';
import { time } from './shape.js';
import { statusBits, statusEntries } from './status-list/status-list.js';
import { buildStatusListCredential } from './status-list/status-list-credential.js';
import { verifyCredential, type VerifyOptions } from './verify.js';

const issuer = { id: 'https://waymark.example/issuer', name: 'Waymark', url: 'https://waymark.example' };
const now = new Date('2026-05-01T12:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const key = await generateIssuerKey(issuer.id);
const evilKey = await generateIssuerKey('https://evil.example/issuer');
const list = 'https://waymark.example/lists/1';
const [entry] = statusEntries({ listUrl: () => list, index: 7 });

const credential = buildAchievementCredential({
  id: 'https://waymark.example/c/7',
  issuer,
  validFrom: after(-60),
  recipient: { email: 'ada@example.com', salt: 'Kosher' },
  achievement: { id: 'urn:a', kind: 'Badge', name: 'SQL', description: 'Knows.', criteria: 'Pass.' },
  status: [entry!], // of two entries, for two purposes
});
const profile = {
  id: issuer.id,
  type: ['Profile'],
  verificationMethod: [key.document],
  assertionMethod: [key.document.id],
};
const revokedList = buildStatusListCredential({
  ...{ id: list, issuer: issuer.id, purpose: 'revocation', bits: statusBits([7]), ttlMs: 60_000 },
  ...{ validFrom: after(-1), validUntil: after(60) },
});

const documents = new Map<string, unknown>([
  [key.document.id, key.document],
  [issuer.id, profile],
  [list, await signed(revokedList)],
]);

async function signed(document: object, by: IssuerKey = key): Promise<Record<string, unknown>> {
  return { ...document, proof: await createProof(document, by, now) };
}

/** The same key under another name, as its new owner tells it. */
function named(id: string, controller: string): IssuerKey {
  return { ...evilKey, document: { ...evilKey.document, id, controller } };
}

async function found(
  document: unknown,
  more: Readonly<Record<string, unknown>> = {},
  changed: Partial<VerifyOptions> = {},
) {
  const resolve = resolverOf((url) => more[url] ?? documents.get(url));
  const verification = await verifyCredential(document, { resolve, now, ...changed });
  const bad = verification.checks.filter(({ outcome }) => outcome !== 'pass');
  const failing = bad.map(({ name, outcome }) => (outcome === 'fail' ? name : `${name}?`)).join(' ');
  return { ...verification, failing, reason: bad[0]?.detail ?? '' };
}

/** As `JSON.parse` makes it of what came from outside: every name is a member, whatever it means to JavaScript. */
const parsed = (document: object, change: (text: string) => string): unknown =>
  JSON.parse(change(JSON.stringify(document)));

const encode = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

/** A VC-JWT of the badge, signed by whoever holds this Ed25519 or P-256 key. */
const ed = generateKeyPairSync('ed25519');
function jwtOf(header: object, changed: object = {}): string {
  const { credentialStatus: _, ...document } = { ...credential, ...changed };
  const claims = { iss: document.issuer.id, jti: document.id, sub: 'urn:ada', nbf: after(-60).getTime() / 1000 };
  const input = `${encode({ alg: 'EdDSA', typ: 'JWT', ...header })}.${encode({ ...document, ...claims })}`;
  return `${input}.${sign(null, Buffer.from(input), ed.privateKey).toString('base64url')}`;
}

describe('a stranger who writes our issuer into his own documents', () => {
  const did = 'did:web:evil.example';
  const methodOf = (id: string) => ({ ...evilKey.document, id, controller: issuer.id });

  it.each([
    ['a did:web', did, 'https://evil.example/.well-known/did.json'],
    ['a profile', 'https://evil.example/issuer', 'https://evil.example/issuer'],
  ])('signs nothing in our name: %s', async (_, owner, url) => {
    const id = `${owner}#k1`;
    const theirs = { id: owner, verificationMethod: [methodOf(id)], assertionMethod: [id] };
    const forged = await signed({ ...credential, name: 'Forged' }, named(id, issuer.id));
    const { failing, reason } = await found(forged, { [url]: theirs });
    expect([failing, reason]).toEqual([
      'proof issuer? status',
      `${issuer.id} does not list the key ${id} among those that sign its statements.`,
    ]);
  });

  it('signs nothing in our name as JWT either', async () => {
    const id = `${did}#k1`;
    const publicKeyJwk = await exportJWK(ed.publicKey);
    const method = { id, type: 'JsonWebKey', controller: issuer.id, publicKeyJwk };
    const theirs = { id: did, verificationMethod: [method], assertionMethod: [id] };
    const { failing } = await found(jwtOf({ kid: id }), { 'https://evil.example/.well-known/did.json': theirs });
    expect(failing).toBe('proof issuer?');
  });

  it('may be the owner of a key that stands in the document of another, if he says so', async () => {
    const owner = 'did:web:school.example';
    const id = `${owner}#k1`;
    const theirs = { id: owner, verificationMethod: [{ ...key.document, id }], assertionMethod: [id] };
    const ours = { ...profile, assertionMethod: [...profile.assertionMethod, id] };
    const document = await signed(credential, { ...key, document: { ...key.document, id } });
    const { failing } = await found(document, {
      'https://school.example/.well-known/did.json': theirs,
      [issuer.id]: ours,
    });
    expect(failing).toBe('status');
  });
});

describe('words that a reader of JSON does not see, and one of JSON-LD does', () => {
  it('do not hide that a badge was revoked: the whole address of a word', async () => {
    const document = await signed(credential);
    expect((await found(document)).failing).toBe('status');
    const hidden = parsed(document, (text) =>
      text.replace('"credentialStatus"', '"https://www.w3.org/2018/credentials#credentialStatus"'),
    );
    const { failing, reason } = await found(hidden);
    expect(failing).toContain('shape');
    expect(reason).toContain('https://www.w3.org/2018/credentials#credentialStatus');
  });

  it('do not hide that a badge was revoked: the same thing said in two places', async () => {
    const evidence = [{ id: credential.id, type: ['Evidence'], name: 'SQL' }];
    const { credentialStatus, ...rest } = await signed({ ...credential, evidence });
    const [only] = evidence;
    const split = { ...rest, evidence: [{ ...only, type: ['Evidence', 'VerifiableCredential'], credentialStatus }] };
    const { failing, reason } = await found(split);
    expect(failing).toContain('shape');
    expect(reason).toContain('/evidence/0');
  });

  it('may speak of the badge itself', async () => {
    const evidence = [{ id: credential.id, type: ['Evidence'], name: 'SQL' }];
    expect((await found(await signed({ ...credential, evidence }))).failing).toBe('status');
  });

  it.each([
    [
      'at the top',
      '"id":"https://waymark.example/c/7"',
      '"__proto__":{"description":"Forged.","validUntil":"2099-01-01T00:00:00Z"},',
    ],
    ['in the subject', '"type":["AchievementSubject"]', '"__proto__":{"id":"did:example:eve"},'],
  ])('do not come in by the back door of JavaScript: __proto__ %s', async (_, place, member) => {
    const { credentialStatus: __, ...document } = credential;
    const good = await signed(document);
    const forged = parsed(good, (text) => text.replace(place, `${member}${place}`));
    const { isValid, facts } = await found(forged);
    expect(isValid).toBe(false);
    expect(facts?.description).not.toBe('Forged.');
    expect(facts?.recipient.id ?? null).toBeNull();
  });
});

describe('what is written in another way that means the same', () => {
  const graded = buildAchievementCredential({
    ...{ id: credential.id, issuer, validFrom: after(-60), recipient: { email: 'ada@example.com', salt: 'Kosher' } },
    achievement: { id: 'urn:a', kind: 'Badge', name: 'SQL', description: 'Knows.', criteria: 'Pass.' },
    result: { percent: '51', percentRequired: '50' },
  });

  it.each([
    ['a mark in a list', '"value":"51"', '"value":["51"]'],
    ['a mark twice', '"value":"51"', '"value":["51","51"]'],
    ['a mark in a list of lists', '"value":"51"', '"value":[["51"]]'],
    ['the name of a mark in a list', '"name":"Score"', '"name":["Score"]'],
    ['the issuer in a list', '"name":"Waymark"', '"name":["Waymark"]'],
  ])('is told all the same: %s', async (_, from, to) => {
    const document = await signed(graded);
    const { facts, isValid } = await found(parsed(document, (text) => text.replace(from, to)));
    expect([isValid, facts]).toEqual([true, (await found(document)).facts]);
    expect(facts).toMatchObject({ results: [{ name: 'Score', value: '51' }], issuer: { name: 'Waymark' } });
  });

  it('is no blank behind the address of a key', async () => {
    const { proof, ...document } = await signed(graded);
    const padded = { ...Object(proof), verificationMethod: `${key.document.id} ` };
    expect((await found({ ...document, proof: padded })).failing).toBe('proof issuer?');
  });
});

describe('keys', () => {
  const jwksUrl = 'https://waymark.example/.well-known/jwks.json';

  it('that somebody could lay on the server of an issuer count no more than its set of keys', async () => {
    const upload = 'https://waymark.example/uploads/picture.json';
    const jwk = await exportJWK(ed.publicKey);
    const { failing, reason } = await found(jwtOf({ kid: upload }), { [upload]: jwk, [jwksUrl]: { keys: [] } });
    expect([failing, reason]).toEqual([
      'proof issuer?',
      `${issuer.id} does not list the key ${upload} among those that sign its statements.`,
    ]);
    const { assertionMethod: _, verificationMethod: __, ...silent } = profile;
    const more = { [upload]: jwk, [jwksUrl]: { keys: [] }, [issuer.id]: silent };
    expect(await found(jwtOf({ kid: upload }), more)).toMatchObject({
      failing: 'proof issuer?',
      reason: `${issuer.id} does not publish the key ${upload}.`,
    });
    // Nothing but the address speaks for it then, and that is said.
    expect(await found(jwtOf({ kid: upload }), { [upload]: jwk, [issuer.id]: silent })).toMatchObject({
      isValid: true,
      warnings: [expect.stringContaining('whether it lists this key')],
    });
  });

  it('that had ended sign no JWT afterwards', async () => {
    const did = 'did:web:school.example';
    const id = `${did}#k1`;
    const publicKeyJwk = await exportJWK(ed.publicKey);
    const token = jwtOf({ kid: id }, { issuer: { id: did, type: ['Profile'] } });
    const withEnd = (expires: string) => {
      const method = { id, type: 'JsonWebKey', controller: did, publicKeyJwk, expires };
      return {
        'https://school.example/.well-known/did.json': { id: did, verificationMethod: [method], assertionMethod: [id] },
      };
    };
    expect((await found(token, withEnd('2027-01-01T00:00:00Z'))).failing).toBe('');
    expect(await found(token, withEnd('2026-01-01T00:00:00Z'))).toMatchObject({
      failing: 'proof issuer?',
      reason: `The key ${id} was good until 2026-01-01T00:00:00Z only.`,
    });
    expect((await found(token, withEnd('never'))).failing).toBe('proof issuer?');
  });
});

describe('times', () => {
  it('that end before they begin are never good, however clocks differ', async () => {
    const { credentialStatus: _, ...document } = credential;
    const turned = await signed({ ...document, validFrom: after(3).toISOString(), validUntil: after(1).toISOString() });
    expect(await found(turned)).toMatchObject({
      failing: 'dates',
      reason: expect.stringContaining('before it begins'),
    });
  });

  it('that are accepted are moments', () => {
    const digits = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    const zone = fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), digits(24), fc.constantFrom(':', ''), digits(60))
        .map((parts) => parts.join('')),
    );
    const moment = fc
      .tuple(
        fc.integer({ min: 0, max: 9_999 }),
        digits(13),
        digits(32),
        digits(25),
        digits(61),
        fc.constantFrom('', ':00', ':59.5', ':60', ':59.123456789'),
        zone,
      )
      .map(
        ([year, month, day, hour, minute, second, offset]) =>
          `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}${second}${offset}`,
      );
    fc.assert(
      fc.property(moment, (text) => {
        if (time.safeParse(text).success) expect(new Date(text).getTime()).not.toBeNaN();
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a moment before its end in the east', '2026-05-01T14:00:00.001+02:00', ''],
    ['at its end in the east', '2026-05-01T14:00:00.000+02:00', 'dates'],
    ['before its end in the west', '2026-05-01T05:30:00-07:00', ''],
    ['after its end in the west', '2026-05-01T04:30:00-07:00', 'dates'],
  ])('are compared as moments: %s', async (_name, validUntil, failing) => {
    const { credentialStatus: _, ...document } = credential;
    expect((await found(await signed({ ...document, validUntil }))).failing).toBe(failing);
  });
});

describe('a status list', () => {
  it('that may have been withdrawn itself says nothing', async () => {
    const good = buildStatusListCredential({
      ...{ id: list, issuer: issuer.id, purpose: 'revocation', bits: statusBits([]), ttlMs: 60_000 },
      ...{ validFrom: after(-1), validUntil: after(60) },
    });
    expect((await found(await signed(credential), { [list]: await signed(good) })).failing).toBe('');
    const revocable = await signed({ ...good, credentialStatus: entry });
    const { failing, reason } = await found(await signed(credential), { [list]: revocable });
    expect([failing, reason]).toEqual(['status?', expect.stringContaining('has a status of its own')]);
  });
});

describe('the words of VCDM 1.1', () => {
  const { validFrom, credentialStatus: _, '@context': __, ...rest } = credential;
  const former = {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'],
    ...rest,
    issuanceDate: validFrom,
  };

  it.each([
    ['awardedDate', 5],
    ['awardedDate', { a: 1 }],
    ['validUntil', 'soon'],
    ['validFrom', 'soon'],
  ])('take no nonsense for a time: %s %j', async (name, value) => {
    const { checks, facts } = await found({ ...former, [name]: value });
    expect([checks[0]?.outcome, facts]).toEqual(['fail', null]);
  });
});

describe('a JWT in an envelope', () => {
  const jwksUrl = 'https://waymark.example/.well-known/jwks.json';
  const envelopeOf = (token: string) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `data:application/vc+jwt,${token}`,
    type: 'EnvelopedVerifiableCredential',
  });
  const keys = async () => ({ [jwksUrl]: { keys: [{ ...(await exportJWK(ed.publicKey)), kid: 'k1' }] } });

  it('is opened and checked as the token that it holds', async () => {
    const envelope = envelopeOf(jwtOf({ kid: 'k1' }));
    expect(await found(envelope, await keys())).toMatchObject({ isValid: true, facts: { name: 'SQL' } });
    const listed = { ...envelope, type: [envelope.type] };
    expect((await found(listed, await keys())).isValid).toBe(true);
    const [header, , signature] = envelope.id.split('.');
    const swapped = { ...envelope, id: `${header}.${jwtOf({}, { name: 'Other' }).split('.')[1]}.${signature}` };
    expect((await found(swapped, await keys())).failing).toBe('proof issuer?');
  });

  it.each<[string, (envelope: ReturnType<typeof envelopeOf>) => object]>([
    ['what nobody signed', (envelope) => ({ ...envelope, name: 'Forged' })],
    ['a badge around it', (envelope) => ({ ...credential, ...envelope })],
    ['another kind of token', (envelope) => ({ ...envelope, id: envelope.id.replace('vc+jwt', 'vc+sd-jwt') })],
    ['an address instead', (envelope) => ({ ...envelope, id: 'https://evil.example/token' })],
    ['a second token', ({ id, ...envelope }) => ({ ...envelope, id: [id, id] })],
    ['a second kind', ({ type, ...envelope }) => ({ ...envelope, type: [type, 'VerifiableCredential'] })],
    ['an envelope', (envelope) => ({ ...envelope, id: `data:application/vc+jwt,${encode(envelope)}` })],
  ])('is refused whole where it brings %s', async (_, change) => {
    const { failing } = await found(change(envelopeOf(jwtOf({ kid: 'k1' }))), await keys());
    expect(failing).toBe('shape proof? issuer? status? dates? subject?');
  });
});

describe('names that should be taken for others', () => {
  const { credentialStatus: _, ...document } = credential;
  const calledBy = (name: string, id = issuer.id) => found({ ...document, issuer: { ...document.issuer, id, name } });

  it.each([
    ['Cyrillic among Latin', 'W\u0430ymark', 1],
    ['Greek among Latin', 'Wayma\u03c1k School', 1],
    ['Cyrillic alone', '\u0428\u043a\u043e\u043b\u0430 Waymark', 0],
    ['letters with marks', '\u00c9cole Sup\u00e9rieure', 0],
  ])('are pointed at: %s', async (_name, name, count) => {
    const { warnings } = await calledBy(name);
    expect(
      warnings.filter((one) => one.includes(`mixes alphabets, as imitations do. Go by the address: ${issuer.id}`)),
    ).toHaveLength(count);
  });

  it('are pointed at in addresses too, as they are asked for', async () => {
    const { warnings } = await calledBy('Waymark', 'https://w\u0430ymark.example/issuer');
    expect(warnings).toContainEqual(expect.stringContaining('it is xn--'));
    expect((await calledBy('Waymark')).warnings).toEqual([]);
  });

  it('are told without signs that nobody sees', async () => {
    const { facts } = await calledBy('\u202eloohcS\u0007\u001b[2J');
    expect(facts?.issuer.name).toBe('loohcS[2J');
    expect((await calledBy('\u202e')).facts?.issuer.name).toBeNull();
  });
});

describe('a holder', () => {
  const { credentialStatus: _, ...document } = credential;
  const { identifier: __, ...nobody } = document.credentialSubject;
  const identity = {
    type: 'IdentityObject',
    hashed: false,
    identityHash: 'Ada@example.com',
    identityType: 'emailAddress',
  };
  const md5 = { ...identity, hashed: true, identityHash: `md5$${'0'.repeat(32)}` };
  it.each<[string, object, string]>([
    ['whose address stands in clear', { identifier: [identity] }, ''],
    ['who is an address', { id: 'mailto:ada@example.com' }, ''],
    ['who is another address', { id: 'mailto:eve@example.com' }, 'subject'],
    ['whose number it is', { identifier: [{ ...identity, identityType: 'studentId' }] }, 'subject'],
    [
      'who is hashed and says it is in clear',
      { identifier: [{ ...document.credentialSubject.identifier[0], hashed: false }] },
      'subject',
    ],
    ['who says it is hashed and stands in clear', { identifier: [{ ...identity, hashed: true }] }, 'subject'],
    ['who is hashed with MD5', { identifier: [md5] }, 'subject'],
  ])('is compared with an address: one %s', async (_name, who, failing) => {
    const badge = await signed({ ...document, credentialSubject: { ...nobody, ...who } });
    expect((await found(badge, {}, { recipientEmail: 'ada@example.com' })).failing).toBe(failing);
  });
});
