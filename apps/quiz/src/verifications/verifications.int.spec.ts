import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bakeSvg,
  buildAchievementCredential,
  buildStatusListCredential,
  generateIssuerKey,
  generateIssuerRsaKey,
  issuerDocument,
  keySet,
  signCredential,
  signCredentialJwt,
  signStatusList,
  statusBits,
  statusEntries,
} from '#libs/credentials';
import { createLogger, OutboundClient } from '#libs/platform';
import { createTestDatabase, DrivenClock, type TestDatabase } from '#libs/testing';

import { answerTo, deliverGrades, introduce, publish } from '../../test-events.js';
import { definition, learner, publicUrl, type QuizUnderTest, startQuiz } from '../../test-support.js';
import type { AttemptResponse } from '../attempts/attempts.dto.js';
import type { VerificationResponse } from './verifications.dto.js';

let database: TestDatabase;
let quiz: QuizUnderTest;
/** The same service where it may ask others; those others are `peer`. */
let asking: QuizUnderTest;
let peer: Server;
const peerFiles = new Map<string, string>();
const asked: string[] = [];
const clock = new DrivenClock();

beforeAll(async () => {
  peer = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    const body = peerFiles.get(`https://${request.headers.host}${request.url}`);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  peer.listen(0, '127.0.0.1');
  await once(peer, 'listening');
  const { port } = peer.address() as AddressInfo;
  const outbound = new OutboundClient({
    lookup: async () => ['93.184.216.34'],
    connect: () => connect(port, '127.0.0.1'),
  });
  database = await createTestDatabase({ migrations: definition.migrations });
  quiz = await startQuiz(database.dataSource, clock);
  asking = await startQuiz(database.dataSource, clock, createLogger('quiz', 'silent'), { outbound });
});
afterAll(async () => {
  await quiz?.close();
  await asking?.close();
  await database?.drop();
  peer?.closeAllConnections();
  peer?.close();
});

async function earn() {
  const { sections } = await publish(quiz, [{ title: 'Basics' }, { title: 'HTTP' }]);
  const who = learner();
  await introduce(quiz, who);
  const { body } = await quiz.call<AttemptResponse>(who, `POST /sections/${sections[0]!.sectionId}/attempts`);
  const answers = body.questions.map((question) => ({
    questionId: question.id,
    sequence: 1,
    answer: answerTo(question, 'right'),
  }));
  await quiz.call(who, `POST /attempts/${body.id}:submit`, { answers });
  await deliverGrades(quiz, who.id);
  const [badge] = (await quiz.call<{ items: { id: string }[] }>(who, 'GET /me/credentials')).body.items;
  const { id } = badge!;
  const [row] = await database.dataSource.query('SELECT document, jwt FROM credential WHERE id = $1', [id]);
  return { id, document: row.document as object, text: JSON.stringify(row.document), jwt: String(row.jwt) };
}

function verify(body: object, by = quiz) {
  return by.call<VerificationResponse>(null, 'POST /verifications', body);
}

function failing({ checks }: VerificationResponse): string[] {
  return checks.flatMap(({ name, outcome }) => (outcome === 'pass' ? [] : [`${name}: ${outcome}`]));
}

describe('POST /verifications', () => {
  it('passes every check of a badge of ours, as JSON, as JWT and by its address, and asks nobody', async () => {
    const { id, text, jwt } = await earn();
    for (const body of [
      { text },
      { text: ` ${jwt}\n` },
      { url: `${publicUrl}/c/${id}` },
      { url: `${publicUrl}/api/quiz/v1/credentials/${id}?format=svg` },
    ]) {
      const { status, body: answer } = await verify(body, asking);
      expect([status, failing(answer)]).toEqual([200, []]);
      expect(answer).toMatchObject({
        isValid: true,
        isOurs: true,
        pageUrl: `${publicUrl}/c/${id}`,
        credential: { name: 'Basics', issuer: { name: 'Waymark' }, achievement: { type: 'Badge' } },
      });
    }
    expect(asked).toEqual([]);
  });

  it('says by name what was altered', async () => {
    const { text } = await earn();
    const { body } = await verify({ text: text.replace('Basics', 'Rocket science') });
    expect(body).toMatchObject({ isValid: false, isOurs: false, pageUrl: null });
    expect(failing(body)).toContain('proof: fail');
  });

  it('says that a badge of ours was revoked, and why', async () => {
    const { id, text } = await earn();
    await database.dataSource.query(
      `UPDATE credential SET status = 'revoked', status_reason = 'Somebody else sat the quiz.' WHERE id = $1`,
      [id],
    );
    const { body } = await verify({ text });
    expect(failing(body)).toEqual(['status: fail']);
    expect(body.checks.find(({ name }) => name === 'status')?.detail).toBe(
      'It was revoked. Somebody else sat the quiz.',
    );
  });

  it('compares the recipient with an address that is given', async () => {
    const { text } = await earn();
    const { body } = await verify({ text, recipientEmail: 'eve@example.com' });
    expect(failing(body)).toEqual(['subject: fail']);
  });

  it.each([
    ['nothing like a credential', 'hello', 'no_credential_there'],
    ['broken JSON', '{"a":', 'no_credential_there'],
    ['a member twice', '{"a":1,"a":2}', 'no_credential_there'],
    ['more than a badge can be', `{"a":"${'x'.repeat(70_000)}"}`, 'no_credential_there'],
    ['a picture without one', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'no_credential_there'],
    ['entities', '<!DOCTYPE svg [<!ENTITY a "a">]><svg>&a;</svg>', 'no_credential_there'],
  ])('refuses %s, and says what is wrong', async (_, text, code) => {
    const { status, body } = await quiz.call(null, 'POST /verifications', { text });
    expect([status, body.code]).toEqual([400, code]);
    expect(body.detail).not.toBe('');
  });

  it('says of JSON that is no badge which rule it breaks', async () => {
    const { body } = await verify({ text: '{"hello":"world"}' });
    expect(body).toMatchObject({ isValid: false, credential: null });
    expect(failing(body)[0]).toBe('shape: fail');
  });

  it.each([{}, { text: '' }, { text: 'a', url: 'https://a.org' }, { url: 'ftp://a.org' }, { text: 'a', now: 1 }])(
    'takes a text or an address, and not %j',
    async (request) => {
      expect((await verify(request)).status).toBe(400);
    },
  );

  it('knows no credential of ours that was never issued', async () => {
    const { status } = await verify({ url: `${publicUrl}/c/${randomUUID()}` });
    expect(status).toBe(404);
  });
});

describe('badges of others', () => {
  const profile = { id: 'https://other.school.edu/issuer', name: 'Other', url: 'https://other.school.edu' };
  const unsigned = buildAchievementCredential({
    id: 'https://other.school.edu/c/1',
    issuer: profile,
    validFrom: new Date(clock.now().getTime() - 60_000),
    recipient: { email: 'ada@example.com', salt: 'x' },
    achievement: {
      id: 'https://other.school.edu/a',
      kind: 'Badge',
      name: 'Sums',
      description: 'Adds.',
      criteria: 'Add.',
    },
  });

  async function foreign() {
    const key = await generateIssuerKey(profile.id);
    const rsa = await generateIssuerRsaKey(profile.id);
    const keys = { multikeys: [key.document], jwks: [rsa.document] };
    peerFiles.set(profile.id, JSON.stringify(issuerDocument(profile, keys)));
    peerFiles.set(key.document.id, JSON.stringify(key.document));
    peerFiles.set('https://other.school.edu/.well-known/jwks.json', JSON.stringify(keySet(keys)));
    const text = JSON.stringify(await signCredential(unsigned, key, clock.now()));
    peerFiles.set('https://other.school.edu/c/1', text);
    return { text, jwt: await signCredentialJwt(unsigned, rsa) };
  }

  it('stay undecided where this server may not ask others, and it says so', async () => {
    const { text, jwt } = await foreign();
    asked.length = 0;
    for (const body of [await verify({ text }), await verify({ text: jwt })].map((reply) => reply.body)) {
      expect(failing(body)).toEqual(['proof: unknown', 'issuer: unknown']);
      expect(body.checks[1]?.detail).toContain('does not fetch from other servers');
      expect(body).toMatchObject({ isOurs: false, pageUrl: null, credential: { name: 'Sums' } });
    }
    const byUrl = await quiz.call(null, 'POST /verifications', { url: 'https://other.school.edu/c/1' });
    expect([byUrl.status, byUrl.body.code]).toEqual([400, 'verify_by_url_off']);
    expect(asked).toEqual([]);
  });

  it('are verified where it may, with keys that their issuer publishes', async () => {
    const { text, jwt } = await foreign();
    for (const body of [{ text }, { text: jwt }, { url: 'https://other.school.edu/c/1' }]) {
      const answer = (await verify(body, asking)).body;
      expect([failing(answer), answer.warnings]).toEqual([[], []]);
      expect(answer).toMatchObject({ isValid: true, isOurs: false });
    }
  });

  it('are held against the schema that they name where this server may fetch it, and with a warning where not', async () => {
    const key = await generateIssuerKey(profile.id);
    const id = 'https://other.school.edu/schemas/sums.json';
    const named = { ...unsigned, credentialSchema: [{ id, type: 'JsonSchema' }] };
    const text = JSON.stringify(await signCredential(named, key, clock.now()));
    peerFiles.set(profile.id, JSON.stringify(issuerDocument(profile, { multikeys: [key.document], jwks: [] })));
    peerFiles.set(key.document.id, JSON.stringify(key.document));
    const withSchema = async (schema: object, by = asking) => {
      const edition = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
      peerFiles.set(id, JSON.stringify({ ...edition, ...schema }));
      return (await verify({ text }, by)).body;
    };
    const good = await withSchema({ required: ['name'] });
    expect([good.isValid, good.checks[0]?.detail]).toEqual([true, expect.stringContaining(id)]);
    const bad = await withSchema({ required: ['licence'] });
    expect(failing(bad)).toEqual(['shape: fail']);
    expect(bad.checks[0]?.detail).toContain('The document: the member “licence” is missing. Add it.');
    const huge = await withSchema({ description: 'x'.repeat(70_000) });
    expect([huge.isValid, huge.warnings]).toEqual([true, [expect.stringContaining('sent more than 65536 bytes')]]);
    const off = await withSchema({ required: ['licence'] }, quiz);
    expect(off.warnings).toEqual([expect.stringContaining(`${id}, which was not applied: it was not fetched.`)]);
  });

  it('are read as what they are in older words too: nonsense in them is an answer and no fault', async () => {
    const { '@context': _, validFrom, ...rest } = unsigned;
    const contexts = ['https://www.w3.org/2018/credentials/v1', 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'];
    const former = { '@context': contexts, ...rest, issuanceDate: validFrom, awardedDate: { when: 'once' } };
    const { status, body } = await verify({ text: JSON.stringify(former) });
    expect([status, failing(body)[0]]).toEqual([200, 'shape: fail']);
  });

  it('stay revoked in our eyes where their issuer shows an older list again', async () => {
    const key = await generateIssuerKey(profile.id);
    const list = 'https://other.school.edu/lists/1';
    const [entry] = statusEntries({ listUrl: () => list, index: 7 });
    const text = JSON.stringify(
      await signCredential({ ...unsigned, credentialStatus: [entry!] }, key, clock.now()), // two entries, of two purposes
    );
    const show = async (ageMs: number, revoked: number[]) => {
      const input = { id: list, issuer: profile.id, purpose: 'revocation', ttlMs: 60_000 } as const;
      const validFrom = new Date(clock.now().getTime() - ageMs);
      const validUntil = new Date(clock.now().getTime() + 3_600_000);
      const shown = buildStatusListCredential({ ...input, bits: statusBits(revoked), validFrom, validUntil });
      peerFiles.set(list, JSON.stringify(await signStatusList(shown, key, clock.now())));
      return failing((await verify({ text }, asking)).body);
    };
    peerFiles.set(profile.id, JSON.stringify(issuerDocument(profile, { multikeys: [key.document], jwks: [] })));
    peerFiles.set(key.document.id, JSON.stringify(key.document));
    expect(await show(60_000, [])).toEqual([]);
    expect(await show(30_000, [7])).toEqual(['status: fail']);
    expect(await show(60_000, [])).toEqual(['status: unknown']);
    expect(await show(10_000, [])).toEqual([]);
  });

  it.each([
    ['https://127.0.0.1/c/1', 'address_unreadable'],
    ['https://169.254.169.254/latest/meta-data', 'address_unreadable'],
    ['http://other.school.edu/c/1', 'address_unreadable'],
    ['https://other.school.edu/nothing', 'address_unreadable'],
  ])('are not fetched from %s', async (url, code) => {
    const { status, body } = await asking.call(null, 'POST /verifications', { url });
    expect([status, body.code]).toEqual([400, code]);
  });
});

describe('POST /verifications:file', () => {
  const octets = { 'content-type': 'application/octet-stream' };

  it('finds the credential in a picture', async () => {
    const { text } = await earn();
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>', text);
    const { status, body } = await quiz.call<VerificationResponse>(null, 'POST /verifications:file', svg, octets);
    expect([status, body.format, failing(body)]).toEqual([200, 'svg', []]);
  });

  it('takes at most 1 MiB, and files only', async () => {
    const big = await quiz.call(null, 'POST /verifications:file', 'x'.repeat(1024 * 1024 + 1), octets);
    expect(big.status).toBe(413);
    expect((await quiz.call(null, 'POST /verifications:file', { text: 'x' })).status).toBe(400);
  });
});

describe('verifying too much', () => {
  it('is refused to one network for a while, and not to others', async () => {
    const limited = await startQuiz(database.dataSource, clock);
    const call = () => limited.call(null, 'POST /verifications', { text: 'x' });
    for (let count = 0; count < 120; count += 1) expect((await call()).status).toBe(400);
    const refused = await call();
    expect([refused.status, refused.body.code]).toEqual([429, 'verifications_throttled']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    clock.advance({ minutes: 1 });
    expect((await call()).status).toBe(400);
    await limited.close();
  });
});
