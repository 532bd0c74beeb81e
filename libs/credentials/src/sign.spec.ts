import { describe, expect, it } from '@jest/globals';

import { buildAchievementCredential, identityHash, type AchievementInput } from './achievement.js';
import { NotOneDocument, parseDocument } from './document-text.js';
import { issuerDocument } from './issuer.js';
import { generateIssuerKey } from './keys.js';
import { NotSignable, signCredential } from './sign.js';
import { resolverOf } from './resolve/resolver.js';
import { verifyCredential } from './verify.js';

const issuer = { id: 'https://w.example/i', name: 'Waymark', url: 'https://w.example' };
const now = new Date('2026-05-01T12:00:00.250Z');
const key = await generateIssuerKey(issuer.id);
const input: AchievementInput = {
  id: 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11',
  issuer,
  validFrom: now,
  recipient: { email: 'a@example.com', salt: 'Kosher' },
  achievement: { id: 'https://w.example/a', kind: 'Badge', name: 'SQL', description: 'Knows it.', criteria: 'Pass.' },
};

describe('buildAchievementCredential', () => {
  it('says what the standard asks for, and leaves out what is not given', () => {
    expect(buildAchievementCredential(input)).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: input.id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'SQL',
      issuer: { ...issuer, type: ['Profile'] },
      validFrom: '2026-05-01T12:00:00.250Z',
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [
          {
            type: 'IdentityObject',
            hashed: true,
            identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
            identityType: 'emailAddress',
            salt: 'Kosher',
          },
        ],
        achievement: {
          id: 'https://w.example/a',
          type: ['Achievement'],
          achievementType: 'Badge',
          name: 'SQL',
          description: 'Knows it.',
          criteria: { narrative: 'Pass.' },
        },
      },
    });
  });

  it('does not hold the address', () => {
    expect(JSON.stringify(buildAchievementCredential(input))).not.toContain('a@example.com');
    expect(identityHash('a@example.com', 'other')).not.toBe(identityHash('a@example.com', 'Kosher'));
  });
});

describe('issuerDocument', () => {
  it('names every key that may sign', async () => {
    const second = await generateIssuerKey(issuer.id);
    const profile = { ...issuer, description: 'A school', email: 'hello@w.example' };
    const document = issuerDocument(profile, { multikeys: [key.document, second.document], jwks: [] });
    expect(document).toMatchObject({ ...profile, type: ['Profile'] });
    expect(document.assertionMethod).toEqual([key.document.id, second.document.id]);
    expect(document.verificationMethod[0]).toMatchObject({ controller: issuer.id, type: 'Multikey' });
    expect(JSON.stringify(document)).not.toContain(key.secretKeyMultibase);
  });
});

describe('signCredential', () => {
  it('adds one proof and leaves the input alone', async () => {
    const unsigned = buildAchievementCredential(input);
    const { proof, ...rest } = await signCredential(unsigned, key, now);
    expect(rest).toEqual(unsigned);
    expect(unsigned).not.toHaveProperty('proof');
    expect(proof).toEqual([
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        proofPurpose: 'assertionMethod',
        verificationMethod: key.document.id,
        created: '2026-05-01T12:00:00Z',
        proofValue: expect.stringMatching(/^z/),
      },
    ]);
  });

  it('signs the same words in the same way', async () => {
    const unsigned = buildAchievementCredential(input);
    expect(await signCredential(unsigned, key, now)).toEqual(await signCredential(unsigned, key, now));
  });

  it.each<[string, Partial<AchievementInput>]>([
    ['an id that is no URI', { id: '7' }],
    ['no name', { achievement: { ...input.achievement, name: '' } }],
    ['no criteria', { achievement: { ...input.achievement, criteria: '' } }],
    ['another issuer', { issuer: { ...issuer, id: 'https://other.example' } }],
  ])('refuses what would not verify: %s', async (_, wrong) => {
    await expect(signCredential(buildAchievementCredential({ ...input, ...wrong }), key, now)).rejects.toThrow(
      NotSignable,
    );
  });

  it('signs so that no byte can be changed', async () => {
    const text = Buffer.from(JSON.stringify(await signCredential(buildAchievementCredential(input), key, now)));
    const survivors: string[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const altered = Buffer.from(text);
      altered.writeUInt8(altered.readUInt8(at) ^ (1 << (at % 7)), at);
      if (await isValid(altered)) survivors.push(`${at}: ${altered.subarray(at - 20, at + 20).toString()}`);
    }
    expect(await isValid(text)).toBe(true);
    expect(survivors).toEqual([]);
  }, 120_000);
});

async function isValid(bytes: Buffer): Promise<boolean> {
  try {
    const resolve = resolverOf((url) => (url === key.document.id ? key.document : null));
    return (await verifyCredential(parseDocument(bytes), { resolve, now, expectedIssuer: issuer.id })).isValid;
  } catch (error) {
    if (error instanceof NotOneDocument) return false;
    throw error;
  }
}
