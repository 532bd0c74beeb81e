import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { introduce, publish } from '../../test-events.js';
import { learner, openQuiz, type QuizUnderTest } from '../../test-support.js';
import type { CourseOutlineResponse, CourseSummaryResponse } from './catalog.dto.js';
import { PublicationsService } from './publications.service.js';

let quiz: QuizUnderTest;

beforeAll(async () => {
  quiz = await openQuiz();
});
afterAll(() => quiz?.close());

const outline = (id: string) => quiz.call<CourseOutlineResponse>(null, `GET /courses/${id}`);

function manifest(courseId: string, publication: number, sectionIds: string[]) {
  const named = { slug: 'a-course', title: 'A course', summary: '', language: 'en' };
  return { courseId, publication, sectionIds, publishedAt: '2030-01-01T00:00:00.000Z', ...named };
}

describe('the catalog', () => {
  it('shows a published course to anyone, by id and by slug, without its questions', async () => {
    const { courseId, sections } = await publish(quiz, [{ policy: { drawCount: 3 } }, {}]);
    const { status, body, text } = await outline(courseId);
    expect(status).toBe(200);
    expect(body.sections.map(({ id, quiz: { questionCount } }) => [id, questionCount])).toEqual([
      [sections[0]?.sectionId, 3],
      [sections[1]?.sectionId, 5],
    ]);
    expect(text).not.toMatch(/CANARY|"stem"|"options"/);
    expect((await outline(`course-${courseId}`)).body).toEqual(body);
  });

  it('lists courses page by page', async () => {
    for (let count = 0; count < 3; count += 1) await publish(quiz, [{}]);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await quiz.call<{ items: CourseSummaryResponse[]; next: string | null }>(
        null,
        `GET /courses?limit=2${cursor}`,
      );
      seen.push(...body.items.map((course) => course.id));
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    const [{ count }] = await quiz.dataSource.query('SELECT count(*)::int AS count FROM course');
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
  });

  it('does not serve half a publication', async () => {
    const { courseId, sections } = await publish(quiz, [{}]);
    const publications = quiz.part(PublicationsService);
    const goLive = quiz.dataSource.transaction((manager) =>
      publications.goLive(manager, manifest(courseId, 2, [sections[0]!.sectionId])),
    );
    await expect(goLive).rejects.toThrow('have not arrived');
    expect((await outline(courseId)).body.publication).toBe(1);
  });

  it('keeps the newest publication live when an older one comes again', async () => {
    const id = randomUUID();
    await publish(quiz, [{ title: 'Old' }], { id, publication: 1 });
    await publish(quiz, [{ title: 'New' }], { id, publication: 2 });
    await publish(quiz, [{ title: 'Old again' }], { id, publication: 1 });
    expect((await outline(id)).body).toMatchObject({ publication: 2, sections: [{ title: 'New' }] });
  });

  it('lists no archived course and starts nothing in it', async () => {
    const { courseId, sections } = await publish(quiz, [{}]);
    await quiz.dataSource.transaction((manager) =>
      quiz.part(PublicationsService).archive(manager, { courseId, archivedAt: '2030-01-02T00:00:00.000Z' }),
    );
    const { body } = await quiz.call<{ items: CourseSummaryResponse[] }>(null, 'GET /courses?limit=200');
    expect(body.items.map((course) => course.id)).not.toContain(courseId);
    expect((await outline(courseId)).status).toBe(200);
    const start = await quiz.call(learner(), `POST /sections/${sections[0]!.sectionId}/attempts`);
    expect(start).toMatchObject({ status: 409, body: { code: 'course_archived' } });
  });
});

describe('people', () => {
  it('an older version that arrives late changes nothing', async () => {
    const who = learner();
    await introduce(quiz, who, { version: 2, displayName: 'New name' });
    await introduce(quiz, who, { version: 1, displayName: 'Old name' });
    const [person] = await quiz.dataSource.query('SELECT display_name FROM person WHERE user_id = $1', [who.id]);
    expect(person.display_name).toBe('New name');
  });
});
