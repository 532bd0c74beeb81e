import { describe, expect, it } from '@jest/globals';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

import { type AchievementInput, buildAchievementCredential } from './achievement.js';
import { canonicalForm } from './canonical-form.js';
import { credentialsContext, loadContext } from './contexts.js';
import { generateIssuerKey } from './keys.js';
import { resolverOf } from './resolve/resolver.js';
import { signCredential } from './sign.js';
import { buildStatusListCredential } from './status-list/status-list-credential.js';
import { statusBits, statusEntries } from './status-list/status-list.js';
import { verifyCredential } from './verify.js';

const base = 'https://w.example';
const issuer = { id: `${base}/i`, name: 'Waymark', url: base };
const texts = [
  'SQL',
  '',
  ' ',
  'gap 0',
  'https://gap.invalid/1',
  '“Größe” 中文 🏅 \u202e',
  'line\nbreak\r\t"quoted" \\ back',
  'Badge',
  '@id',
  '_:b0',
  'xsd:string',
  'https://w.example/i',
  '1e3',
  '\u0000\u001f',
];

function credential(at: number, more: Partial<AchievementInput> = {}) {
  const id = `${base}/c/${at}`;
  const text = (step: number) => texts[(at * 5 + step) % texts.length] ?? '';
  return buildAchievementCredential({
    ...{ id, issuer, validFrom: new Date(1_790_000_000_000 + at * 86_399_001) },
    recipient: { id: `${id}#recipient`, email: `${at}@example.com`, salt: `salt-${at}-salt-salt` },
    achievement: {
      ...{ id: `${base}/a/${at % 3}`, kind: at % 2 === 0 ? 'Badge' : 'Certificate', name: text(0) },
      ...{ description: text(1), criteria: text(2), imageUrl: `${id}?format=svg&a=${at}` },
    },
    result: { percent: String(at % 101), percentRequired: '80' },
    evidence: { url: `${base}/c/${at}#attempt`, name: text(3), description: text(4) },
    status: statusEntries({ listUrl: (purpose) => `${base}/l/${at % 2}/${purpose}`, index: at }),
    ...more,
  });
}

const theLongWay = (document: object) => cryptosuite.canonize(document, { documentLoader: loadContext });

describe('canonicalForm', () => {
  it('is byte for byte what the suite makes of the whole document, for the first of a shape and for all after it', async () => {
    for (let at = 0; at < 45; at += 1) {
      const document = credential(at);
      expect(await canonicalForm(document)).toBe(await theLongWay(document));
    }
  });

  it.each<[string, object]>([
    ['a validity that ends', credential(1, { validUntil: new Date('2030-01-01T00:00:00Z') })],
    ['no result', credential(2, { result: undefined })],
    ['an id that is no web address', credential(3, { id: 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11' })],
    ['an address with letters of the world', credential(4, { id: `${base}/ü` })],
    ['a subject that is the issuer', credential(5, { recipient: { id: issuer.id, email: 'a@b.example', salt: 'x' } })],
    [
      'a status list',
      buildStatusListCredential({
        ...{ id: `${base}/l/1`, issuer: issuer.id, purpose: 'revocation', bits: statusBits([3]) },
        ...{ validFrom: new Date(1_790_000_000_000), validUntil: new Date(1_790_000_060_000), ttlMs: 60_000 },
      }),
    ],
    ['no node at all', { '@context': credentialsContext, type: 'VerifiableCredential' }],
  ])('is that too with %s', async (_, document) => {
    const expected = await theLongWay(document);
    expect([await canonicalForm(document), await canonicalForm(structuredClone(document))]).toEqual([
      expected,
      expected,
    ]);
  });

  it('keeps nodes apart by their ids, and together where two become one', async () => {
    const documents = [`${base}/a/1`, `${base}/a/2`, issuer.id, `${base}/c/9`].map((id) =>
      credential(9, { recipient: { id, email: 'a@b.example', salt: 'x' } }),
    );
    for (const document of [...documents, ...documents]) {
      expect(await canonicalForm(document)).toBe(await theLongWay(document));
    }
  });

  it('refuses words that no context defines, each time', async () => {
    const document = { ...credential(1), undefinedWord: 'x' };
    for (let round = 0; round < 2; round += 1) {
      await expect(canonicalForm(document)).rejects.toMatchObject({ name: 'jsonld.ValidationError' });
    }
  });

  it('goes into signatures that our verifier accepts, which goes the long way', async () => {
    const key = await generateIssuerKey(issuer.id);
    const now = new Date(1_800_000_000_000);
    const resolve = resolverOf((url) => (url === key.document.id ? key.document : null));
    for (let at = 0; at < 10; at += 1) {
      const { name, ...achievement } = {
        id: `${base}/a`,
        kind: 'Badge' as const,
        name: `SQL ${at}`,
        description: 'Knows “it”.',
        criteria: 'Pass.',
      };
      const more = { achievement: { ...achievement, name }, status: undefined, validFrom: now };
      const signed = await signCredential(credential(at, more), key, now);
      const { isValid, checks } = await verifyCredential(signed, { resolve, now, expectedIssuer: issuer.id });
      expect({ isValid, checks }).toMatchObject({ isValid: true });
    }
  });
});
