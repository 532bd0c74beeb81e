import net from 'node:net';

import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { describe, expect, it, jest } from '@jest/globals';

import { buildAchievementCredential } from '../achievement.js';
import { loadContext } from '../contexts.js';
import { createProof } from '../data-integrity.js';
import { generateIssuerKey, type IssuerKey, signerOf } from '../keys.js';
import { nothingFetched, type Resolver, resolverOf } from '../resolve/resolver.js';
import { verifyCredential } from '../verify.js';

const now = new Date('2026-05-01T12:00:00Z');
const made = await generateIssuerKey('https://unused.example');
const multibase = made.document.publicKeyMultibase;
const didKey = `did:key:${multibase}`;

/** The same key under another name. */
function named(id: string, controller: string): IssuerKey {
  return { ...made, document: { ...made.document, id, controller } };
}

const bare = named(`${didKey}#${multibase}`, didKey);

function credentialOf(issuer: string) {
  return buildAchievementCredential({
    id: 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
    issuer: { id: issuer, name: 'Elsewhere', url: 'https://elsewhere.example' },
    validFrom: new Date('2026-05-01T11:00:00Z'),
    recipient: { email: 'ada@example.com', salt: 'Kosher' },
    achievement: { id: 'urn:a', kind: 'Badge', name: 'Sums', description: 'Adds.', criteria: 'Add.' },
  });
}

async function signedBy(key: IssuerKey, document: object): Promise<object> {
  return { ...document, proof: await createProof(document, key, now) };
}

async function found(document: unknown, resolve: Resolver = nothingFetched) {
  const verification = await verifyCredential(document, { resolve, now });
  const bad = verification.checks.filter(({ outcome }) => outcome !== 'pass');
  const failing = bad.map(({ name, outcome }) => (outcome === 'fail' ? name : `${name}?`)).join(' ');
  return { ...verification, failing, reason: bad[0]?.detail ?? '' };
}

const bareKeyWarning = expect.stringContaining('The issuer is a bare key');

describe('keys that lie in their own address', () => {
  it('need no network: did:key', async () => {
    const connect = jest.spyOn(net.Socket.prototype, 'connect');
    const { failing, warnings } = await found(await signedBy(bare, credentialOf(didKey)));
    expect([failing, warnings]).toEqual(['', [bareKeyWarning]]);
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
  });

  it('need no network: did:jwk', async () => {
    const { publicKey } = await signerKey();
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
    const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    const { failing, warnings } = await found(await signedBy(named(`${did}#0`, did), credentialOf(did)));
    expect([failing, warnings]).toEqual(['', [bareKeyWarning]]);
  });

  it.each([
    ['another key behind the #', `${didKey}#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK`],
    ['nothing behind the #', didKey],
    [
      'a key of another kind',
      'did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv#zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv',
    ],
    ['a did:jwk that is no key', 'did:jwk:eyJhIjoxfSAgICAgICAgICAgICAgIA#0'],
    ['a DID of another method', 'did:ion:abc#1'],
    ['a URN', 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11'],
  ])('are refused: %s', async (_, verificationMethod) => {
    expect((await found(await signedBy(named(verificationMethod, didKey), credentialOf(didKey)))).failing).toBe(
      'proof issuer?',
    );
  });

  it('sign for nobody else', async () => {
    const { failing, reason } = await found(await signedBy(bare, credentialOf('https://waymark.example/issuer')));
    expect([failing, reason]).toEqual([
      'issuer',
      `The key belongs to ${didKey}, not to https://waymark.example/issuer.`,
    ]);
  });
});

describe('keys that an owner publishes', () => {
  const did = 'did:web:school.example';
  const method = { id: `${did}#k1`, type: 'Multikey', controller: did, publicKeyMultibase: multibase };
  const didDocument = { id: did, verificationMethod: [method], assertionMethod: [`${did}#k1`] };
  const didUrl = 'https://school.example/.well-known/did.json';
  const byDid = () => signedBy(named(method.id, did), credentialOf(did));

  it.each<[string, object]>([
    ['by its id', didDocument],
    ['by a relative id', { ...didDocument, verificationMethod: [{ ...method, id: '#k1' }], assertionMethod: ['#k1'] }],
    ['inside the list', { id: did, assertionMethod: [method] }],
    ['alone', { ...didDocument, verificationMethod: method, assertionMethod: `${did}#k1` }],
    ['in the older words', { ...didDocument, verificationMethod: [{ ...method, type: 'Ed25519VerificationKey2020' }] }],
  ])('verify through did:web: %s', async (_, document) => {
    expect(
      (
        await found(
          await byDid(),
          resolverOf((url) => (url === didUrl ? document : null)),
        )
      ).failing,
    ).toBe('');
  });

  it.each<[string, object, string]>([
    ['is not listed for statements', { ...didDocument, assertionMethod: [] }, 'does not list the key'],
    [
      'is for signing in only',
      { id: did, verificationMethod: [method], authentication: [method.id] },
      'does not list the key',
    ],
    ['is named and not shown', { id: did, assertionMethod: [method.id] }, 'without showing it'],
    [
      'was revoked',
      { ...didDocument, verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] },
      'was revoked',
    ],
    [
      'had ended before',
      { ...didDocument, verificationMethod: [{ ...method, expires: '2026-01-01T00:00:00Z' }] },
      'good until',
    ],
    [
      'is of an unknown kind',
      { ...didDocument, verificationMethod: [{ ...method, type: 'X25519KeyAgreementKey2020' }] },
      'cannot be checked here',
    ],
    [
      'stands in the document of another',
      { ...didDocument, id: 'did:web:evil.example' },
      'is about did:web:evil.example',
    ],
  ])('are refused through did:web when the key %s', async (_, document, reason) => {
    const { failing, reason: said } = await found(
      await byDid(),
      resolverOf((url) => (url === didUrl ? document : null)),
    );
    expect(failing).toBe('proof issuer?');
    expect(said).toContain(reason);
  });

  it('are out of reach when nobody fetches', async () => {
    expect((await found(await byDid())).failing).toBe('proof? issuer?');
  });

  const victim = 'https://waymark.example/issuer';
  const stranger = { ...made.document, id: 'https://evil.example/key', controller: victim };

  it('are refused when a stranger’s web server calls our issuer their owner', async () => {
    const profile = { id: victim, verificationMethod: [], assertionMethod: [] };
    const documents = new Map<string, unknown>([
      [stranger.id, stranger],
      [victim, profile],
    ]);
    const document = await signedBy(named(stranger.id, victim), credentialOf(victim));
    const known = await found(
      document,
      resolverOf((url) => documents.get(url)),
    );
    expect([known.failing, known.reason]).toEqual(['proof issuer?', expect.stringContaining('does not list the key')]);
    documents.delete(victim);
    const silent = await found(
      document,
      resolverOf((url) => documents.get(url)),
    );
    expect([silent.failing, silent.reason]).toEqual(['proof? issuer?', expect.stringContaining('does not confirm it')]);
  });

  it('are believed with a warning where the issuer’s own server shows them and its profile names no keys', async () => {
    const own = { ...made.document, id: `${victim}/keys/1`, controller: victim };
    const documents = new Map<string, unknown>([
      [own.id, own],
      [victim, { id: victim, type: 'Profile' }],
    ]);
    const { failing, warnings } = await found(
      await signedBy(named(own.id, victim), credentialOf(victim)),
      resolverOf((url) => documents.get(url)),
    );
    expect([failing, warnings]).toEqual(['', [expect.stringContaining('whether it lists this key')]]);
  });

  it('are asked for once each, and not without end', async () => {
    const asked: string[] = [];
    const resolve: Resolver = async (url) => {
      asked.push(url);
      return { found: true, json: didDocument };
    };
    const document = await byDid();
    const [proof] = [Object(document).proof];
    await found({ ...document, proof: [proof, proof, proof, proof] }, resolve);
    expect(asked).toEqual([didUrl]);
  });
});

const former = (issuer: string) => {
  const { '@context': _, validFrom, ...rest } = credentialOf(issuer);
  return {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
      'https://w3id.org/security/suites/ed25519-2020/v1',
    ],
    ...rest,
    issuanceDate: validFrom,
  };
};

async function signedAsBefore(document: object): Promise<object> {
  const suite = new Ed25519Signature2020({ signer: await signerOf(bare), date: now });
  const purpose = { update: async (proof: object) => ({ ...proof, proofPurpose: 'assertionMethod' }) };
  return { ...document, proof: await suite.createProof({ document, purpose, documentLoader: loadContext }) };
}

describe('badges from before Open Badges 3.0 was final', () => {
  const warnings = (...more: unknown[]) => [expect.stringContaining('VCDM 1.1'), bareKeyWarning, ...more];

  it('are read with warnings: VCDM 1.1 and Ed25519Signature2020', async () => {
    const result = await found(await signedAsBefore(former(didKey)));
    expect([result.failing, result.warnings]).toEqual(['', warnings(expect.stringContaining('Ed25519Signature2020'))]);
    expect(result.facts).toMatchObject({ name: 'Sums', validFrom: '2026-05-01T11:00:00.000Z' });
  });

  it('are read with warnings: eddsa-2022', async () => {
    const draft = { ...cryptosuite, name: 'eddsa-2022' };
    const suite = new DataIntegrityProof({ signer: await signerOf(bare), date: now, cryptosuite: draft });
    const purpose = { update: async (proof: object) => ({ ...proof, proofPurpose: 'assertionMethod' }) };
    const document = credentialOf(didKey);
    const proof = await suite.createProof({ document, purpose, documentLoader: loadContext });
    const result = await found({ ...document, proof });
    expect([result.failing, result.warnings]).toEqual(['', [bareKeyWarning, expect.stringContaining('eddsa-2022')]]);
    const renamed = { ...document, proof: { ...proof, cryptosuite: 'eddsa-rdfc-2022' } };
    expect((await found(renamed)).failing).toBe('proof issuer?');
  });

  it('may say less about the subject, and that is told', async () => {
    const document = former(didKey);
    const subject = { type: ['AchievementSubject'], achievement: { id: 'urn:a', type: ['Achievement'], name: 'Sums' } };
    const { failing, warnings: said } = await found(await signedAsBefore({ ...document, credentialSubject: subject }));
    expect([failing, said.at(-1)]).toEqual(['', expect.stringContaining('would ask for more about the subject')]);
  });

  it.each<[string, (document: ReturnType<typeof former>) => object, string]>([
    ['another name', (document) => ({ ...document, name: 'Other' }), 'proof issuer?'],
    ['a later end', (document) => ({ ...document, expirationDate: '2099-01-01T00:00:00Z' }), 'proof issuer?'],
    ['a word that no context defines', (document) => ({ ...document, grade: 'A' }), 'shape proof? issuer?'],
    ['no date', ({ issuanceDate: _, ...document }) => document, 'shape proof? issuer? status? dates? subject?'],
    [
      'no context of badges',
      (document) => ({ ...document, '@context': ['https://www.w3.org/2018/credentials/v1'] }),
      'shape proof? issuer? status? dates? subject?',
    ],
  ])('are not read so leniently that they pass with %s', async (_, change, failing) => {
    const signed = await signedAsBefore(former(didKey));
    expect((await found(change({ ...former(didKey), ...signed }))).failing).toBe(failing);
  });

  it('end when they say so', async () => {
    const ended = { ...former(didKey), expirationDate: '2026-05-01T11:30:00Z' };
    expect((await found(await signedAsBefore(ended))).failing).toBe('dates');
  });
});

describe('contexts', () => {
  it('of other known kinds may stand behind the two', async () => {
    const document = credentialOf(didKey);
    const more = {
      ...document,
      '@context': [...document['@context'], 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    };
    expect((await found(await signedBy(bare, more))).failing).toBe('');
  });

  it.each<[string, unknown, string]>([
    ['unknown', 'https://evil.example/context.json', 'https://evil.example/context.json is not one'],
    [
      'everything is defined',
      'https://www.w3.org/ns/credentials/undefined-terms/v2',
      'is not one that this verifier knows',
    ],
    ['inline', { name: 'urn:x' }, 'must be the URL of a known context'],
    ['imported', { '@import': 'https://evil.example' }, '@import would change what other words mean'],
    ['there twice', 'https://www.w3.org/ns/credentials/v2', 'a context is there twice'],
  ])('that are %s are refused by name, and never fetched', async (_, extra, reason) => {
    const connect = jest.spyOn(net.Socket.prototype, 'connect');
    const document = credentialOf(didKey);
    const { failing, reason: said } = await found({ ...document, '@context': [...document['@context'], extra] });
    expect(failing).toBe('shape proof? issuer? status? dates? subject?');
    expect(said).toContain(reason);
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
  });
});

describe('what is beside the point', () => {
  it('is named and not looked at', async () => {
    const { '@context': contexts, ...badge } = credentialOf(didKey);
    const document = {
      // It defines the kind of refresh below.
      '@context': [...contexts, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
      ...badge,
      refreshService: { id: 'https://elsewhere.example/refresh', type: '1EdTechCredentialRefresh' },
      endorsement: [{ id: 'urn:e', type: ['VerifiableCredential', 'EndorsementCredential'] }],
    };
    const { failing, warnings } = await found(await signedBy(bare, document));
    expect(failing).toBe('');
    expect(warnings).toEqual([
      bareKeyWarning,
      expect.stringContaining('Endorsements'),
      expect.stringContaining('newer edition'),
    ]);
  });

  it('does not hide that there are two subjects', async () => {
    const document = credentialOf(didKey);
    const { credentialSubject } = document;
    const two = { ...document, credentialSubject: [credentialSubject, { ...credentialSubject, id: 'urn:b' }] };
    const { failing, reason } = await found(await signedBy(bare, two));
    expect([failing, reason]).toEqual(['subject', 'It is about 2 subjects; a badge is about exactly one.']);
    expect((await found(await signedBy(bare, { ...document, credentialSubject: [credentialSubject] }))).failing).toBe(
      '',
    );
  });
});

async function signerKey() {
  const { from } = await import('@digitalbazaar/ed25519-multikey');
  return from(made.document);
}
