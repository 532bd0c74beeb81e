import { describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';

import { type AchievementInput, buildAchievementCredential } from './achievement.js';
import { generateIssuerRsaKey } from './keys-rsa.js';
import { signCredentialJwt } from './sign-jwt.js';
import { NotSignable } from './sign.js';
import { buildStatusListCredential } from './status-list/status-list-credential.js';
import { statusBits, statusEntries } from './status-list/status-list.js';

const issuer = { id: 'https://w.example/i', name: 'Waymark', url: 'https://w.example' };
const now = new Date('2026-05-01T12:00:00.250Z');
const key = await generateIssuerRsaKey(issuer.id);
const input: AchievementInput = {
  id: 'https://w.example/c/7',
  issuer,
  validFrom: now,
  validUntil: new Date('2028-05-01T12:00:00.250Z'),
  awardedDate: new Date('2025-05-01T12:00:00Z'),
  recipient: { id: 'https://w.example/c/7#recipient', email: 'a@example.com', salt: 'Kosher' },
  achievement: {
    id: 'https://w.example/a',
    kind: 'Badge',
    name: 'SQL 中 “ß”',
    description: 'Knows it.',
    criteria: 'Pass.',
  },
  result: { percent: '83.5', percentRequired: '80' },
  evidence: { url: 'https://w.example/c/7#attempt-1', name: 'Graded quiz' },
  status: statusEntries({ listUrl: (purpose) => `https://w.example/l/1/${purpose}`, index: 4_711 }),
};

async function read(jwt: string) {
  const { payload } = await jwtVerify(jwt, await importJWK(key.document), { currentDate: now, algorithms: ['RS256'] });
  return { payload, header: decodeProtectedHeader(jwt) };
}

describe('signCredentialJwt', () => {
  it('makes a JWT that another library verifies: exactly three headers, the credential itself, and the five claims', async () => {
    const credential = buildAchievementCredential(input);
    const { payload, header } = await read(await signCredentialJwt(credential, key));
    expect(header).toEqual({ alg: 'RS256', kid: key.document.kid, typ: 'JWT' });
    expect(payload).toEqual({
      ...credential,
      iss: issuer.id,
      jti: input.id,
      nbf: Date.parse('2026-05-01T12:00:00Z') / 1_000,
      sub: 'https://w.example/c/7#recipient',
      exp: Date.parse('2028-05-01T12:00:00Z') / 1_000,
    });
  });

  it('says nothing of an end where there is none, and names a subject without an id by its hashed identifier', async () => {
    const { validUntil: _, ...endless } = input;
    const credential = buildAchievementCredential({
      ...endless,
      recipient: { email: 'a@example.com', salt: 'Kosher' },
    });
    const { payload } = await read(await signCredentialJwt(credential, key));
    expect(payload).not.toHaveProperty('exp');
    expect(payload.sub).toMatch(/^sha256\$b5809d8a/);
  });

  it('signs a status list in the same way', async () => {
    const list = buildStatusListCredential({
      id: 'https://w.example/l/1/revocation',
      issuer: issuer.id,
      purpose: 'revocation',
      bits: statusBits([7]),
      validFrom: now,
      validUntil: new Date(now.getTime() + 60_000),
      ttlMs: 60_000,
    });
    const { payload } = await read(await signCredentialJwt(list, key));
    expect(payload).toMatchObject({ ...list, iss: issuer.id, jti: list.id, sub: `${list.id}#list` });
  });

  it('refuses what would not verify', async () => {
    const nameless = { ...input, achievement: { ...input.achievement, name: '' } };
    await expect(signCredentialJwt(buildAchievementCredential(nameless), key)).rejects.toThrow(NotSignable);
    const foreign = { ...input, issuer: { ...issuer, id: 'https://other.example/i' } };
    await expect(signCredentialJwt(buildAchievementCredential(foreign), key)).rejects.toThrow(NotSignable);
  });
});
