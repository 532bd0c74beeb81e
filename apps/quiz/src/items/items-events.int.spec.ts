import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SectionPublished } from '#libs/contracts';
import { InProcessBroker, Messaging } from '#libs/messaging';
import { createLogger } from '#libs/platform';
import { eventually, type RunningService, startService, type TokenHolder } from '#libs/testing';

import { singleChoice } from '../../test-events.js';
import { PublicationsService } from '../catalog/publications.service.js';
import { quiz, QuizConfig } from '../quiz.app.js';

let running: RunningService;
const config: QuizConfig = {
  publicUrl: 'http://localhost:3000',
  secret: 's'.repeat(43),
  issuerName: 'Waymark',
  sweepIntervalMs: null,
};

beforeAll(async () => {
  const log = createLogger('test', 'silent');
  running = await startService(quiz, {
    providers: [{ provide: QuizConfig, useValue: config }],
    connectEvents: (dataSource) => {
      const broker = new InProcessBroker(quiz.groups, log);
      return new Messaging({ service: 'quiz', dataSource, broker, groups: quiz.groups, log });
    },
  });
});
afterAll(() => running?.stop());

it('counts an attempt that it hears of over the broker, once', async () => {
  const publications = running.service.app.get(PublicationsService, { strict: false });
  const [courseId, sectionId] = [randomUUID(), randomUUID()];
  const question = singleChoice();
  await running.dataSource.transaction(async (manager) => {
    const section = { courseId, publication: 1, sectionId, position: 0, title: 'Section', questions: [question] };
    const policy = { shuffleOptions: false };
    await publications.keepSection(manager, SectionPublished.schema.parse({ ...section, policy }));
    await publications.goLive(manager, {
      courseId,
      publication: 1,
      slug: 'course',
      title: 'Course',
      summary: '',
      language: 'en',
      sectionIds: [sectionId],
      publishedAt: '2030-01-01T00:00:00.000Z',
    });
  });
  const learner: TokenHolder = { id: randomUUID(), roles: ['learner'] };
  const started = await running.call('POST', `/sections/${sectionId}/attempts`, { as: learner });
  const answers = [{ questionId: question.id, sequence: 1, answer: { choice: '1' } }];
  await running.call('POST', `/attempts/${started.body.id}:submit`, { as: learner, body: { answers } });
  const claims = () => running.dataSource.query(`SELECT 1 FROM inbox WHERE consumer_group = 'quiz.items'`);
  await eventually(async () => (await claims()).length > 0);
  expect(await claims()).toHaveLength(1);
  const admin: TokenHolder = { id: randomUUID(), roles: ['admin'] };
  const { body } = await running.call('GET', `/sections/${sectionId}/item-analysis`, { as: admin });
  expect(body.questions).toEqual([expect.objectContaining({ questionId: question.id, attempts: 1, facility: 1 })]);
});
