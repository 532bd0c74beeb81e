import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { questionFormatNames, writeZip } from '#libs/interchange';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };

const options = [
  { id: 'a', text: 'Bowline', isKey: true },
  { id: 'b', text: 'Clove hitch', isKey: false },
];
const bank = [
  { type: 'single_choice', stem: 'Which knot makes a loop?', options },
  { type: 'single_choice', stem: 'What do nets need?', options: options.toReversed() },
];

/** Nothing, bytes of no kind, characters that no database keeps, and a package without questions. */
const hostile = [
  Buffer.from(' '),
  new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x80]),
  Buffer.from('a\0b {T}'),
  Buffer.from('[{"type":"true_false","stem":"\\ud800 \\u0000","key":true}]'),
  Buffer.from('<p>&#xD800;&#0;</p> {T}'),
  writeZip(new Map([['a.txt', new Uint8Array([1])]])),
];

describe('files of questions', () => {
  let running: RunningService;
  let courseId: string;
  let sectionId: string;
  const call: RunningService['call'] = (...request) => running.call(...request);
  const newSection = async (title = 'Ropes & Knots') =>
    (await call('POST', `/courses/${courseId}/sections`, { as: author, body: { title } })).body.id as string;
  const sendJson = (body: object, to = sectionId, query = '') =>
    call('POST', `/sections/${to}/questions:import${query}`, { as: author, body });
  const sendFile = async (bytes: Uint8Array, query = '', { as = author, to = sectionId } = {}) => {
    const response = await fetch(`${running.url}/api/content/v1/sections/${to}/questions:import-file?${query}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${running.tokens.tokenOf(as)}`,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const download = async (query: string, as = author) => {
    const response = await fetch(`${running.url}/api/content/v1/sections/${sectionId}/questions:export?${query}`, {
      headers: { authorization: `Bearer ${running.tokens.tokenOf(as)}` },
    });
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const listed = async (id: string): Promise<{ id: string; type: string; stem: string }[]> =>
    (await call('GET', `/sections/${id}/questions?limit=200`, { as: author })).body.items;

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    courseId = (await call('POST', '/courses', { as: author, body: { title: 'Course' } })).body.id;
    sectionId = await newSection();
    for (const question of bank) {
      await call('POST', `/sections/${sectionId}/questions`, { as: author, body: { question } });
    }
  });

  describe.each(questionFormatNames)('as %s', (format) => {
    it('come back as they went out, with a name that harms no file system', async () => {
      const { status, headers, bytes } = await download(`format=${format}`);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="ropes-knots\.[a-z]+"$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const there = await newSection();
      const report = await sendFile(bytes, `format=${format}`, { to: there });
      expect(report).toMatchObject({ status: 200, body: { format, imported: bank.length, refused: 0 } });
      const said = (questions: Awaited<ReturnType<typeof listed>>) => questions.map(({ type, stem }) => [type, stem]);
      expect(said(await listed(there))).toEqual(said(await listed(sectionId)));
    });

    it('change nothing when they are brought twice', async () => {
      const { bytes } = await download(`format=${format}`);
      const there = await newSection();
      const base64 = Buffer.from(bytes).toString('base64');
      expect((await sendJson({ format, base64 }, there)).body).toMatchObject({ imported: bank.length });
      const before = await listed(there);
      expect((await sendJson({ format, base64 }, there)).body).toMatchObject({ imported: bank.length });
      expect(await listed(there)).toEqual(before);
    });

    it('say of every question whether all of it went out', async () => {
      const report = await call('GET', `/sections/${sectionId}/questions:export?format=${format}&report=true`, {
        as: author,
      });
      expect(report.status).toBe(200);
      expect(report.body.items.map(({ key }: { key: string }) => key)).toEqual(
        (await listed(sectionId)).map(({ id }) => id),
      );
    });

    it('are known without being named', async () => {
      const { bytes, headers } = await download(`format=${format}`);
      const [, name] = /filename="(.+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
      const report = await sendFile(bytes, `dryRun=true&name=${name}`);
      expect(report).toMatchObject({ status: 200, body: { format, imported: bank.length } });
      expect(report.body.items[0]).not.toHaveProperty('questionId');
    });

    it('are refused item by item, and without a fault, when nothing in them can be used', async () => {
      for (const bytes of hostile) {
        const dry = await sendFile(bytes, `format=${format}&dryRun=true`);
        expect([200, 400]).toContain(dry.status);
        expect((await sendFile(bytes, `format=${format}`)).status).toBe(dry.status);
      }
    });
  });

  it('of no format that can be told are refused in words that list those there are', async () => {
    const refused = await sendJson({ format: 'auto', text: 'Just some words.', name: 'words.doc' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'format_unknown', errors: [{ pointer: '/format' }] } });
    expect(refused.body.detail).toContain('Markdown');
  });

  it('with more items than anybody could look through are refused', async () => {
    const text = '## Sure?\n\n- [x] True\n- [ ] False\n\n'.repeat(5_001);
    expect(await sendJson({ format: 'markdown', text })).toMatchObject({
      status: 400,
      body: { code: 'file_too_large' },
    });
  });

  it('with a question twice bring it once, and say where the first one stands', async () => {
    const text = '## Sure?\n\n- [x] True\n- [ ] False\n\n'.repeat(2);
    const { body } = await sendJson({ format: 'markdown', text });
    expect(body).toMatchObject({ imported: 1, refused: 1, items: [{}, { outcome: 'refused' }] });
    expect(body.items[1].reasons[0]).toContain('line 1');
  });

  it('beyond the bounds of a question refuse that item alone', async () => {
    const tags = Array.from({ length: 31 }, (_, at) => `.t${at}`).join(' ');
    const text = `## Many tags? {${tags}}\n\n- [x] True\n- [ ] False\n\n## Fine?\n\n- [x] True\n- [ ] False\n`;
    const { body } = await sendJson({ format: 'markdown', text });
    expect(body).toMatchObject({ imported: 1, items: [{ outcome: 'refused' }, { outcome: 'imported' }] });
    expect(body.items[0].reasons[0]).toMatch(/tags/);
  });

  it('are not brought to or taken from another author’s section', async () => {
    const text = Buffer.from('## Sure?\n\n- [x] True\n- [ ] False\n');
    expect((await sendFile(text, 'format=markdown', { as: other })).status).toBe(404);
    expect((await download('format=markdown', other)).status).toBe(404);
  });

  it.each(['', 'format=word', 'format=auto', 'format=markdown&report=maybe'])(
    'are not exported by %j',
    async (query) => {
      expect((await download(query)).status).toBe(400);
    },
  );

  it('of more than 20 MiB are refused before they are read', async () => {
    const answer = await sendFile(new Uint8Array(21 * 1_024 * 1_024), 'format=markdown').catch(() => null);
    // A server that hangs up on what it does not want is within its rights.
    if (answer !== null) expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  });
});
