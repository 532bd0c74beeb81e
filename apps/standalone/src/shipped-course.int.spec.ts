import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../../content/src/content.app.js';
import { loadCourse } from './shipped-course.js';

const shipped = join(import.meta.dirname, '../../../courses/python-backend');
const author: TokenHolder = { id: randomUUID(), roles: ['author'] };

interface Section {
  title: string;
  questionCount: number;
  prerequisites: string[];
  policy: object;
}

describe('the shipped course', () => {
  let running: RunningService;
  let folder: string;
  const load = (from = shipped, as = author) =>
    loadCourse({ baseUrl: running.url, accessToken: running.tokens.tokenOf(as), folder: from });

  beforeAll(async () => {
    running = await startService(content);
    folder = await mkdtemp(join(tmpdir(), 'course-'));
    await cp(shipped, folder, { recursive: true });
  });
  afterAll(async () => {
    await running.stop();
    await rm(folder, { recursive: true });
  });

  it('is loaded whole, with its settings, and published', async () => {
    const { courseId, publication, reports } = await load();
    expect(publication).toBe(1);
    expect(reports.roadmap).toMatchObject({ sections: 14, topics: 52 });
    expect(reports.questions).toHaveLength(14);
    const course = (await running.call('GET', `/courses/${courseId}`, { as: author })).body;
    expect(course).toMatchObject({ slug: 'python-backend', publication: 1 });
    for (const section of course.sections as Section[]) {
      expect(section.questionCount).toBeGreaterThanOrEqual(6);
      expect(section.policy).toMatchObject({
        passMark: 0.8,
        drawCount: 10,
        cooldownSeconds: 300,
        practice: { triesMax: 3 },
      });
    }
    expect(course.sections.some((section: Section) => section.prerequisites.length > 0)).toBe(true);
  });

  it('is not loaded again', async () => {
    const [first, second] = [await load(), await load()];
    expect(second).toEqual(first);
    expect(second).toMatchObject({ publication: 1, reports: { roadmap: null, questions: [] } });
  });

  it('is finished when a load was cut short, with nothing twice', async () => {
    const cut: TokenHolder = { id: randomUUID(), roles: ['author'] };
    const settings = await readFile(join(folder, 'course.yaml'), 'utf8');
    const bank = await readFile(join(folder, 'questions/03-version-control.md'), 'utf8');
    await writeFile(join(folder, 'course.yaml'), settings.replace('slug: python-backend', 'slug: cut-short'));
    await writeFile(join(folder, 'questions/03-version-control.md'), '## Broken\n\nNo answer.\n');
    await expect(load(folder, cut)).rejects.toThrow(/line 1/);
    await writeFile(join(folder, 'questions/03-version-control.md'), bank);
    const { courseId, publication } = await load(folder, cut);
    expect(publication).toBe(1);
    const counts = await running.dataSource.query(
      `SELECT count(*)::int AS questions, count(DISTINCT question.section_id)::int AS sections
       FROM question JOIN section ON section.id = question.section_id WHERE course_id = $1`,
      [courseId],
    );
    const first = await running.dataSource.query(
      'SELECT question_count AS questions, section_count AS sections FROM publication WHERE course_id = $1',
      [courseId],
    );
    expect(counts).toEqual(first);
  });

  it('cannot be loaded where course.yaml names a section that the roadmap does not have', async () => {
    const settings = await readFile(join(folder, 'course.yaml'), 'utf8');
    const wrong = settings.replace('slug: cut-short', 'slug: wrong').replace('- id: caching', '- id: cashing');
    await writeFile(join(folder, 'course.yaml'), wrong);
    await expect(load(folder, author)).rejects.toThrow(/"cashing"/);
  });
});
