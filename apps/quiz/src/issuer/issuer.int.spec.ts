import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolverOf, verifyCredential } from '#libs/credentials';
import { createTestDatabase, DrivenClock, type TestDatabase } from '#libs/testing';

import { deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import {
  type Actor,
  definition,
  learner,
  type Problem,
  publicUrl,
  type QuizUnderTest,
  startNewQuiz,
  startQuiz,
} from '../../test-support.js';
import { PublishedDocumentsService } from '../status-lists/published-documents.service.js';
import type { IssuerKeyResponse } from './issuer.dto.js';
import { dropPrivateKeys } from './issuer.queries.js';

/** Keys of 3,072 bits take their time where others work too. */
const patience = 120_000;
const issuerUrl = `${publicUrl}/api/quiz/v1/issuer`;
const admin: Actor = { id: randomUUID(), roles: ['admin'] };
const minute = 60_000;

let database: TestDatabase;
let clock: DrivenClock;
let quiz: QuizUnderTest;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: definition.migrations });
  clock = new DrivenClock();
  quiz = await startQuiz(database.dataSource, clock);
});
afterAll(async () => {
  await quiz?.close();
  await database?.drop();
});

async function keys(): Promise<IssuerKeyResponse[]> {
  return (await quiz.call<{ items: IssuerKeyResponse[] }>(admin, 'GET /issuer/keys')).body.items;
}

/** Kinds and uses of all keys, newest first. */
async function uses(): Promise<string[]> {
  return (await keys()).map(({ kind, use, hasPrivateHalf }) => `${kind} ${use}${hasPrivateHalf ? '' : ' public'}`);
}

function rotate(body: object = { reason: 'Once a year.' }, headers: Record<string, string> = {}) {
  return quiz.call<{ items: IssuerKeyResponse[] } & Problem>(admin, 'POST /issuer/keys:rotate', body, headers);
}

interface Stored {
  readonly id: string;
  readonly document: { proof: { verificationMethod: string }[] };
  readonly jwt: string;
}

/** A badge that was earned now. */
async function issue(): Promise<Stored> {
  const { sections } = await publish(quiz, [{}, {}]);
  const who = learner();
  await introduce(quiz, who);
  await takeQuiz(quiz, who, sections[0]!.sectionId);
  await deliverGrades(quiz, who.id);
  const [stored] = await quiz.dataSource.query<Stored[]>(
    'SELECT id, document, jwt FROM credential WHERE learner_id = $1',
    [who.id],
  );
  return stored!;
}

async function failing({ document, jwt }: Stored): Promise<string[]> {
  const published = quiz.part(PublishedDocumentsService);
  const resolve = resolverOf((url) => published.resolve(url));
  const found = await Promise.all(
    [document, jwt].map((form) => verifyCredential(form, { resolve, now: clock.now(), expectedIssuer: issuerUrl })),
  );
  return found.flatMap(({ checks }) => checks.filter((one) => one.outcome !== 'pass').map((one) => one.detail));
}

function keysOf({ document, jwt }: Stored): string[] {
  const header: { kid: string } = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString());
  return [document.proof[0]!.verificationMethod, header.kid];
}

describe('the issuer', () => {
  it(
    'has one key of each kind, however many replicas start at once',
    async () => {
      const fresh = await createTestDatabase({ migrations: definition.migrations });
      const replicas = await Promise.all([1, 2].map(() => startNewQuiz(fresh.dataSource, clock)));
      const found = await fresh.dataSource.query(
        'SELECT kind, count(*)::int FROM issuer_key GROUP BY kind ORDER BY kind',
      );
      expect(found).toEqual([
        { kind: 'ed25519', count: 1 },
        { kind: 'rsa', count: 1 },
      ]);
      await Promise.all(replicas.map((replica) => replica.close()));
      await fresh.drop();
    },
    patience,
  );

  it('publishes each key at its own address, in its profile, in its key set and under its DID', async () => {
    const badge = await issue();
    expect(await failing(badge)).toEqual([]);
    const [multikey = '', jwk = ''] = keysOf(badge);
    const profile = await quiz.call<{ verificationMethod: { id: string }[] }>(null, 'GET /issuer');
    expect(profile.body.verificationMethod.map((key) => key.id)).toEqual(expect.arrayContaining([multikey, jwk]));
    const at = (url: string) => quiz.call(null, `GET ${new URL(url).pathname.replace('/api/quiz/v1', '')}`);
    expect((await at(multikey)).body).toMatchObject({ id: multikey, controller: issuerUrl, type: 'Multikey' });
    expect((await at(jwk)).body).toMatchObject({ kid: jwk, iss: issuerUrl, use: 'sig', alg: 'RS256', kty: 'RSA' });

    const set = await quiz.fetch('/.well-known/jwks.json');
    expect(set.headers.get('content-type')).toMatch(/^application\/jwk-set\+json\b/);
    expect(set.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await set.json()).toMatchObject({ keys: [{ kid: jwk, iss: issuerUrl }] });
    const did = await quiz.fetch('/.well-known/did.json');
    expect(did.headers.get('content-type')).toMatch(/^application\/did\+json\b/);
    expect(await did.json()).toMatchObject({ id: 'did:web:waymark.test', alsoKnownAs: [issuerUrl] });
  });

  it('shows no private half anywhere, sealed or not', async () => {
    const sealed = await quiz.dataSource.query<{ sealed: string }[]>(
      'SELECT sealed_private_key AS sealed FROM issuer_key',
    );
    const texts = await Promise.all([
      quiz.call(null, 'GET /issuer').then(({ text }) => text),
      quiz.call(admin, 'GET /issuer/keys').then(({ text }) => text),
      ...['/.well-known/jwks.json', '/.well-known/did.json'].map((path) => quiz.fetch(path).then((it) => it.text())),
    ]);
    for (const text of texts) {
      expect(text).not.toMatch(/"d":|secretKey|PRIVATE|sealed/);
      for (const key of sealed) expect(text).not.toContain(key.sealed.slice(0, 20));
    }
  });

  it.each(['learner', 'author', 'instructor'] as const)('lets no %s see or rotate its keys', async (role) => {
    const who: Actor = { id: randomUUID(), roles: ['learner', role] };
    expect((await quiz.call(who, 'GET /issuer/keys')).status).toBe(403);
    expect((await quiz.call(who, 'POST /issuer/keys:rotate', { reason: 'Mine now.' })).status).toBe(403);
  });

  it('does not start with another secret, and says which keys stay shut', async () => {
    const wrong = startQuiz(database.dataSource, clock, undefined, { secret: 'x'.repeat(43) });
    await expect(wrong).rejects.toThrow(/QUIZ_SECRET .*\([\w-]{16}, [\w-]{16}\)/);
  });

  it('makes new keys where the private halves were dropped, and goes on verifying with the old ones', async () => {
    const other = await createTestDatabase({ migrations: definition.migrations });
    const before = await startQuiz(other.dataSource, clock);
    await before.close();
    expect(await dropPrivateKeys(other.dataSource)).toHaveLength(2);
    clock.advance({ minutes: 1 });
    const after = await startQuiz(other.dataSource, clock, undefined, { secret: 'y'.repeat(43) });
    const { body } = await after.call<{ items: IssuerKeyResponse[] }>(admin, 'GET /issuer/keys');
    expect(body.items.map(({ use }) => use)).toEqual(['signing', 'signing', 'retired', 'retired']);
    expect((await after.call(null, `GET /issuer/keys/${body.items[3]!.kid}`)).status).toBe(200);
    await after.close();
    await other.drop();
  });
});

describe('rotation', () => {
  it(
    'publishes first, signs from the moment stated, and drops private halves one rotation later',
    async () => {
      const first = await issue();
      const reply = await rotate();
      expect(reply.status).toBe(201);
      expect((await uses()).sort()).toEqual(['ed25519 signing', 'ed25519 waiting', 'rsa signing', 'rsa waiting']);
      expect(reply.body.items[0]).toMatchObject({ madeBy: admin.id, reason: 'Once a year.', use: 'waiting' });
      const during = await issue();
      expect(keysOf(during)).toEqual(keysOf(first));
      clock.advance({ minutes: 10 });
      const second = await issue();
      expect(keysOf(second).filter((key) => keysOf(first).includes(key))).toEqual([]);

      await rotate({
        reason: 'A laptop was stolen.',
        signsFrom: new Date(clock.now().getTime() + 2 * minute).toISOString(),
      });
      clock.advance({ minutes: 2 });
      const third = await issue();
      expect((await uses()).filter((use) => use.endsWith('retired public'))).toHaveLength(2);
      expect((await uses()).filter((use) => use.endsWith('retired'))).toHaveLength(2);
      for (const badge of [first, during, second, third]) expect(await failing(badge)).toEqual([]);
    },
    patience,
  );

  it(
    'is refused while another waits, twice under one key is one, and of a race of administrators one wins',
    async () => {
      const repeated = { 'idempotency-key': randomUUID() };
      const answers = await Promise.all([rotate(), rotate(), rotate()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('rotation_pending');
      clock.advance({ minutes: 10 });
      const count = (await keys()).length;
      expect((await rotate(undefined, repeated)).status).toBe(201);
      expect((await rotate(undefined, repeated)).status).toBe(201);
      expect((await keys()).length).toBe(count + 2);
      clock.advance({ minutes: 10 });
    },
    patience,
  );

  it.each<[string, object, string]>([
    ['no reason', {}, 'request_invalid'],
    [
      'a moment that replicas would miss',
      { reason: 'Now.', signsFrom: '2000-01-01T00:00:00Z' },
      'signing_moment_unfit',
    ],
    ['a moment next year', { reason: 'Later.', signsFrom: '2999-01-01T00:00:00Z' }, 'signing_moment_unfit'],
    ['something else', { reason: 'Once a year.', kind: 'rsa' }, 'request_invalid'],
  ])('is refused with %s', async (_, body, code) => {
    expect((await rotate(body)).body).toMatchObject({ code, status: 400 });
  });

  it(
    'under load leaves everything that was issued before, during and after it verifiable, on every replica',
    async () => {
      const replica = await startQuiz(database.dataSource, clock);
      const issued: Stored[] = [];
      const rotation = rotate();
      // While the keys are made, while they are published and do not sign yet, and once they sign.
      const work = async () => {
        for (let count = 0; count < 6; count += 1) issued.push(await issue());
        expect((await rotation).status).toBe(201);
        for (let count = 0; count < 8; count += 1) {
          issued.push(await issue());
          clock.advance({ minutes: 2 });
        }
      };
      await Promise.all([work(), work()]);
      expect(issued).toHaveLength(28);
      expect(new Set(issued.flatMap(keysOf)).size).toBe(4);
      for (const badge of issued) expect(await failing(badge)).toEqual([]);
      for (const badge of issued.slice(0, 2)) {
        const { body } = await replica.call<{ isValid: boolean }>(null, `GET /credentials/${badge.id}/verification`);
        expect(body.isValid).toBe(true);
      }
      await replica.close();
    },
    patience,
  );
});
