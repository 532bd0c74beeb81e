import { describe, expect, it } from '@jest/globals';

import { buildAchievementCredential, type AchievementInput } from './achievement.js';
import { badgeContexts, credentialsContext, openBadgesContext } from './contexts.js';
import { createProof } from './data-integrity.js';
import { generateIssuerKey, type IssuerKey } from './keys.js';
import { signCredential } from './sign.js';
import { resolverOf } from './resolve/resolver.js';
import { verifyCredential, type VerifyOptions } from './verify.js';

const issuer = { id: 'https://waymark.example/issuer', name: 'Waymark', url: 'https://waymark.example' };
const now = new Date('2026-05-01T12:00:00Z');
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const minutes = 60_000;

const key = await generateIssuerKey(issuer.id);
const forger = await generateIssuerKey('https://forger.example/issuer');
const known = new Map([key, forger].map(({ document }) => [document.id, document]));
const resolve = resolverOf((url) => known.get(url));
const options: VerifyOptions = { resolve, now, expectedIssuer: issuer.id };

const input: AchievementInput = {
  id: 'https://waymark.example/c/7',
  issuer,
  validFrom: after(-minutes),
  recipient: { email: 'ada@example.com', salt: 'Kosher' },
  achievement: {
    id: 'https://waymark.example/achievements/databases',
    kind: 'Badge',
    name: 'Databases',
    description: 'Knows how data is kept.',
    criteria: 'Passed the quiz with 80 % or more.',
    imageUrl: 'https://waymark.example/c/7.svg',
  },
  result: { percent: '80', percentRequired: '75' },
  evidence: { url: 'https://waymark.example/e/7', name: 'Attempt 1' },
};
const unsigned = buildAchievementCredential(input);
const signed = await signCredential(unsigned, key, now);

/** Names of the checks that did not pass, with `?` where a check could not be made. */
async function failing(document: unknown, changed: Partial<VerifyOptions> = {}): Promise<string> {
  const { isValid, checks } = await verifyCredential(document, { ...options, ...changed });
  expect(checks.map((check) => check.name)).toEqual(['shape', 'proof', 'issuer', 'status', 'dates', 'subject']);
  expect(checks.every((check) => check.detail !== '')).toBe(true);
  expect(isValid).toBe(checks.every((check) => check.outcome === 'pass'));
  return checks.flatMap(({ name, outcome }) => ({ pass: [], fail: name, unknown: `${name}?` })[outcome]).join(' ');
}

/** Signs anything, with none of the checks that `signCredential` makes. */
async function forge(document: object, signer: IssuerKey = key, at = now): Promise<object> {
  return { ...document, proof: await createProof(document, signer, at) };
}

const rest = 'proof? issuer? status? dates? subject?';
const subject = signed.credentialSubject;
const achievement = subject.achievement;
const [proof] = signed.proof;

describe('verifyCredential', () => {
  it('passes a badge of ours in every check', async () => {
    expect(await failing(signed)).toBe('');
    expect(await failing(JSON.parse(JSON.stringify(signed)))).toBe('');
    expect(await failing(signed, { expectedIssuer: undefined })).toBe('');
  });

  it('passes one proof that stands alone as well as one in a list', async () => {
    expect(await failing({ ...signed, proof })).toBe('');
  });

  it.each<[string, unknown, string]>([
    ['no object', 'badge', `shape ${rest}`],
    ['nothing', null, `shape ${rest}`],
    ['contexts in another order', { ...signed, '@context': badgeContexts.toReversed() }, `shape ${rest}`],
    ['a missing context', { ...signed, '@context': [credentialsContext] }, `shape ${rest}`],
    ['an unknown context', { ...signed, '@context': [...badgeContexts, 'https://evil.example'] }, `shape ${rest}`],
    ['a context of its own', { ...signed, '@context': [...badgeContexts, { name: 'urn:x' }] }, `shape ${rest}`],
    [
      'a context of 3.0.0',
      { ...signed, '@context': [credentialsContext, openBadgesContext.replace('3.0.3', '3.0.0')] },
      `shape ${rest}`,
    ],
    [
      'a context further down',
      { ...signed, credentialSubject: { ...subject, '@context': { name: 'urn:x' } } },
      `shape ${rest}`,
    ],
    ['no badge among its types', { ...signed, type: ['VerifiableCredential'] }, `shape ${rest}`],
    ['no id', { ...signed, id: undefined }, `shape ${rest}`],
    ['a date without a time zone', { ...signed, validFrom: '2026-05-01T12:00:00' }, `shape ${rest}`],
    ['a null', { ...signed, evidence: null }, `shape ${rest}`],
    ['an empty list', { ...signed, evidence: [] }, `shape ${rest}`],
    ['half a surrogate pair', { ...signed, name: '\ud800' }, `shape ${rest}`],
    ['a name with half a surrogate pair', { ...signed, '\ud800': 'x' }, `shape ${rest}`],
    ['endless text', { ...signed, name: 'x'.repeat(70_000) }, `shape ${rest}`],
    ['a number that is none', { ...signed, name: Number.NaN }, `shape ${rest}`],
    ['something that is not JSON', { ...signed, name: 1n }, `shape ${rest}`],
    [
      '10,000 blank nodes',
      { ...signed, evidence: Array.from({ length: 10_000 }, () => ({ name: 'x' })) },
      `shape ${rest}`,
    ],
    [
      '250 objects beside its own, with nothing in them',
      { ...signed, evidence: Array.from({ length: 250 }, () => ({ type: ['Evidence'] })) },
      `shape ${rest}`,
    ],
    ['five proofs', { ...signed, proof: [proof, proof, proof, proof, proof] }, `shape ${rest}`],
  ])('refuses %s by its shape', async (_, document, expected) => {
    expect(await failing(document)).toBe(expected);
  });

  it('refuses values nested deeper than a badge can be', async () => {
    let nested: object = { name: 'x' };
    for (let depth = 0; depth < 20; depth += 1) nested = { evidence: nested };
    expect(await failing({ ...signed, ...nested })).toBe(`shape ${rest}`);
  });

  it.each<[string, object]>([
    ['a property that no context defines', { ...signed, grade: 'A' }],
    ['such a property further down', { ...signed, credentialSubject: { ...subject, grade: 'A' } }],
    ['a type that no context defines', { ...signed, type: [...signed.type, 'GoldenBadge'] }],
    ['an id that is no URI', { ...signed, evidence: [{ id: 'attempt', type: ['Evidence'] }] }],
  ])('refuses %s, and says so before it says anything about the signature', async (_, document) => {
    expect(await failing(document)).toBe('shape proof? issuer?');
    const { checks } = await verifyCredential(document, options);
    expect(checks[0]?.detail).toMatch(/^No context defines “(grade|GoldenBadge|attempt)”\.$/);
  });

  it.each<[string, object]>([
    ['a number where words belong', { ...signed, grade: 3 }],
    ['a type that is no word', { ...signed, evidence: [{ id: 'urn:x', type: [5] }] }],
  ])('refuses %s', async (_, document) => {
    expect(await failing(document)).toBe('shape proof? issuer?');
  });

  it.each<[string, object]>(
    [
      ['another name', { ...signed, name: 'Compilers' }],
      [
        'another score',
        { ...signed, credentialSubject: { ...subject, result: [{ ...subject.result?.[0], value: '10' }] } },
      ],
      ['another recipient', { ...signed, credentialSubject: { ...subject, id: 'did:example:eve' } }],
      ['another start', { ...signed, validFrom: after(-2 * minutes).toISOString() }],
      ['a longer life', { ...signed, validUntil: after(1).toISOString() }],
      [
        'another edition of its context',
        { ...signed, '@context': [credentialsContext, openBadgesContext.replace('3.0.3', '3.0.2')] },
      ],
      ['less in it', { ...signed, evidence: undefined }],
    ].map(([title, document]): [string, object] => [String(title), JSON.parse(JSON.stringify(document))]),
  )('refuses a badge with %s by its proof', async (_, document) => {
    expect(await failing(document)).toBe('proof issuer?');
  });

  it.each<[string, unknown, string]>([
    ['no proof', undefined, 'proof issuer?'],
    ['another purpose', { ...proof, proofPurpose: 'authentication' }, 'proof issuer?'],
    ['another suite', { ...proof, cryptosuite: 'eddsa-jcs-2022' }, 'proof issuer?'],
    ['another type', { ...proof, type: 'Ed25519Signature2020' }, 'proof issuer?'],
    ['a later date', { ...proof, created: '2026-05-01T12:00:01Z' }, 'proof issuer?'],
    ['an expiry that was not signed', { ...proof, expires: '2099-01-01T00:00:00Z' }, 'proof issuer?'],
    ['an extra word', { ...proof, nonce: 'x' }, 'proof issuer?'],
    ['no date', { ...proof, created: undefined }, 'proof issuer?'],
    ['no signature', { ...proof, proofValue: undefined }, 'proof issuer?'],
    ['a signature in another alphabet', { ...proof, proofValue: `u${proof.proofValue.slice(1)}` }, 'proof issuer?'],
    ['a key that nobody knows', { ...proof, verificationMethod: 'did:key:z6Mk' }, 'proof issuer?'],
    ["the forger's key", { ...proof, verificationMethod: forger.document.id }, 'proof issuer'],
    ['the same proof twice', [proof, proof], 'proof'],
    ['a good and a bad one', [proof, { ...proof, created: '2026-05-01T11:00:00Z' }], 'proof'],
  ])('refuses a proof with %s', async (_, changed, expected) => {
    expect(await failing(JSON.parse(JSON.stringify({ ...signed, proof: changed })))).toBe(expected);
  });

  it('refuses the proof of another badge', async () => {
    const other = await signCredential(
      buildAchievementCredential({ ...input, id: 'https://waymark.example/c/8' }),
      key,
      now,
    );
    expect(await failing({ ...signed, proof: other.proof })).toBe('proof issuer?');
  });

  it.each<[string, object | null]>([
    ['is not known', null],
    ['is of another kind', { ...key.document, type: 'JsonWebKey' }],
    ['is no Ed25519 key', { ...key.document, publicKeyMultibase: 'zDnaerx' }],
    ['is damaged', { ...key.document, publicKeyMultibase: 'z6MkBroken' }],
    ['has another id', { ...key.document, id: forger.document.id }],
    ['was revoked', { ...key.document, revoked: '2026-01-01T00:00:00Z' }],
  ])('refuses a signature whose key %s', async (_, document) => {
    expect(await failing(signed, { resolve: resolverOf(() => document) })).toBe('proof issuer?');
  });

  it('takes two proofs of different keys, when both are good', async () => {
    const second = await generateIssuerKey(issuer.id);
    const resolve = resolverOf((url) => [second, key].find(({ document }) => document.id === url)?.document);
    const both = { ...signed, proof: [proof, await createProof(unsigned, second, now)] };
    expect(await failing(both, { resolve })).toBe('');
  });

  it('refuses a badge that another issuer signed in our name', async () => {
    expect(await failing(await forge(unsigned, forger))).toBe('issuer');
  });

  it('refuses a badge whose issuer was exchanged', async () => {
    const exchanged = { ...unsigned, issuer: { ...unsigned.issuer, id: forger.document.controller } };
    expect(await failing(await forge(exchanged, forger))).toBe('issuer');
    expect(await failing(await forge(exchanged, forger), { expectedIssuer: undefined })).toBe('');
    expect(await failing({ ...signed, issuer: exchanged.issuer }, { expectedIssuer: undefined })).toBe('proof issuer');
    expect(await failing(await forge({ ...unsigned, issuer: issuer.id }))).toBe('');
  });

  it.each([
    ['starts beyond any doubt about clocks', { validFrom: after(5 * minutes + 1) }, 'dates'],
    ['starts within the doubt about clocks', { validFrom: after(5 * minutes) }, ''],
    ['ends now', { validUntil: now }, 'dates'],
    ['ends in a millisecond', { validUntil: after(1) }, ''],
    ['was first awarded long ago', { awardedDate: after(-1e9) }, ''],
  ])('looks at dates: it %s', async (_, dates, expected) => {
    expect(await failing(await signCredential(buildAchievementCredential({ ...input, ...dates }), key, now))).toBe(
      expected,
    );
  });

  it('refuses a proof that is made in the future', async () => {
    expect(await failing(await forge(unsigned, key, after(10 * minutes)))).toBe('dates');
  });

  it.each([
    ['active', ''],
    ['suspended', 'status'],
    ['revoked', 'status'],
    [null, 'status?'],
  ] as const)('asks for the status: %s', async (status, expected) => {
    expect(await failing(signed, { statusOf: async () => status })).toBe(expected);
  });

  it('does not call a status good that it cannot look up', async () => {
    const entry = {
      id: 'https://waymark.example/status/1#7',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
    };
    const list = { statusListIndex: '7', statusListCredential: 'https://waymark.example/status/1' };
    const listed = await forge({ ...unsigned, credentialStatus: { ...entry, ...list } });
    expect(await failing(listed)).toBe('status?');
    expect(await failing(listed, { statusOf: () => 'active' })).toBe('');
  });

  const [identifier] = subject.identifier;
  it.each<[string, object]>([
    ['nobody', { ...subject, identifier: undefined }],
    ['no achievement', { ...subject, achievement: undefined }],
    [
      'an achievement without criteria',
      { ...subject, achievement: { ...achievement, criteria: { type: 'Criteria' } } },
    ],
    [
      'an address in clear that claims to be hashed',
      { ...subject, identifier: [{ ...identifier, identityHash: 'ada@example.com' }] },
    ],
    [
      'a result of something else',
      { ...subject, result: [{ type: ['Result'], resultDescription: 'urn:x', value: '1' }] },
    ],
  ])('refuses a well-signed badge about %s', async (_, credentialSubject) => {
    const document = JSON.parse(JSON.stringify({ ...unsigned, credentialSubject }));
    expect(await failing(await forge(document))).toBe('subject');
  });

  it('refuses another kind of subject', async () => {
    const document = { ...signed, credentialSubject: { ...subject, type: ['Person'] } };
    expect(await failing(document)).toBe('shape proof? issuer? subject');
  });

  it('takes a subject with an id instead of an identifier', async () => {
    const { identifier: _, result: __, ...named } = subject;
    expect(await failing(await forge({ ...unsigned, credentialSubject: { ...named, id: 'did:example:ada' } }))).toBe(
      '',
    );
  });

  it('compares the recipient with the hashed address', async () => {
    expect(await failing(signed, { recipientEmail: 'ada@example.com' })).toBe('');
    expect(await failing(signed, { recipientEmail: 'eve@example.com' })).toBe('subject');
    const { salt: _, ...unsalted } = { ...identifier, identityHash: `sha256$${'0'.repeat(64)}` };
    const plain = await forge({ ...unsigned, credentialSubject: { ...subject, identifier: [unsalted] } });
    expect(await failing(plain, { recipientEmail: 'ada@example.com' })).toBe('subject');
    const { identifier: __, ...named } = { ...subject, id: 'did:example:ada' };
    expect(await failing(await forge({ ...unsigned, credentialSubject: named }), { recipientEmail: 'a' })).toBe(
      'subject',
    );
  });
});
