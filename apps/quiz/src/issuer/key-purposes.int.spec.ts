import { createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolverOf, verifyCredential } from '#libs/credentials';
import { DrivenClock } from '#libs/testing';

import { deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import { accessTokenKey, type Actor, learner, openQuiz, publicUrl, type QuizUnderTest } from '../../test-support.js';
import { PublishedDocumentsService } from '../status-lists/published-documents.service.js';
import { IssuerKeysService } from './issuer-keys.service.js';

const issuerUrl = `${publicUrl}/api/quiz/v1/issuer`;

let clock: DrivenClock;
let quiz: QuizUnderTest;
let who: Actor;
let badge: { document: object; jwt: string };

beforeAll(async () => {
  clock = new DrivenClock();
  quiz = await openQuiz(clock);
  const { sections } = await publish(quiz, [{}, {}]);
  who = learner();
  await introduce(quiz, who);
  await takeQuiz(quiz, who, sections[0]!.sectionId);
  await deliverGrades(quiz, who.id);
  [badge] = await quiz.dataSource.query('SELECT document, jwt FROM credential WHERE learner_id = $1', [who.id]);
});
afterAll(() => quiz?.close());

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function parts(jwt: string): [header: Record<string, unknown>, payload: Record<string, unknown>] {
  const [header = '', payload = ''] = jwt.split('.');
  const read = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString());
  return [read(header), read(payload)];
}

function signed(header: object, payload: object, key: KeyObject): string {
  const input = `${part(header)}.${part(payload)}`;
  const isRsa = key.asymmetricKeyType === 'rsa';
  return `${input}.${sign(isRsa ? 'RSA-SHA256' : null, Buffer.from(input), key).toString('base64url')}`;
}

async function asToken(token: string): Promise<number> {
  const { status } = await quiz.call(null, 'GET /me/credentials', undefined, { authorization: `Bearer ${token}` });
  return status;
}

async function asCredential(text: string): Promise<{ isValid: boolean; failed: string[] }> {
  const published = quiz.part(PublishedDocumentsService);
  const { isValid, checks } = await verifyCredential(text, {
    resolve: resolverOf((url) => published.resolve(url)),
    now: clock.now(),
    expectedIssuer: issuerUrl,
  });
  return { isValid, failed: checks.filter(({ outcome }) => outcome !== 'pass').map(({ name }) => name) };
}

/** The Ed25519 key of the issuer, as Node reads it: a seed behind the fixed start of PKCS #8. */
function ed25519(secretKeyMultibase: string): KeyObject {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  const digits = [...secretKeyMultibase.slice(1)].map((letter) => BigInt(alphabet.indexOf(letter)));
  const number = digits.reduce((sum, digit) => sum * 58n + digit, 0n);
  const seed = Buffer.from(number.toString(16).padStart(68, '0'), 'hex').subarray(2);
  return createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
}

describe('a key that signs credentials', () => {
  it('makes no access token, whatever its header says', async () => {
    const [header, payload] = parts(quiz.tokenOf(who));
    expect(await asToken(signed(header, payload, accessTokenKey.privateKey))).toBe(200);
    const { rsa, ed25519: eddsa } = await quiz.part(IssuerKeysService).signing(quiz.dataSource);
    const rsaKey = createPrivateKey(rsa.privateKeyPem);
    const statuses: number[] = [];
    for (const kid of [rsa.document.kid, rsa.kid, eddsa.document.id, accessTokenKey.kid, undefined]) {
      for (const typ of ['at+jwt', 'JWT']) {
        statuses.push(await asToken(signed({ ...header, kid, typ }, payload, rsaKey)));
        const other = { ...header, kid, typ, alg: 'EdDSA' };
        statuses.push(await asToken(signed(other, payload, ed25519(eddsa.secretKeyMultibase))));
        statuses.push(await asToken(signed({ ...header, kid, typ, jwk: rsa.document }, payload, rsaKey)));
      }
    }
    expect(statuses).toHaveLength(30);
    expect(new Set(statuses)).toEqual(new Set([401]));
  });

  it('makes nothing else that is taken for one: no credential, no status list', async () => {
    const list = await quiz.call<string>(null, 'GET /status-lists/1/revocation?format=jwt');
    expect([await asToken(badge.jwt), await asToken(list.text)]).toEqual([401, 401]);
  });

  it('makes no credential out of a status list, and no status list out of a credential', async () => {
    const list = await quiz.call<string>(null, 'GET /status-lists/1/revocation?format=jwt');
    expect((await asCredential(list.text)).isValid).toBe(false);
    const published = quiz.part(PublishedDocumentsService);
    const swapped = resolverOf(async (url) =>
      url.includes('/status-lists/') ? badge.document : published.resolve(url),
    );
    const { checks } = await verifyCredential(badge.document, { resolve: swapped, now: clock.now() });
    expect(checks.find(({ name }) => name === 'status')?.outcome).toBe('unknown');
  });
});

describe('a key that signs access tokens', () => {
  it('makes no credential, under its own name or under that of the issuer', async () => {
    expect(await asCredential(badge.jwt)).toEqual({ isValid: true, failed: [] });
    const [header, payload] = parts(badge.jwt);
    const forgeries = [
      { ...header, kid: accessTokenKey.kid },
      { ...header, kid: `${issuerUrl}/keys/${accessTokenKey.kid}` },
      { ...header, kid: `${publicUrl}/.well-known/jwks.json#${accessTokenKey.kid}` },
      header,
      { ...header, typ: 'at+jwt' },
    ].map((forged) => signed(forged, payload, accessTokenKey.privateKey));
    for (const forgery of forgeries) expect((await asCredential(forgery)).failed).toContain('proof');
    expect((await asCredential(quiz.tokenOf(who))).isValid).toBe(false);
  });

  it('is in no set of the issuer', async () => {
    const { keys }: { keys: { kid: string; n: string }[] } = JSON.parse(
      await (await quiz.fetch('/.well-known/jwks.json')).text(),
    );
    const { n } = accessTokenKey.privateKey.export({ format: 'jwk' });
    expect(keys.every((key) => key.n !== n && key.kid !== accessTokenKey.kid)).toBe(true);
    expect(keys).toEqual([expect.objectContaining({ use: 'sig', alg: 'RS256', iss: issuerUrl })]);
    expect((await quiz.call(null, `GET /issuer/keys/${accessTokenKey.kid}`)).status).toBe(404);
    expect((await quiz.call(null, `GET /issuer/keys/${randomUUID()}`)).status).toBe(404);
  });
});
