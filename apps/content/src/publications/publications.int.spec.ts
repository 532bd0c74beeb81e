import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CoursePublished, SectionPublished } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };
const sound = { type: 'true_false', stem: 'Sure?', key: true };

/** Breaks where a test says so, after the work before it was done. */
class BreakingOutbox extends Outbox {
  breaksAt: string | null = null;

  override add: Outbox['add'] = async (manager, contract, data, traceparent) => {
    if (contract.type === this.breaksAt) throw new Error('the connection broke');
    await Outbox.prototype.add.call(this, manager, contract, data, traceparent);
  };
}

describe('publications', () => {
  const outbox = new BreakingOutbox();
  let running: RunningService;
  let courseId: string;
  let sections: string[];
  const call: RunningService['call'] = (...request) => running.call(...request);
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
  const course = async () => (await call('GET', `/courses/${courseId}`, { as: author })).body;
  const publish = async (as = author) =>
    call('POST', `/courses/${courseId}:publish`, { as, headers: ifMatch((await course()).version) });
  const addQuestion = (sectionId: string | undefined, question: unknown) =>
    call('POST', `/sections/${sectionId}/questions`, { as: author, body: { question } });
  const changeSection = async (id: string | undefined, body: unknown) => {
    const { version } = (await course()).sections.find((section: { id: string }) => section.id === id);
    return call('PATCH', `/sections/${id}`, { as: author, headers: ifMatch(version), body });
  };
  const events = () =>
    running.dataSource.query('SELECT topic, type, data FROM outbox WHERE key = $1 ORDER BY id', [courseId]);
  const counted = async () =>
    Number(/^waymark_courses_published_total\S* (\d+)/m.exec(await running.service.metrics.registry.metrics())?.[1]);

  beforeAll(async () => {
    running = await startService(content, { providers: [{ provide: Outbox, useValue: outbox }] });
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    outbox.breaksAt = null;
    const made = await call('POST', '/courses', { as: author, body: { title: `Course ${randomUUID()}` } });
    courseId = made.body.id;
    sections = [];
    for (const title of ['One', 'Two']) {
      const sent = { as: author, body: { title } };
      sections.push((await call('POST', `/courses/${courseId}/sections`, sent)).body.id);
      await addQuestion(sections.at(-1), sound);
    }
  });

  it('are numbered, kept whole and announced: sections first, in order, then the manifest', async () => {
    const before = await counted();
    const published = await publish();
    expect(published).toMatchObject({
      status: 201,
      body: { publication: 1, publishedAt: running.clock.now().toISOString() },
    });
    expect(await course()).toMatchObject({ publication: 1 });
    const [one, two, manifest, ...more] = await events();
    expect(more).toEqual([]);
    expect([one, two].map((event) => event.data.sectionId)).toEqual(sections);
    expect(one).toMatchObject({ topic: 'content.courses', type: 'SectionPublished.v1', data: { questions: [sound] } });
    expect(manifest).toMatchObject({ type: 'CoursePublished.v1', data: { sectionIds: sections, publication: 1 } });
    expect(SectionPublished.schema.parse(one.data)).toEqual(one.data);
    expect(CoursePublished.schema.parse(manifest.data)).toEqual(manifest.data);
    const [row] = await running.dataSource.query('SELECT manifest, sections FROM publication WHERE course_id = $1', [
      courseId,
    ]);
    expect(row).toEqual({ manifest: manifest.data, sections: [one.data, two.data] });
    expect(await counted()).toBe(before + 1);
  });

  it('of the same draft twice are two, listed newest first', async () => {
    await publish();
    running.clock.advance({ hours: 1 });
    expect((await publish()).body.publication).toBe(2);
    const list = await call('GET', `/courses/${courseId}/publications`, { as: author });
    expect(list.body).toMatchObject({
      items: [
        { publication: 2, sectionCount: 2, questionCount: 2 },
        { publication: 1, sectionCount: 2 },
      ],
      next: null,
    });
    const page = await call('GET', `/courses/${courseId}/publications?limit=1`, { as: author });
    const rest = await call('GET', `/courses/${courseId}/publications?limit=1&cursor=${page.body.next}`, {
      as: author,
    });
    expect(rest.body.items).toMatchObject([{ publication: 1 }]);
  });

  it('carry the current version of each question, its topics and its policy', async () => {
    const { id } = (await addQuestion(sections[0], sound)).body;
    const question = { ...sound, stem: 'Still sure?', key: false };
    await call('PUT', `/questions/${id}`, { as: author, headers: ifMatch(1), body: { question } });
    await changeSection(sections[0], { policy: { drawCount: 2 }, topics: [{ title: 'Topic' }] });
    await publish();
    const [{ data }] = await events();
    expect(data).toMatchObject({ policy: { drawCount: 2 }, topics: [{ title: 'Topic' }] });
    expect(data.topics[0]).not.toHaveProperty('externalKey');
    expect(data.questions).toMatchObject([{ version: 1 }, { id, version: 2, stem: 'Still sure?' }]);
  });

  it('are refused with every problem of the course at once, and leave no trace', async () => {
    const [first, second] = sections;
    await addQuestion(first, { type: 'single_choice', stem: 'Which?', options: [{ text: 'A', isKey: false }] });
    await addQuestion(first, { type: 'short_text', stem: 'Name it', accepted: [] });
    await changeSection(first, { policy: { drawCount: 9 }, prerequisites: [second] });
    const window = { opensAt: '2030-02-01T00:00:00Z', closesAt: '2030-01-01T00:00:00Z' };
    await changeSection(second, { prerequisites: [first], policy: window });
    await call('POST', `/courses/${courseId}/sections`, { as: author, body: { title: 'Empty' } });
    const before = await course();
    const refused = await publish();
    expect(refused).toMatchObject({ status: 409, body: { code: 'course_not_publishable' } });
    const pointers = refused.body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\/sections\/0\/questions\/1\//),
        expect.stringMatching(/^\/sections\/0\/questions\/2\//),
        '/sections/0/policy/drawCount',
        '/sections/1/policy/closesAt',
        '/sections/2/questions',
        '/sections/0/prerequisites',
        '/sections/1/prerequisites',
      ]),
    );
    expect(await course()).toEqual(before);
    expect(await events()).toEqual([]);
  });

  it('of a course without sections are refused', async () => {
    courseId = (await call('POST', '/courses', { as: author, body: { title: 'Hollow' } })).body.id;
    expect(await publish()).toMatchObject({ status: 409, body: { errors: [{ pointer: '/sections' }] } });
  });

  it.each(['SectionPublished.v1', 'CoursePublished.v1'])(
    'that fail at %s were never made and are never announced',
    async (type) => {
      outbox.breaksAt = type;
      const before = [await course(), await counted()];
      expect(await publish()).toMatchObject({ status: 500, body: { code: 'internal_fault' } });
      expect([await course(), await counted()]).toEqual(before);
      expect(await events()).toEqual([]);
      outbox.breaksAt = null;
      expect((await publish()).body.publication).toBe(1);
    },
  );

  it('of one version are made once when ten race', async () => {
    const sent = { as: author, headers: ifMatch((await course()).version) };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call('POST', `/courses/${courseId}:publish`, sent)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 412)]);
    expect(await events()).toHaveLength(3);
  });

  it.each([
    ['without If-Match', {}, 428, 'if_match_required'],
    ['of a version from before a question came', ifMatch(4), 412, 'version_stale'],
  ])('%s are refused', async (_, headers, status, code) => {
    expect(await call('POST', `/courses/${courseId}:publish`, { as: author, headers })).toMatchObject({
      status,
      body: { code },
    });
  });

  it('of an archived course are refused', async () => {
    await call('POST', `/courses/${courseId}:archive`, { as: author });
    expect(await publish()).toMatchObject({ status: 409, body: { code: 'course_archived' } });
  });

  it('of another author’s course are neither made nor seen', async () => {
    expect((await publish(other)).status).toBe(404);
    expect((await call('GET', `/courses/${courseId}/publications`, { as: other })).status).toBe(404);
  });

  it('stay what they were: rows cannot be changed or removed', async () => {
    await publish();
    const update = running.dataSource.query(`UPDATE publication SET manifest = '{}' WHERE course_id = $1`, [courseId]);
    await expect(update).rejects.toThrow('never changed');
    await expect(
      running.dataSource.query('DELETE FROM publication WHERE course_id = $1', [courseId]),
    ).rejects.toThrow();
  });

  it('outlive the section they hold', async () => {
    await publish();
    await call('DELETE', `/sections/${sections[0]}`, { as: author, headers: ifMatch(1) });
    expect(await publish()).toMatchObject({ status: 201, body: { publication: 2 } });
    const list = await call('GET', `/courses/${courseId}/publications`, { as: author });
    expect(list.body.items.map((one: { sectionCount: number }) => one.sectionCount)).toEqual([1, 2]);
  });
});
