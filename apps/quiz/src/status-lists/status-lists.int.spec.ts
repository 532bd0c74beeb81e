import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bitAt, decodeStatusList, resolverOf, type StatusPurpose, verifyCredential } from '#libs/credentials';
import { createTestDatabase, DrivenClock } from '#libs/testing';

import { deliverGrades, introduce, publish, takeQuiz } from '../../test-events.js';
import { definition, learner, openQuiz, publicUrl, type QuizUnderTest, startQuiz } from '../../test-support.js';
import { IssuerService } from '../issuer/issuer.service.js';
import { StatusListsService } from './status-lists.service.js';

let clock: DrivenClock;
let quiz: QuizUnderTest;

beforeAll(async () => {
  clock = new DrivenClock();
  quiz = await openQuiz(clock);
});
afterAll(() => quiz?.close());

interface List {
  readonly id: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: { statusPurpose: string; ttl: number; encodedList: string };
}

interface Badge {
  readonly id: string;
  readonly list: number;
  readonly index: number;
  readonly document: { credentialStatus: Record<string, string>[]; issuer: { id: string } };
}

async function issue(): Promise<Badge> {
  const { sections } = await publish(quiz, [{}, {}]);
  const who = learner();
  await introduce(quiz, who);
  await takeQuiz(quiz, who, sections[0]!.sectionId);
  await deliverGrades(quiz, who.id);
  const [badge] = await quiz.dataSource.query<Badge[]>(
    'SELECT id, status_list AS list, status_index AS index, document FROM credential WHERE learner_id = $1',
    [who.id],
  );
  return badge!;
}

function set(badge: Badge, status: 'active' | 'suspended' | 'revoked') {
  return quiz.dataSource.query('UPDATE credential SET status = $2 WHERE id = $1', [badge.id, status]);
}

async function read(list: number, purpose: StatusPurpose, on = quiz): Promise<List> {
  return (await on.call<List>(null, `GET /status-lists/${list}/${purpose}`)).body;
}

/** Which of the two lists names the badge. */
async function told(badge: Badge, on = quiz): Promise<string[]> {
  const lists = await Promise.all(
    (['revocation', 'suspension'] as const).map((purpose) => read(badge.list, purpose, on)),
  );
  const naming = lists.filter((list) => bitAt(decodeStatusList(list.credentialSubject.encodedList), badge.index));
  return naming.map((list) => list.credentialSubject.statusPurpose);
}

describe('a status list', () => {
  it('tells what became of a credential at the place that the credential names', async () => {
    const badge = await issue();
    expect(badge.document.credentialStatus).toEqual(
      ['revocation', 'suspension'].map((statusPurpose) => ({
        id: `${publicUrl}/api/quiz/v1/status-lists/1/${statusPurpose}#${badge.index}`,
        type: 'BitstringStatusListEntry',
        statusPurpose,
        statusListIndex: String(badge.index),
        statusListCredential: `${publicUrl}/api/quiz/v1/status-lists/1/${statusPurpose}`,
      })),
    );
    expect(await told(badge)).toEqual([]);
    await set(badge, 'suspended');
    expect(await told(badge)).toEqual(['suspension']);
    await set(badge, 'active');
    expect(await told(badge)).toEqual([]);
    await set(badge, 'revoked');
    expect(await told(badge)).toEqual(['revocation']);
  });

  it('is signed in both forms, names the issuer of the credential, itself and how long it may be kept', async () => {
    const badge = await issue();
    const list = await read(1, 'revocation');
    expect(list).toMatchObject({
      id: `${publicUrl}/api/quiz/v1/status-lists/1/revocation`,
      issuer: badge.document.issuer.id,
      validFrom: expect.any(String),
      credentialSubject: { statusPurpose: 'revocation', ttl: 60_000 },
    });
    const jwt = await quiz.call<string>(null, 'GET /status-lists/1/revocation?format=jwt');
    expect(jwt.headers.get('content-type')).toBe('application/jwt');
    const asked = await quiz.call(null, 'GET /status-lists/1/revocation', undefined, { accept: 'application/vc+jwt' });
    expect(asked.text).toBe(jwt.text);
    const issuer = quiz.part(IssuerService);
    for (const answer of [JSON.stringify(list), jwt.text]) {
      const json: unknown = answer.startsWith('{') ? JSON.parse(answer) : answer;
      const resolve = resolverOf(async (url) => (url.endsWith('/revocation') ? json : issuer.resolve(url)));
      const revocationOnly = { ...badge.document, credentialStatus: badge.document.credentialStatus.slice(0, 1) };
      const { checks } = await verifyCredential(revocationOnly, { resolve, now: clock.now() });
      // The document was altered to name one list, so its proof is broken; the list is believed all the same.
      expect(checks.find(({ name }) => name === 'status')?.outcome).toBe('pass');
    }
  });

  it('is kept until a status changes or its minute is over, and answers “not modified” meanwhile', async () => {
    const badge = await issue();
    clock.advance({ minutes: 2 });
    const first = await quiz.call(null, 'GET /status-lists/1/suspension');
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    clock.advance({ seconds: 45 });
    const etag = first.headers.get('etag') ?? '';
    const again = await quiz.call(null, 'GET /status-lists/1/suspension', undefined, { 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('cache-control')]).toEqual([304, '', 'public, max-age=15']);
    await set(badge, 'suspended');
    const changed = await quiz.call(null, 'GET /status-lists/1/suspension', undefined, { 'if-none-match': etag });
    expect([changed.status, changed.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    clock.advance({ seconds: 60 });
    expect((await read(1, 'suspension')).validFrom).toBe(clock.now().toISOString());
  });

  it('never begins before an edition that somebody has seen, on no replica, whatever its clock says', async () => {
    const slow = await startQuiz(quiz.dataSource, new DrivenClock(new Date(clock.now().getTime() - 3_600_000)));
    const badge = await issue();
    const starts: string[] = [];
    for (const status of ['suspended', 'active', 'suspended', 'active'] as const) {
      await set(badge, status);
      for (const on of [quiz, slow, quiz]) starts.push((await read(1, 'suspension', on)).validFrom);
      expect(await told(badge, slow)).toEqual(status === 'suspended' ? ['suspension'] : []);
    }
    expect(starts).toEqual(starts.toSorted());
    expect(new Set(starts).size).toBe(4);
    await slow.close();
  });

  it('is one edition for all who ask at once, on every replica', async () => {
    const replica = await startQuiz(quiz.dataSource, clock);
    clock.advance({ minutes: 5 });
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 === 0 ? quiz : replica).call(null, 'GET /status-lists/1/revocation'),
      ),
    );
    expect(new Set(replies.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    await replica.close();
  });

  it.each([
    ['1/refresh', 400],
    ['0/revocation', 400],
    ['one/revocation', 400],
    ['1/revocation?format=pdf', 400],
    ['2/revocation', 404],
    ['999999/revocation', 404],
  ])('at %s is answered with %d', async (path, status) => {
    expect((await quiz.call(null, `GET /status-lists/${path}`)).status).toBe(status);
  });

  it('is small when nobody is in it, and bounded when everybody is', async () => {
    const { text } = await quiz.call(null, 'GET /status-lists/1/revocation');
    expect(text.length).toBeLessThan(4_000);
    // Every second bit by chance is the most that GZIP cannot shorten: 16 KiB, a third more in base64.
    await quiz.dataSource.query(
      `INSERT INTO credential (id, learner_id, achievement_id, kind, course_id, attempt_id, title, course_title, learner_name, status,
         document, issued_at, awarded_at, version, status_list, status_index)
       SELECT gen_random_uuid(), gen_random_uuid(), 'course:x', 'course_certificate', gen_random_uuid(), gen_random_uuid(), 'x', 'x',
         'x', 'revoked', '{}', now(), now(), 1, 2, index
       FROM generate_series(0, 131071) AS index WHERE random() < 0.5`,
    );
    await quiz.dataSource.query(`SELECT setval('status_list_ticket', 65537)`);
    const full = await quiz.call(null, 'GET /status-lists/2/revocation');
    expect(full.status).toBe(200);
    expect(full.text.length).toBeLessThan(32_000);
  });
});

describe('the places of credentials', () => {
  it('are in no order of their issue, spread over the whole list, and never given twice', async () => {
    const lists = quiz.part(StatusListsService);
    await quiz.dataSource.query(`SELECT setval('status_list_ticket', 3 * 65536 - 100)`);
    const places = await quiz.dataSource.transaction(async (manager) => {
      const given = [];
      for (let count = 0; count < 200; count += 1) given.push(await lists.place(manager));
      return given;
    });
    expect(places.map(({ list }) => list)).toEqual(Array.from({ length: 200 }, (_, at) => (at < 100 ? 3 : 4)));
    const indexes = places.map(({ index }) => index);
    const rises = indexes.filter((index, at) => at > 0 && index > indexes[at - 1]!).length;
    // Of 199 pairs by chance: more than 60 or fewer than 140 fail once in 10^7 runs.
    expect(rises).toBeGreaterThan(60);
    expect(rises).toBeLessThan(140);
    const quarters = new Set(indexes.map((index) => Math.floor(index / 32_768)));
    expect([...quarters].sort()).toEqual([0, 1, 2, 3]);
  });

  it('are found where a list is as full as it gets, and two credentials cannot share one', async () => {
    const lists = quiz.part(StatusListsService);
    await quiz.dataSource.query(`SELECT setval('status_list_ticket', 65536)`);
    const place = await quiz.dataSource.transaction((manager) => lists.place(manager));
    const taken = await quiz.dataSource.query('SELECT 1 FROM credential WHERE status_list = $1 AND status_index = $2', [
      place.list,
      place.index,
    ]);
    expect([place.list, taken]).toEqual([2, []]);
    await expect(
      quiz.dataSource.query(
        `UPDATE credential SET status_index = (SELECT max(status_index) FROM credential WHERE status_list = 2)
         WHERE id = (SELECT id FROM credential WHERE status_list = 2 ORDER BY status_index LIMIT 1)`,
      ),
    ).rejects.toThrow(/credential_status_place/);
  });
});

describe('credentials of earlier releases', () => {
  it('get their places when the tables are brought up to date, all different and in no order', async () => {
    const at = definition.migrations.findIndex(({ name }) => name.startsWith('AddEditionsAndIssuerKeys'));
    const old = await createTestDatabase({ migrations: definition.migrations.slice(0, at) });
    await old.dataSource.query(
      `INSERT INTO credential (id, learner_id, achievement_id, kind, course_id, attempt_id, title, course_title, learner_name, status,
         document, issued_at, version)
       SELECT gen_random_uuid(), gen_random_uuid(), 'course:x', 'course_certificate', gen_random_uuid(), gen_random_uuid(), 'x', 'x',
         'x', CASE WHEN n % 10 = 0 THEN 'revoked' ELSE 'active' END, '{}', '2030-01-01'::timestamptz + n * interval '1 minute', 1
       FROM generate_series(1, 1000) AS n`,
    );
    await old.dataSource.query(
      `INSERT INTO issuer_key (kid, document, sealed_private_key, created_at)
       VALUES ('old', '{"id": "https://old.example/keys/old", "controller": "https://old.example"}', 'v1.a.b.c', '2030-01-01')`,
    );
    const runner = old.dataSource.createQueryRunner();
    const Migration = definition.migrations[at]!;
    await new Migration().up(runner);
    const rows = await runner.query(
      `SELECT status_list AS list, status_index AS index, awarded_at = issued_at AS same FROM credential ORDER BY issued_at`,
    );
    const indexes: number[] = rows.map((row: { index: number }) => row.index);
    expect(new Set(indexes).size).toBe(1_000);
    expect(rows.every((row: { list: number; same: boolean }) => row.list === 1 && row.same)).toBe(true);
    expect(indexes.filter((index, at) => at > 0 && index > indexes[at - 1]!).length).toBeLessThan(700);
    const [{ next }] = await runner.query(`SELECT nextval('status_list_ticket')::int AS next`);
    expect(next).toBe(1_001);
    const [key] = await runner.query('SELECT kind, issuer_url, signs_from = created_at AS same FROM issuer_key');
    expect(key).toEqual({ kind: 'ed25519', issuer_url: 'https://old.example', same: true });
    await new Migration().down(runner);
    await runner.release();
    await old.drop();
  });

  it('are told by our own verification, since their documents name no list', async () => {
    const badge = await issue();
    const bare = { ...badge.document };
    const { credentialStatus: _, ...unlisted } = bare;
    await quiz.dataSource.query(`UPDATE credential SET document = $2, status = 'suspended' WHERE id = $1`, [
      badge.id,
      JSON.stringify(unlisted),
    ]);
    const { body } = await quiz.call<{ checks: { name: string; outcome: string }[] }>(
      null,
      `GET /credentials/${badge.id}/verification`,
    );
    expect(body.checks.find(({ name }) => name === 'status')?.outcome).toBe('fail');
  });
});
