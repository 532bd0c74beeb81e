import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
const other: TokenHolder = { id: randomUUID(), roles: ['author'] };

const roadmap = `# Learning ropes

How to tie things.

## 1. Knots {#knots}

Start here.

### 1.1 Bowline

- [How to tie it](https://example.org/bowline)
- [A video](https://www.youtube.com/watch?v=1)

### 1.2 Clove hitch

* [Manual](https://docs.example.org/clove)

## 2. Splices

- [All of them](https://example.org/splices)

## 3. Nets

Later.
`;

const bank = `# Knots

## Which knot makes a loop? {#loop .bowline}

- [x] Bowline
- [ ] Clove hitch

## A rope has two ends. {#ends}

- [x] True
- [ ] False

## Nothing can be answered here

Just text.
`;

/** Processor time of this process, which a busy machine does not stretch as it does the clock on the wall. */
const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

interface Part {
  id: string;
  title: string;
  topics: Part[];
}

describe('imports', () => {
  let running: RunningService;
  const call: RunningService['call'] = (...request) => running.call(...request);
  const importRoadmap = (markdown: string, courseId?: string, as = author) =>
    call('POST', '/courses:import', { as, body: { markdown, courseId } });
  const importBank = (sectionId: string, text: string, query = '', as = author) =>
    call('POST', `/sections/${sectionId}/questions:import${query}`, { as, body: { format: 'markdown', text } });
  const newSection = async () => (await importRoadmap(roadmap)).body.course.sections[0].id as string;
  const listed = async (sectionId: string) =>
    (await call('GET', `/sections/${sectionId}/questions?limit=200`, { as: author })).body.items;

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());

  describe('of a roadmap', () => {
    it('make a draft with its sections, topics and resources, and report on it', async () => {
      const made = await importRoadmap(roadmap);
      expect(made.status).toBe(201);
      const { course, report } = made.body;
      expect(course).toMatchObject({ title: 'Learning ropes', ownerId: author.id, version: 1, publication: null });
      expect(course.sections).toMatchObject([
        { position: 0, title: 'Knots', key: 'knots', topics: [{ title: 'Bowline' }, { title: 'Clove hitch' }] },
        { position: 1, title: 'Splices', resources: [{ title: 'All of them', url: 'https://example.org/splices' }] },
        { position: 2, title: 'Nets', questionCount: 0, policy: { passMark: 0.8 } },
      ]);
      expect(course.sections[0].topics[0].resources).toMatchObject([{ kind: 'article' }, { kind: 'video' }]);
      expect(report).toMatchObject({ sections: 3, topics: 2, resources: 4 });
      const read = await call('GET', `/courses/${course.id}`, { as: author });
      expect(read.body).toEqual(course);
    });

    it('make one draft however often they are sent under one Idempotency-Key', async () => {
      const sent = { as: author, headers: { 'idempotency-key': 'k' }, body: { markdown: roadmap } };
      const answers = [await call('POST', '/courses:import', sent), await call('POST', '/courses:import', sent)];
      expect(answers[1]).toMatchObject({ status: 201, body: answers[0]?.body });
    });

    it.each([
      ['empty', ' \n', 'roadmap_empty'],
      ['binary', 'PNG\u0000\u0001\u0002', 'roadmap_binary'],
      ['without headings', 'Just some text.', 'roadmap_no_headings'],
      ['beyond 2 MB', `# A\n\n${'word '.repeat(420_000)}`, 'roadmap_too_large'],
      ['with half a character', '# A \ud800', 'request_invalid'],
      ['with more sections than a course holds', '# T\n\n## S\n'.concat('\n## S\n'.repeat(600)), 'course_full'],
    ])('are refused when it is %s', async (_, markdown, code) => {
      const refused = await importRoadmap(markdown);
      expect(refused.body.code).toBe(code);
      expect([400, 409]).toContain(refused.status);
    });

    it('of nearly 2 MB are read at once', async () => {
      const markdown = `# Big\n\n## One\n\n${'Some words on a line of prose.\n'.repeat(64_000)}`;
      const begin = processorMs();
      expect((await importRoadmap(markdown)).status).toBe(201);
      expect(processorMs() - begin).toBeLessThan(20_000);
    });

    it('beyond the limit of the body are refused before they are read', async () => {
      expect(await importRoadmap('x'.repeat(10_000_000))).toMatchObject({
        status: 413,
        body: { code: 'body_too_large' },
      });
    });
  });

  describe('of a roadmap again', () => {
    const again = roadmap
      .replace('# Learning ropes', '# Ropes for all')
      .replace('## 1. Knots {#knots}', '## 1. All about knots {#knots}')
      .replace('### 1.1 Bowline', '### 1.1 Eyes\n\n- [Eyes](https://example.org/eyes)\n\n### 1.2 Bowline')
      .replace('## 3. Nets\n\nLater.\n', '## 3. Lashings\n\nNew.\n');

    it('keep the id of what is the same thing, and say what was renamed, added and removed', async () => {
      const first = (await importRoadmap(roadmap)).body.course;
      const second = await importRoadmap(again, first.id);
      expect(second.status).toBe(200);
      const { course, report } = second.body;
      expect(course).toMatchObject({ id: first.id, slug: first.slug, title: 'Ropes for all', version: 2 });
      const [knots, splices, lashings, ...more] = course.sections;
      expect([knots.id, splices.id]).toEqual([first.sections[0].id, first.sections[1].id]);
      expect(splices.version).toBe(1);
      expect(knots).toMatchObject({ title: 'All about knots', version: 2 });
      const bowline = knots.topics.find((topic: Part) => topic.title === 'Bowline');
      expect(bowline.id).toBe(first.sections[0].topics[0].id);
      expect(lashings.title).toBe('Lashings');
      expect(more).toEqual([]);
      const sections = report.changes.filter((change: { what: string }) => change.what === 'section');
      expect(sections).toContainEqual(expect.objectContaining({ kind: 'renamed', id: knots.id, before: 'Knots' }));
    });

    it('keep questions, policy and prerequisites', async () => {
      const first = (await importRoadmap(roadmap)).body.course;
      const [knots, splices] = first.sections;
      await importBank(knots.id, bank);
      const settings = { policy: { passMark: 0.6 }, prerequisites: [knots.id], isRequired: false };
      await call('PATCH', `/sections/${splices.id}`, { as: author, headers: { 'if-match': '"1"' }, body: settings });
      const { course } = (await importRoadmap(again, first.id)).body;
      expect(course.sections).toMatchObject([{ id: knots.id, questionCount: 2 }, { id: splices.id, ...settings }, {}]);
    });

    it('never drop a section with questions: it stays at the end, with a warning; an empty one goes', async () => {
      const first = (await importRoadmap(roadmap)).body.course;
      const [knots, splices, nets] = first.sections;
      await importBank(knots.id, bank);
      const body = { prerequisites: [knots.id, splices.id] };
      await call('PATCH', `/sections/${nets.id}`, { as: author, headers: { 'if-match': '"1"' }, body });
      const { course, report } = (await importRoadmap('# Ropes\n\n## Nets\n\nLater.\n', first.id)).body;
      expect(course.sections.map((section: Part) => section.id)).toEqual([nets.id, knots.id]);
      expect(course.sections).toMatchObject([
        { position: 0, prerequisites: [knots.id] },
        { position: 1, questionCount: 2 },
      ]);
      const removed = report.changes.filter((change: { kind: string; what: string }) => change.kind === 'removed');
      expect(removed.map((change: Part) => change.id)).toEqual(expect.arrayContaining([knots.id, splices.id]));
      expect(report.notes).toContainEqual(expect.objectContaining({ kind: 'section_kept', severity: 'warning' }));
    });

    it('change nothing when nothing changed', async () => {
      const first = (await importRoadmap(roadmap)).body.course;
      const { course, report } = (await importRoadmap(roadmap, first.id)).body;
      expect(course.sections).toEqual(first.sections);
      expect(report.changes).toEqual([]);
    });

    it('into a foreign, unknown or archived course are refused', async () => {
      const { id } = (await importRoadmap(roadmap)).body.course;
      expect((await importRoadmap(roadmap, id, other)).status).toBe(404);
      expect((await importRoadmap(roadmap, randomUUID())).status).toBe(404);
      await call('POST', `/courses/${id}:archive`, { as: author });
      expect(await importRoadmap(roadmap, id)).toMatchObject({ status: 409, body: { code: 'course_archived' } });
    });
  });

  describe('of questions', () => {
    it('bring every good item and say of each what became of it', async () => {
      const sectionId = await newSection();
      const report = await importBank(sectionId, bank);
      expect(report).toMatchObject({ status: 200, body: { imported: 2, refused: 1 } });
      const [loop, ends, nothing] = report.body.items;
      expect([loop, ends]).toMatchObject([
        { line: 3, outcome: 'imported', losses: [], reasons: [] },
        { line: 8, outcome: 'imported' },
      ]);
      expect(nothing).toMatchObject({ line: 13, outcome: 'refused' });
      expect(nothing.reasons.length).toBeGreaterThan(0);
      expect(await listed(sectionId)).toMatchObject([
        { id: loop.questionId, type: 'single_choice', tags: ['bowline'], version: 1 },
        { id: ends.questionId, type: 'true_false', key: true },
      ]);
    });

    it('as a dry run say the same and store nothing', async () => {
      const sectionId = await newSection();
      const dry = await importBank(sectionId, bank, '?dryRun=true');
      expect(dry).toMatchObject({ status: 200, body: { imported: 2, refused: 1 } });
      expect(dry.body.items[0]).not.toHaveProperty('questionId');
      expect(await listed(sectionId)).toEqual([]);
      const wet = await importBank(sectionId, bank, '?dryRun=false');
      const outcomes = (report: typeof wet) => report.body.items.map((item: { outcome: string }) => item.outcome);
      expect(outcomes(wet)).toEqual(outcomes(dry));
    });

    it('twice change nothing; a changed item with a key is the next version of the same question', async () => {
      const sectionId = await newSection();
      await importBank(sectionId, bank);
      const before = await listed(sectionId);
      await importBank(sectionId, bank);
      expect(await listed(sectionId)).toEqual(before);
      await importBank(sectionId, bank.replace('Which knot makes a loop?', 'Which knot makes a fixed loop?'));
      expect(await listed(sectionId)).toMatchObject([
        { id: before[0].id, version: 2, stem: expect.stringContaining('fixed loop') },
        { id: before[1].id, version: 1 },
      ]);
    });

    it('that name the id of a question of another section make a new one', async () => {
      const [mine, theirs] = [await newSection(), await newSection()];
      await importBank(theirs, bank);
      const [{ id }] = await listed(theirs);
      const report = await importBank(mine, bank.replace('#loop', `#${id}`));
      expect(report.body.items[0].questionId).not.toBe(id);
      expect(await listed(theirs)).toMatchObject([{ id, version: 1 }, {}]);
    });

    it('of 1,000 questions are imported without work that grows faster than they do', async () => {
      const sectionId = await newSection();
      const text = Array.from(
        { length: 1_000 },
        (_, at) => `## What is ${at}?\n\n- [x] It\n- [ ] Not\n\n> Why.\n`,
      ).join('\n');
      const begin = processorMs();
      const report = await importBank(sectionId, text);
      const took = processorMs() - begin;
      expect(report.body).toMatchObject({ imported: 1_000, refused: 0 });
      expect(took).toBeLessThan(15_000);
      const again = await importBank(sectionId, text);
      expect(again.body.items).toEqual(report.body.items);
      const over = await importBank(sectionId, `${text.replaceAll('What', 'Who')}\n${text.replaceAll('What', 'How')}`);
      expect(over).toMatchObject({ status: 409, body: { code: 'section_full' } });
      const course = await running.dataSource.query('SELECT count(*)::int FROM question WHERE section_id = $1', [
        sectionId,
      ]);
      expect(course).toEqual([{ count: 1_000 }]);
    });

    it.each([
      ['another format', { format: 'word', text: '1+1 {2}' }, ''],
      ['text and bytes', { format: 'markdown', text: bank, base64: 'YQ==' }, ''],
      ['bytes that are none', { format: 'markdown', base64: '(' }, ''],
      ['no text', { format: 'markdown' }, ''],
      ['an unknown member', { format: 'markdown', text: bank, sectionId: randomUUID() }, ''],
      ['NUL characters', { format: 'markdown', text: 'a\0' }, ''],
      ['an unknown query', { format: 'markdown', text: bank }, '?dry=true'],
      ['a dry run of the wrong type', { format: 'markdown', text: bank }, '?dryRun=perhaps'],
    ])('with %s are refused', async (_, body, query) => {
      const path = `/sections/${await newSection()}/questions:import${query}`;
      expect(await call('POST', path, { as: author, body })).toMatchObject({
        status: 400,
        body: { code: 'request_invalid' },
      });
    });

    it('into a foreign or unknown section find nothing, also as a dry run', async () => {
      const sectionId = await newSection();
      expect((await importBank(sectionId, bank, '', other)).status).toBe(404);
      expect((await importBank(sectionId, bank, '?dryRun=true', other)).status).toBe(404);
      expect((await importBank(randomUUID(), bank)).status).toBe(404);
    });
  });

  it('are counted', async () => {
    const figures = await running.service.metrics.registry.metrics();
    expect(figures).toMatch(/^waymark_courses_imported_total\S* [1-9]/m);
    expect(figures).toMatch(
      /^waymark_questions_imported_total\{format="markdown",outcome="imported",service="content"\} [1-9]/m,
    );
  });
});
