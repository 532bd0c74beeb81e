import { randomBytes, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';
import { pictureBytesMax } from './picture.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };

/** A PNG of that many bytes, unlike any other. */
function png(length = 200): Uint8Array<ArrayBuffer> {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000001000000010080600000000000000', 'hex');
  return new Uint8Array(Buffer.concat([head, randomBytes(length - head.length)]));
}

describe('pictures', () => {
  let running: RunningService;
  let courseId: string;
  const call: RunningService['call'] = (...request) => running.call(...request);
  const newCourse = async () =>
    (await call('POST', '/courses', { as: author, body: { title: 'Course' } })).body.id as string;
  const upload = async (
    body: Uint8Array<ArrayBuffer> | string,
    { as = author, to = courseId, type = 'image/png' } = {},
  ) => {
    const response = await fetch(`${running.url}/api/content/v1/courses/${to}/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.tokens.tokenOf(as)}`, 'content-type': type },
      body,
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    courseId = await newCourse();
  });

  it('are stored under a name of their content, once, and shown to everybody for ever', async () => {
    const bytes = png();
    const stored = await upload(bytes);
    const name = expect.stringMatching(/^[0-9a-f]{32}\.png$/);
    expect(stored).toMatchObject({
      status: 201,
      body: { name, mediaType: 'image/png', width: 16, height: 16, size: 200 },
    });
    expect(await upload(bytes)).toEqual(stored);
    expect(await upload(bytes, { to: await newCourse() })).toEqual(stored);
    const shown = await fetch(running.url + stored.body.url);
    expect(shown.status).toBe(200);
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
  });

  it('change no version of the course', async () => {
    await upload(png());
    expect((await call('GET', `/courses/${courseId}`, { as: author })).body.version).toBe(1);
  });

  it('are listed page by page, newest first', async () => {
    const names = [];
    for (let count = 0; count < 3; count += 1) {
      names.unshift((await upload(png())).body.name);
      running.clock.advance({ minutes: 1 });
    }
    const first = await call('GET', `/courses/${courseId}/media?limit=2`, { as: author });
    const rest = await call('GET', `/courses/${courseId}/media?cursor=${first.body.next}`, { as: author });
    expect([...first.body.items, ...rest.body.items].map(({ name }) => name)).toEqual(names);
    expect(rest.body.next).toBeNull();
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png', 400],
    ['SVG that says so', Buffer.from('<svg/>'), 'image/svg+xml', 415],
    ['a PNG that calls itself a GIF', png(), 'image/gif', 400],
    ['a page', Buffer.from('<!doctype html>'), 'image/jpeg', 400],
    ['nothing', Buffer.alloc(0), 'image/png', 400],
    ['JSON', Buffer.from('{}'), 'application/json', 400],
    ['a package', png(), 'application/zip', 415],
    ['more than a mebibyte', png(pictureBytesMax + 1), 'image/png', 413],
  ])('that are %s are refused', async (_, bytes, type, status) => {
    const refused = await upload(new Uint8Array(bytes), { type });
    expect(refused).toMatchObject({ status, body: { code: expect.any(String), detail: expect.any(String) } });
  });

  it('are taken only where a route says so', async () => {
    const response = await fetch(`${running.url}/api/content/v1/courses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.tokens.tokenOf(author)}`, 'content-type': 'image/png' },
      body: png(),
    });
    expect([response.status, JSON.parse(await response.text()).code]).toEqual([415, 'content_type_unsupported']);
  });

  it('of another author’s course are neither added nor listed, good or bad', async () => {
    expect((await upload(png(), { as: other })).status).toBe(404);
    expect((await upload('x', { as: other })).status).toBe(404);
    expect((await call('GET', `/courses/${courseId}/media`, { as: other })).status).toBe(404);
    await call('POST', `/courses/${courseId}:archive`, { as: author });
    expect(await upload(png())).toMatchObject({ status: 409, body: { code: 'course_archived' } });
  });

  it('of a course have 200 MiB in all', async () => {
    await running.dataSource.query(
      `WITH big AS (INSERT INTO media SELECT md5(n::text) || '.png', 'image/png', 1, 1, 1048576, ''
         FROM generate_series(1, 200) AS n RETURNING name)
       INSERT INTO course_media SELECT $1, name, now() FROM big`,
      [courseId],
    );
    expect(await upload(png())).toMatchObject({ status: 409, body: { code: 'media_full' } });
    expect((await upload(png(), { to: await newCourse() })).status).toBe(201);
  });

  it.each(['0'.repeat(32) + '.png', 'x.png', '..%2f..%2fetc%2fpasswd', `${'0'.repeat(32)}.svg`])(
    'named %s are not there',
    async (name) => {
      const missing = await call('GET', `/media/${name}`);
      expect([400, 404]).toContain(missing.status);
    },
  );

  it('keep a course from being published when it shows one that it does not have', async () => {
    const { name } = (await upload(png())).body;
    const section = await call('POST', `/courses/${courseId}/sections`, { as: author, body: { title: 'S' } });
    const stem = `![here](media:${name}) ![lost](media:${'0'.repeat(32)}.png)`;
    const add = (question: object) =>
      call('POST', `/sections/${section.body.id}/questions`, { as: author, body: { question } });
    await add({ type: 'true_false', stem, key: true });
    const publish = async () => {
      const { version } = (await call('GET', `/courses/${courseId}`, { as: author })).body;
      return call('POST', `/courses/${courseId}:publish`, { as: author, headers: { 'if-match': `"${version}"` } });
    };
    expect(await publish()).toMatchObject({
      status: 409,
      body: { code: 'course_not_publishable', errors: [{ pointer: '/sections/0/questions/0/stem' }] },
    });
    const { items } = (await call('GET', `/sections/${section.body.id}/questions`, { as: author })).body;
    const question = { type: 'true_false', stem: `![here](media:${name})`, key: true };
    await call('PUT', `/questions/${items[0].id}`, { as: author, headers: { 'if-match': '"1"' }, body: { question } });
    expect((await publish()).status).toBe(201);
  });
});
