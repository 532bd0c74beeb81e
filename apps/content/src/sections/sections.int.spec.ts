import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };
const question = { type: 'true_false', stem: 'Sure?', key: true };

interface Section {
  id: string;
  title: string;
  position: number;
  version: number;
}

describe('sections', () => {
  let running: RunningService;
  let courseId: string;
  let a: Section;
  let b: Section;
  let c: Section;
  const call: RunningService['call'] = (...request) => running.call(...request);
  const add = async (title: string) =>
    (await call('POST', `/courses/${courseId}/sections`, { as: author, body: { title } })).body as Section;
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
  const change = (section: Section, body: unknown, as = author) =>
    call('PATCH', `/sections/${section.id}`, { as, headers: ifMatch(section.version), body });
  const course = async () => (await call('GET', `/courses/${courseId}`, { as: author })).body;
  const order = async () => (await course()).sections.map((section: Section) => `${section.position}${section.title}`);

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    courseId = (await call('POST', '/courses', { as: author, body: { title: 'Course' } })).body.id;
    [a, b, c] = [await add('A'), await add('B'), await add('C')];
  });

  it('come to the end of the course with the default policy', async () => {
    const made = await call('POST', `/courses/${courseId}/sections`, { as: author, body: { title: 'D', prose: 'Hm' } });
    expect(made).toMatchObject({ status: 201, body: { position: 3, prose: 'Hm', isRequired: true, questionCount: 0 } });
    expect(made.body).toMatchObject({ prerequisites: [], topics: [], resources: [], policy: { passMark: 0.8 } });
    expect(made.headers.get('etag')).toBe('"1"');
  });

  it('come once however often they are sent under one Idempotency-Key', async () => {
    const sent = { as: author, headers: { 'idempotency-key': 'k' }, body: { title: 'D' } };
    const [first, second] = [
      await call('POST', `/courses/${courseId}/sections`, sent),
      await call('POST', `/courses/${courseId}/sections`, sent),
    ];
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(await order()).toEqual(['0A', '1B', '2C', '3D']);
  });

  it('change the version of their course with every change of theirs', async () => {
    const before = (await course()).version;
    await change(a, { title: 'A2' });
    expect((await course()).version).toBe(before + 1);
  });

  describe('a policy', () => {
    it('is changed setting by setting; the others stay', async () => {
      const first = await change(a, { policy: { passMark: 0.5, timeLimitSeconds: 600 } });
      expect(first).toMatchObject({ status: 200, body: { policy: { passMark: 0.5, timeLimitSeconds: 600 } } });
      const second = await change(first.body, { policy: { timeLimitSeconds: null } });
      expect(second.body.policy).toMatchObject({ passMark: 0.5, timeLimitSeconds: null, review: 'after_submit' });
    });

    it('comes back as it was sent whole', async () => {
      const policy = {
        passMark: 1,
        timeLimitSeconds: 30,
        attemptsMax: 3,
        cooldownSeconds: 60,
        drawCount: 5,
        shuffleQuestions: false,
        shuffleOptions: false,
        review: 'never',
        aggregation: 'best',
        opensAt: '2030-01-01T00:00:00Z',
        closesAt: '2030-02-01T00:00:00+02:00',
      };
      expect((await change(a, { policy })).body).toMatchObject({ policy });
    });

    it.each([
      ['a pass mark beyond everything', { passMark: 1.1 }],
      ['a time of the wrong type', { timeLimitSeconds: '600' }],
      ['a review nobody knows', { review: 'sometimes' }],
      ['a rule of aggregation that nothing obeys', { aggregation: 'median' }],
      ['an unknown setting', { passmark: 0.5 }],
      ['a date that is none', { opensAt: '2030-13-01' }],
    ])('with %s is refused', async (_, policy) => {
      expect(await change(a, { policy })).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    });
  });

  describe('the order', () => {
    it.each([
      ['to the front', 2, 0, ['0C', '1A', '2B']],
      ['to the end and beyond', 0, 99, ['0B', '1C', '2A']],
      ['to where it is', 1, 1, ['0A', '1B', '2C']],
    ])('stays dense when one moves %s', async (_, which, position, expected) => {
      const section = [a, b, c][which]!; // three were made
      expect((await change(section, { position })).body.position).toBe(Math.min(position, 2));
      expect(await order()).toEqual(expected);
    });

    it('stays dense when many move at once', async () => {
      await Promise.all([change(a, { position: 2 }), change(b, { position: 0 }), change(c, { position: 1 })]);
      expect((await course()).sections.map((section: Section) => section.position)).toEqual([0, 1, 2]);
    });

    it('stays dense when one goes', async () => {
      const gone = await call('DELETE', `/sections/${b.id}`, { as: author, headers: ifMatch(1) });
      expect(gone.status).toBe(204);
      expect(await order()).toEqual(['0A', '1C']);
    });
  });

  describe('prerequisites', () => {
    it('are other sections of the course', async () => {
      expect((await change(c, { prerequisites: [a.id, b.id] })).body.prerequisites).toEqual([a.id, b.id]);
    });

    it('are forgotten with the section they name', async () => {
      await change(c, { prerequisites: [a.id, b.id] });
      await call('DELETE', `/sections/${a.id}`, { as: author, headers: ifMatch(1) });
      const [, left] = (await course()).sections;
      expect(left).toMatchObject({ prerequisites: [b.id], version: 3 });
    });

    it('of another course, of none, of itself or twice are refused, each with its place', async () => {
      const foreign = a.id;
      courseId = (await call('POST', '/courses', { as: author, body: { title: 'Second' } })).body.id;
      const [here, there] = [await add('Here'), await add('There')];
      const refused = await change(here, { prerequisites: [there.id, foreign, randomUUID(), here.id, there.id] });
      expect(refused.status).toBe(400);
      expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(
        [1, 2, 3, 4].map((at) => `/prerequisites/${at}`),
      );
    });
  });

  describe('topics and resources', () => {
    const link = { title: 'Docs', url: 'https://docs.python.org/3/', kind: 'documentation' };

    it('get ids, and keep them when they are renamed and reordered', async () => {
      const topics = [{ title: 'One', resources: [link] }, { title: 'Two' }];
      const first = await change(a, { topics, resources: [link] });
      const [one, two] = first.body.topics;
      expect(first.body).toMatchObject({ topics: [{ resources: [link] }, { prose: '' }], resources: [link] });
      const renamed = await change(first.body, {
        topics: [
          { id: two.id, title: 'Two' },
          { id: one.id, title: 'First', resources: [{ id: one.resources[0].id, ...link }] },
        ],
      });
      const after = renamed.body.topics.map((topic: { id: string; title: string }) => [topic.id, topic.title]);
      expect(after).toEqual([
        [two.id, 'Two'],
        [one.id, 'First'],
      ]);
      expect(renamed.body.resources).toEqual(first.body.resources);
    });

    it('with an id the section does not have are refused', async () => {
      const refused = await change(a, { topics: [{ id: 'invented', title: 'X' }] });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/topics/0/id' }] } });
    });

    it.each(['javascript:alert(1)', '//evil.example', 'data:text/html,x', 'https://', 'ftp://x.example', ''])(
      'never lead to %j',
      async (url) => {
        expect((await change(a, { resources: [{ ...link, url }] })).status).toBe(400);
      },
    );
  });

  describe('a change', () => {
    it.each([
      ['without If-Match', {}, 428, 'if_match_required'],
      ['with a stale one', { 'if-match': '"9"' }, 412, 'version_stale'],
    ])('%s is refused, and so is a removal', async (_, headers, status, code) => {
      const sent = { as: author, headers };
      expect(await call('PATCH', `/sections/${a.id}`, { ...sent, body: {} })).toMatchObject({ status, body: { code } });
      expect(await call('DELETE', `/sections/${a.id}`, sent)).toMatchObject({ status, body: { code } });
      expect(await order()).toEqual(['0A', '1B', '2C']);
    });

    it('by another author finds nothing, whatever the version', async () => {
      const theirs = await change(a, { title: 'Mine now' }, other);
      const unknown = await change({ ...a, id: randomUUID() }, { title: 'X' }, other);
      expect({ ...theirs.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
      expect(theirs.status).toBe(404);
      expect((await call('DELETE', `/sections/${a.id}`, { as: other, headers: ifMatch(1) })).status).toBe(404);
      const sent = { as: other, body: { title: 'Intruder' } };
      expect((await call('POST', `/courses/${courseId}/sections`, sent)).status).toBe(404);
    });

    it.each([
      ['an unknown member', { version: 9 }],
      ['a position below zero', { position: -1 }],
      ['text for a boolean', { isRequired: 'yes' }],
      ['a prerequisite that is no id', { prerequisites: ['a'] }],
      ['NUL in its prose', { prose: 'a\0b' }],
      ['a prose of megabytes', { prose: 'x'.repeat(900_000) }],
      ['1,000 resources', { resources: Array.from({ length: 1_000 }, () => ({ title: 'A', url: null })) }],
    ])('with %s is refused', async (_, body) => {
      expect(await change(a, body)).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    });
  });

  it('take their questions along when their author removes them', async () => {
    const made = await call('POST', `/sections/${a.id}/questions`, { as: author, body: { question } });
    await call('DELETE', `/sections/${a.id}`, { as: author, headers: ifMatch(1) });
    expect((await call('GET', `/questions/${made.body.id}`, { as: author })).status).toBe(404);
  });
});
