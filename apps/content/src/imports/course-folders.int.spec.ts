import { randomBytes, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readZip, writeZip } from '#libs/interchange';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };
const picture = new Uint8Array([
  ...Buffer.from('89504e470d0a1a0a0000000d494844520000001000000010080600000000000000', 'hex'),
  ...randomBytes(50),
]);

interface Section {
  id: string;
  [member: string]: unknown;
}

describe('course folders', () => {
  let running: RunningService;
  let courseId: string;
  let sections: string[];
  let questionId: string;
  const call: RunningService['call'] = (...request) => running.call(...request);
  const fetched = (path: string, as: TokenHolder, init: RequestInit = {}, type = 'application/zip') =>
    fetch(`${running.url}/api/content/v1${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${running.tokens.tokenOf(as)}`,
        ...(init.body === undefined ? {} : { 'content-type': type }),
        ...init.headers,
      },
    });
  const pack = async (as = author) => {
    const response = await fetched(`/courses/${courseId}:export`, as);
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const unpack = async (bytes: Uint8Array, { as = author, headers = {} } = {}) => {
    const init = { method: 'POST', body: new Uint8Array(bytes), headers };
    const response = await fetched('/courses:import-folder', as, init);
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const filesOf = (bytes: Uint8Array) => {
    const read = readZip(bytes);
    if (!read.ok) throw new Error(read.refusal.message);
    return new Map(read.files);
  };
  const change = (path: string, version: number, body: object) =>
    call('PATCH', path, { as: author, headers: { 'if-match': `"${version}"` }, body });

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    courseId = (await call('POST', '/courses', { as: author, body: { title: `Ropes ${randomUUID()}` } })).body.id;
    sections = [];
    for (const title of ['Knots & bends', 'Splices']) {
      const sent = { as: author, body: { title, prose: 'Begin.' } };
      sections.push((await call('POST', `/courses/${courseId}/sections`, sent)).body.id);
    }
    const init = { method: 'POST', body: picture };
    const { name } = JSON.parse(await (await fetched(`/courses/${courseId}/media`, author, init, 'image/png')).text());
    const question = { type: 'true_false', stem: `![A knot](media:${name}) Sure?`, key: true, hints: ['Look'] };
    const sent = { as: author, body: { question } };
    questionId = (await call('POST', `/sections/${sections[0]}/questions`, sent)).body.id;
    await change(`/courses/${courseId}`, 4, { policy: { passMark: 0.6 }, summary: 'All of it.' });
    await change(`/sections/${sections[0]}`, 1, {
      policy: { fixedQuestions: [questionId], timeLimitSeconds: 'none' },
      topics: [{ title: 'Bowline', resources: [{ title: 'Docs', url: 'https://example.org', kind: 'article' }] }],
    });
    await change(`/sections/${sections[1]}`, 1, { prerequisites: [sections[0]], isRequired: false });
  });

  it('hold the whole course, the same bytes for the same course', async () => {
    const { response, bytes } = await pack();
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="ropes-[a-z0-9-]+\.zip"$/);
    expect((await pack()).bytes).toEqual(bytes);
    const files = filesOf(bytes);
    expect([...files.keys()].filter((path) => !path.startsWith('media/'))).toEqual([
      'course.yaml',
      'sections/01-knots-bends/questions.yaml',
      'sections/01-knots-bends/section.yaml',
      'sections/02-splices/questions.yaml',
      'sections/02-splices/section.yaml',
    ]);
    expect([...files.keys()].filter((path) => path.startsWith('media/'))).toHaveLength(1);
  });

  it('become a new draft that says the same under ids of its own', async () => {
    const { bytes } = await pack();
    const made = await unpack(bytes);
    expect(made).toMatchObject({
      status: 201,
      body: { report: { sections: 2, questions: 1, refused: 0, pictures: 1 } },
    });
    const before = (await call('GET', `/courses/${courseId}`, { as: author })).body;
    const { course } = made.body;
    expect(course).toMatchObject({ title: before.title, summary: 'All of it.', policy: { passMark: 0.6 }, version: 1 });
    expect(course.slug).toBe(`${before.slug}-2`);
    const [knots, splices] = course.sections;
    expect([knots.id, splices.id]).not.toEqual(expect.arrayContaining(sections));
    const without = ({ id: _, version: __, prerequisites: ___, policy, topics, ...section }: Section) => section;
    expect(course.sections.map(without)).toEqual(before.sections.map(without));
    expect(splices.prerequisites).toEqual([knots.id]);
    expect(knots.topics).toMatchObject([{ title: 'Bowline', resources: [{ url: 'https://example.org' }] }]);
    const { items } = (await call('GET', `/sections/${knots.id}/questions`, { as: author })).body;
    expect(items).toMatchObject([{ version: 1, key: true, hints: ['Look'] }]);
    expect(items[0].id).not.toBe(questionId);
    expect(knots.policy).toMatchObject({ fixedQuestions: [items[0].id], timeLimitSeconds: null, passMark: 0.6 });
    const headers = { 'if-match': '"1"' };
    const published = await call('POST', `/courses/${course.id}:publish`, { as: author, headers });
    expect(published.body.errors?.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/sections/1/questions',
    ]);
  });

  it('become one draft however often they are sent under one Idempotency-Key', async () => {
    const { bytes } = await pack();
    const headers = { 'idempotency-key': 'once' };
    const [first, second] = [await unpack(bytes, { headers }), await unpack(bytes, { headers })];
    expect(second.body).toEqual(first.body);
  });

  it('with a question that cannot be used bring the others, and say where it stands', async () => {
    const files = filesOf((await pack()).bytes);
    const path = 'sections/01-knots-bends/questions.yaml';
    const bank = Buffer.from(files.get(path) ?? []).toString();
    files.set(path, Buffer.from(`${bank}  - type: true_false\n    stem: 7\n`));
    const made = await unpack(writeZip(files));
    expect(made.status).toBe(201);
    const told = made.body.report.files.find((file: { path: string }) => file.path === path);
    expect(told.problems.length).toBeGreaterThan(0);
  });

  it.each<[string, (files: Map<string, Uint8Array>) => void, string]>([
    ['without course.yaml', (files) => void files.delete('course.yaml'), 'course_file_refused'],
    [
      'with a course.yaml of no sense',
      (files) => void files.set('course.yaml', Buffer.from('- 1')),
      'course_file_refused',
    ],
    [
      'with a summary that no database keeps',
      (files) => {
        const text = Buffer.from(files.get('course.yaml') ?? []).toString();
        files.set('course.yaml', Buffer.from(text.replace(/^summary: .*$/m, 'summary: "a\\0b"')));
      },
      'course_file_refused',
    ],
    [
      'with a link that a browser must not follow',
      (files) => {
        const path = 'sections/01-knots-bends/section.yaml';
        const text = Buffer.from(files.get(path) ?? []).toString();
        files.set(path, Buffer.from(text.replace('https://example.org', 'javascript:alert(1)')));
      },
      'section_refused',
    ],
  ])('%s are refused with the reason, and leave no trace', async (_, spoil, code) => {
    const count = async () => (await running.dataSource.query('SELECT count(*) FROM course'))[0];
    const before = await count();
    const files = filesOf((await pack()).bytes);
    spoil(files);
    const refused = await unpack(writeZip(files));
    expect(refused).toMatchObject({ status: 400, body: { code } });
    expect(refused.body.errors.length).toBeGreaterThan(0);
    expect(await count()).toEqual(before);
  });

  it('that are no packages are refused', async () => {
    expect(await unpack(Buffer.from('hello'))).toMatchObject({ status: 400, body: { code: 'package_refused' } });
    const slip = Buffer.from((await pack()).bytes)
      .toString('latin1')
      .replaceAll('course.yaml', '../rse.yaml');
    expect(await unpack(Buffer.from(slip, 'latin1'))).toMatchObject({ status: 400, body: { code: 'package_refused' } });
  });

  it('of another author’s course are not packed', async () => {
    expect((await pack(other)).response.status).toBe(404);
  });
});
