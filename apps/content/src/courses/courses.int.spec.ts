import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['learner', 'author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };
const admin: TokenHolder = { id: randomUUID(), roles: ['admin'] };
const learner: TokenHolder = { id: randomUUID(), roles: ['learner', 'instructor'] };

describe('courses', () => {
  let running: RunningService;
  const call: RunningService['call'] = (...request) => running.call(...request);
  const create = async (title: string, as = author) =>
    (await call('POST', '/courses', { as, body: { title } })).body as { id: string; slug: string; version: number };
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());

  describe('a new one', () => {
    it('is an empty draft of its author, with an ETag', async () => {
      const made = await call('POST', '/courses', { as: author, body: { title: ' Python  backend ' } });
      expect(made).toMatchObject({
        status: 201,
        body: { slug: 'python-backend', title: 'Python backend', ownerId: author.id, version: 1, publication: null },
      });
      expect(made.body).toMatchObject({ isArchived: false, sections: [], updatedAt: '2030-01-01T09:00:00.000Z' });
      expect(made.headers.get('etag')).toBe('"1"');
    });

    it('moves its slug aside for others of the same title, also when ten are made at once', async () => {
      const made = await Promise.all(Array.from({ length: 10 }, () => create('Same title')));
      expect(new Set(made.map((course) => course.slug)).size).toBe(10);
    });

    it('is made once however often it is asked for under one Idempotency-Key', async () => {
      const sent = { as: author, headers: { 'idempotency-key': 'k-1' }, body: { title: 'Once only' } };
      const answers = await Promise.all(Array.from({ length: 10 }, () => call('POST', '/courses', sent)));
      expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 201));
      expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
      const theirs = await call('POST', '/courses', { ...sent, as: other });
      expect(theirs.body.id).not.toBe(answers[0]?.body.id);
      const reused = await call('POST', '/courses', { ...sent, body: { title: 'Another' } });
      expect(reused).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    });

    it('that was refused may be asked for again under the same key', async () => {
      const { slug } = await create('In the way');
      const sent = { as: author, headers: { 'idempotency-key': 'k-2' } };
      expect((await call('POST', '/courses', { ...sent, body: { title: 'A', slug } })).status).toBe(409);
      expect((await call('POST', '/courses', { ...sent, body: { title: 'A' } })).status).toBe(201);
    });

    it.each(['', ' ', 'x'.repeat(101)])('is not made under the key %j', async (key) => {
      const sent = { as: author, headers: { 'idempotency-key': key }, body: { title: 'A' } };
      expect(await call('POST', '/courses', sent)).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    });

    it('with a slug of another course is refused', async () => {
      const { slug } = await create('Taken');
      const refused = await call('POST', '/courses', { as: other, body: { title: 'Mine', slug } });
      expect(refused).toMatchObject({ status: 409, body: { code: 'slug_taken' } });
    });
  });

  describe('a change', () => {
    it('of the version that was read is made, and makes the next version', async () => {
      const { id } = await create('Before');
      const body = { title: 'After', summary: 'About it', slug: `after-${id.slice(0, 8)}` };
      const changed = await call('PATCH', `/courses/${id}`, { as: author, headers: ifMatch(1), body });
      expect(changed).toMatchObject({ status: 200, body: { ...body, version: 2 } });
      expect(changed.headers.get('etag')).toBe('"2"');
    });

    it('to the slug it has already is no conflict; to that of another it is, and nothing is changed', async () => {
      const mine = await create('Mine own');
      const { slug } = await create('Another one');
      const same = { as: author, headers: ifMatch(1), body: { slug: mine.slug } };
      expect((await call('PATCH', `/courses/${mine.id}`, same)).status).toBe(200);
      const refused = await call('PATCH', `/courses/${mine.id}`, { as: author, headers: ifMatch(2), body: { slug, title: 'X' } });
      expect(refused).toMatchObject({ status: 409, body: { code: 'slug_taken' } });
      expect((await call('GET', `/courses/${mine.id}`, { as: author })).body).toMatchObject({ title: 'Mine own', version: 2 });
    });

    it('to one slug of several courses at once is made for one of them', async () => {
      const made = await Promise.all(['W', 'X', 'Y', 'Z'].map((title) => create(title)));
      const sent = { as: author, headers: ifMatch(1), body: { slug: 'wanted-by-all' } };
      const answers = await Promise.all(made.map(({ id }) => call('PATCH', `/courses/${id}`, sent)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    });

    it.each([
      ['without If-Match', {}, 428, 'if_match_required'],
      ['with a stale If-Match', { 'if-match': '"7"' }, 412, 'version_stale'],
      ['with an If-Match that is no ETag of ours', { 'if-match': '*' }, 400, 'request_invalid'],
    ])('%s is refused', async (_, headers, status, code) => {
      const { id } = await create('Guarded');
      const refused = await call('PATCH', `/courses/${id}`, { as: author, headers, body: { title: 'X' } });
      expect(refused).toMatchObject({ status, body: { code } });
    });

    it('is made once when ten authors of one version race', async () => {
      const { id } = await create('Raced');
      const change = { as: author, headers: ifMatch(1), body: { title: 'X' } };
      const answers = await Promise.all(Array.from({ length: 10 }, () => call('PATCH', `/courses/${id}`, change)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    });
  });

  describe('belong to their author', () => {
    it('and are not to be told from unknown ones by anybody else', async () => {
      const { id } = await create('Secret');
      const foreign = await call('GET', `/courses/${id}`, { as: other });
      const unknown = await call('GET', `/courses/${randomUUID()}`, { as: other });
      expect({ ...foreign.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
      expect(foreign.status).toBe(404);
    });

    it('except that an admin may see and change all', async () => {
      const { id } = await create('Anybody’s');
      const changed = await call('PATCH', `/courses/${id}`, { as: admin, headers: ifMatch(1), body: { title: 'Mended' } });
      expect(changed).toMatchObject({ status: 200, body: { title: 'Mended', ownerId: author.id } });
    });

    it('and are listed for them alone, newest change first, page by page', async () => {
      const lister: TokenHolder = { id: randomUUID(), roles: ['author'] };
      const made: string[] = [];
      for (const title of ['One', 'Two', 'Three']) {
        running.clock.advance({ seconds: 1 });
        made.unshift((await create(title, lister)).id);
      }
      const first = await call('GET', '/courses?limit=2', { as: lister });
      const second = await call('GET', `/courses?limit=2&cursor=${first.body.next}`, { as: lister });
      expect([...first.body.items, ...second.body.items].map((course: { id: string }) => course.id)).toEqual(made);
      expect(second.body.next).toBeNull();
      const all = await call('GET', '/courses?limit=200', { as: admin });
      expect(all.body.items.length).toBeGreaterThan(3);
    });

    it.each([
      ['nobody', undefined, 401, 'token_missing'],
      ['a learner', learner, 403, 'not_allowed'],
    ])('cannot be made by %s', async (_, as, status, code) => {
      const refused = await call('POST', '/courses', { as, body: { title: 'X' } });
      expect(refused).toMatchObject({ status, body: { code } });
    });
  });

  describe('an archived one', () => {
    it('is read but no longer changed, and its archiving is announced once', async () => {
      const { id } = await create('Old');
      const archived = await call('POST', `/courses/${id}:archive`, { as: author });
      expect(archived).toMatchObject({ status: 200, body: { isArchived: true, version: 2 } });
      expect(await call('POST', `/courses/${id}:archive`, { as: author })).toMatchObject({ status: 200, body: { version: 2 } });
      const change = { as: author, headers: ifMatch(2), body: { title: 'X' } };
      expect(await call('PATCH', `/courses/${id}`, change)).toMatchObject({ status: 409, body: { code: 'course_archived' } });
      const events = await running.dataSource.query('SELECT type, data FROM outbox WHERE key = $1', [id]);
      expect(events).toMatchObject([{ type: 'CourseArchived.v1', data: { courseId: id } }]);
    });

    it('is not archived by anybody else', async () => {
      const { id } = await create('Kept');
      expect((await call('POST', `/courses/${id}:archive`, { as: other })).status).toBe(404);
    });
  });

  describe('bad input', () => {
    it.each([
      ['no title', {}],
      ['a title of blanks', { title: ' \u202e ' }],
      ['a title of the wrong type', { title: ['A'] }],
      ['a title beyond its length', { title: 'x'.repeat(301) }],
      ['half a character', { title: 'a\ud83d' }],
      ['an unknown member', { title: 'A', ownerId: randomUUID() }],
      ['a slug in capitals', { title: 'A', slug: 'Slug' }],
      ['a slug like an id', { title: 'A', slug: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }],
      ['a list', []],
      ['a number', 7],
    ])('%s is refused with the place', async (_, body) => {
      const refused = await call('POST', '/courses', { as: author, body });
      expect(refused).toMatchObject({ status: 400, body: { code: 'request_invalid', errors: [{}] } });
    });

    it.each([
      ['malformed JSON', '{"title": ', 400, 'request_malformed'],
      ['a poisoned prototype', '{"__proto__": {"x": 1}, "title": "A"}', 400, 'request_malformed'],
      ['200,000 brackets', '['.repeat(200_000), 400, 'request_malformed'],
      ['10 MB', JSON.stringify({ title: 'x'.repeat(10_000_000) }), 413, 'body_too_large'],
    ])('%s is refused', async (_, body, status, code) => {
      expect(await call('POST', '/courses', { as: author, body })).toMatchObject({ status, body: { code } });
    });

    it.each(['limit=0', 'limit=1.5', 'limit=500', 'limit=1&limit=2', 'cursor=x', 'page=2'])(
      'a list with %s is refused',
      async (query) => {
        expect((await call('GET', `/courses?${query}`, { as: author })).status).toBe(400);
      },
    );

    it.each([
      ['another list', ['other', '2030-01-01T09:00:00.000Z', randomUUID()]],
      ['no time', ['content.courses', 'yesterday', randomUUID()]],
      ['no id', ['content.courses', '2030-01-01T09:00:00.000Z', "' OR 1=1"]],
      ['a number', ['content.courses', 1e300, randomUUID()]],
    ])('a cursor made by hand with %s is refused', async (_, parts) => {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
      const refused = await call('GET', `/courses?cursor=${cursor}`, { as: author });
      expect(refused).toMatchObject({ status: 400, body: { code: 'cursor_foreign' } });
    });

    it.each(['/courses/1', '/courses/%00', '/sections/x/questions', '/questions/zzz', '/courses/a:publish'])(
      '%s is no id',
      async (path) => {
        const method = path.includes(':') ? 'POST' : 'GET';
        const refused = await call(method, path, { as: author, headers: ifMatch(1) });
        expect([400, 404]).toContain(refused.status);
      },
    );

    it('of another content type is refused', async () => {
      const headers = { 'content-type': 'text/plain' };
      const refused = await call('POST', '/courses', { as: author, headers, body: '{"title":"A"}' });
      expect(refused).toMatchObject({ status: 415, body: { code: 'content_type_unsupported' } });
    });
  });
});
