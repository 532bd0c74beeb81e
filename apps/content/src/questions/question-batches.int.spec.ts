import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };
const sound = { type: 'true_false', stem: 'Sure?', key: true, tags: ['a', 'b'] };

interface Question {
  id: string;
  version: number;
  tags: string[];
}

describe('changes of several questions', () => {
  let running: RunningService;
  let courseId: string;
  let here: string;
  let there: string;
  let given: { id: string; version: number }[];
  const call: RunningService['call'] = (...request) => running.call(...request);
  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
  const addSection = async (course: string) =>
    (await call('POST', `/courses/${course}/sections`, { as: author, body: { title: 'S' } })).body.id as string;
  const add = async (sectionId: string, question: object = sound): Promise<Question> =>
    (await call('POST', `/sections/${sectionId}/questions`, { as: author, body: { question } })).body;
  const listed = async (sectionId: string): Promise<Question[]> =>
    (await call('GET', `/sections/${sectionId}/questions`, { as: author })).body.items;
  const ids = async (sectionId: string) => (await listed(sectionId)).map(({ id }) => id);
  const batch = (verb: string, body: object, as = author) =>
    call('POST', `/sections/${here}/questions:${verb}`, { as, body });

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    courseId = (await call('POST', '/courses', { as: author, body: { title: 'Course' } })).body.id;
    [here, there] = [await addSection(courseId), await addSection(courseId)];
    const made = [await add(here), await add(here), await add(here)];
    given = made.map(({ id, version }) => ({ id, version }));
  });

  it('move one to the end of another section, with its id, its version and all its versions', async () => {
    const settled = await add(there);
    const [first] = given;
    const put = { as: author, headers: ifMatch(1), body: { question: { ...sound, stem: 'Surer?' } } };
    await call('PUT', `/questions/${first?.id}`, put);
    const sent = { as: author, headers: ifMatch(2), body: { sectionId: there } };
    const moved = await call('PATCH', `/questions/${first?.id}`, sent);
    expect(moved).toMatchObject({ status: 200, body: { id: first?.id, version: 2, sectionId: there } });
    expect(moved.headers.get('etag')).toBe('"2"');
    expect(await ids(there)).toEqual([settled.id, first?.id]);
    expect(await ids(here)).toHaveLength(2);
    const versions = await call('GET', `/questions/${first?.id}/versions`, { as: author });
    expect(versions.body.items).toHaveLength(2);
  });

  it('move several in the order of the batch, and forget that they were fixed', async () => {
    const [one, two, three] = given;
    const policy = { policy: { fixedQuestions: [one?.id, three?.id] } };
    await call('PATCH', `/sections/${here}`, { as: author, headers: ifMatch(1), body: policy });
    const moved = await batch('move', { questions: [three, one], sectionId: there });
    expect(moved).toMatchObject({ status: 200, body: { questions: [three, one] } });
    expect([await ids(here), await ids(there)]).toEqual([[two?.id], [three?.id, one?.id]]);
    const course = (await call('GET', `/courses/${courseId}`, { as: author })).body;
    expect(course.sections[0].policy.fixedQuestions).toEqual([]);
  });

  it('let a key go that another question of the new section has', async () => {
    const text = '## A rope has two ends. {#ends}\n\n- [x] True\n- [ ] False\n';
    const body = { format: 'markdown', text };
    for (const id of [here, there]) await call('POST', `/sections/${id}/questions:import`, { as: author, body });
    const [moving] = (await listed(here)).slice(-1);
    const sent = { as: author, headers: ifMatch(1), body: { sectionId: there } };
    expect((await call('PATCH', `/questions/${moving?.id}`, sent)).status).toBe(200);
    await call('POST', `/sections/${there}/questions:import`, { as: author, body });
    expect(await ids(there)).toHaveLength(2);
  });

  it('never move a question into another course, or one that is not there', async () => {
    const elsewhere = (await call('POST', '/courses', { as: author, body: { title: 'Else' } })).body.id;
    for (const sectionId of [await addSection(elsewhere), randomUUID()]) {
      const refused = await batch('move', { questions: given, sectionId });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/sectionId' }] } });
    }
    expect(await ids(here)).toHaveLength(3);
  });

  it('stay where they are when they are moved to where they are', async () => {
    const before = await listed(here);
    await batch('move', { questions: given, sectionId: here });
    expect(await listed(here)).toEqual(before);
  });

  it('remove them all', async () => {
    expect((await batch('remove', { questions: given.slice(1) })).status).toBe(200);
    expect(await ids(here)).toEqual([given[0]?.id]);
  });

  it('tag them, with a new version only where something changed', async () => {
    const tagged = await batch('tag', { questions: given.slice(0, 2), add: ['c', 'a'], remove: ['b'] });
    expect(tagged.body.questions.map(({ version }: Question) => version)).toEqual([2, 2]);
    expect((await listed(here)).map(({ tags }) => tags)).toEqual([
      ['a', 'c'],
      ['a', 'c'],
      ['a', 'b'],
    ]);
    const again = await batch('tag', { questions: tagged.body.questions, add: ['c'] });
    expect(again.body).toEqual(tagged.body);
    const many = Array.from({ length: 30 }, (_, at) => `t${at}`);
    expect(await batch('tag', { questions: tagged.body.questions, add: many })).toMatchObject({ status: 400 });
  });

  it.each(['remove', 'tag', 'move'])('are all refused when one was changed meanwhile: %s', async (verb) => {
    const put = { as: author, headers: ifMatch(1), body: { question: { ...sound, stem: 'Surer?' } } };
    await call('PUT', `/questions/${given[1]?.id}`, put);
    const before = await listed(here);
    const body = {
      questions: given,
      ...(verb === 'tag' ? { add: ['z'] } : verb === 'move' ? { sectionId: there } : {}),
    };
    expect(await batch(verb, body)).toMatchObject({
      status: 412,
      body: { code: 'version_stale', errors: [{ pointer: '/questions/1/version' }] },
    });
    expect(await listed(here)).toEqual(before);
  });

  it.each([
    [
      'a question of another section',
      async () => ({ questions: [await add(there)].map(({ id }) => ({ id, version: 1 })) }),
    ],
    ['one that is not there', async () => ({ questions: [{ id: randomUUID(), version: 1 }] })],
    ['the same one twice', async () => ({ questions: [given[0], given[0]] })],
    ['none', async () => ({ questions: [] })],
    ['201', async () => ({ questions: Array.from({ length: 201 }, () => ({ id: randomUUID(), version: 1 })) })],
  ])('that name %s are refused', async (_, body) => {
    expect(await batch('remove', await body())).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(await ids(here)).toHaveLength(3);
  });

  it('are not for other authors', async () => {
    const sent = { as: other, headers: ifMatch(1), body: { sectionId: there } };
    expect((await call('PATCH', `/questions/${given[0]?.id}`, sent)).status).toBe(404);
    expect((await batch('remove', { questions: given }, other)).status).toBe(404);
    expect((await call('POST', `/questions/${given[0]?.id}:duplicate`, { as: other })).status).toBe(404);
  });

  it('copy a question to the end of its section, once per key', async () => {
    const named = await add(here, { ...sound, name: 'x'.repeat(199) });
    const send = () =>
      call('POST', `/questions/${named.id}:duplicate`, { as: author, headers: { 'idempotency-key': named.id } });
    const [first, second] = [await send(), await send()];
    expect(first).toMatchObject({ status: 201, body: { ...sound, version: 1, name: `${'x'.repeat(193)} (copy)` } });
    expect(second.body).toEqual(first.body);
    expect((await ids(here)).slice(3)).toEqual([named.id, first.body.id]);
    const unnamed = await call('POST', `/questions/${given[0]?.id}:duplicate`, { as: author });
    expect(unnamed.body).not.toHaveProperty('name');
  });
});
