import { randomUUID } from 'node:crypto';

import { InProcessBroker, Messaging } from '#libs/messaging';
import { createLogger, openService } from '#libs/platform';
import { DataSource } from 'typeorm';

import { PublicationsService } from '../../apps/quiz/src/catalog/publications.service.js';
import { quiz, QuizConfig } from '../../apps/quiz/src/quiz.app.js';

/**
 * `quiz` as it is served, in a process of its own, for the benchmark: whole path with token, validation, grading, metrics
 * and outbox. The relay does not run: what happens after the commit has its own figures. Started with the database URL and
 * the public key set; publishes a course of sections with ten questions each and sends its port and section ids.
 */
const [, , databaseUrl = '', keySet = '[]', sectionCount = '1'] = process.argv;
const publicUrl = 'http://localhost:3000';
const logger = createLogger('quiz', 'error');
const broker = new InProcessBroker(quiz.groups, logger);

const service = await openService(quiz, {
  databaseUrl,
  databasePoolMax: 12,
  publicUrl,
  trustedProxies: [],
  logger,
  fetchKeys: async () => JSON.parse(keySet),
  processMetrics: true,
  migrateAtStart: true,
  providers: [
    {
      provide: QuizConfig,
      useValue: {
        publicUrl,
        secret: 'x'.repeat(43),
        issuerName: 'Benchmark',
        sweepIntervalMs: 1_000,
      } satisfies QuizConfig,
    },
  ],
  connectEvents: (dataSource) =>
    Object.assign(new Messaging({ service: 'quiz', dataSource, broker, groups: quiz.groups, log: logger }), {
      start: () => undefined,
    }),
});

const courseId = randomUUID();
const sectionIds = Array.from({ length: Number(sectionCount) }, () => randomUUID());
const questionIds = Array.from({ length: 10 }, () => randomUUID());
const questions = questionIds.map((id, index) => ({
  id,
  version: 1,
  type: 'single_choice' as const,
  stem: `Question ${index + 1}?`,
  options: ['a', 'b', 'c', 'd'].map((option) => ({ id: option, text: `Option ${option}`, isKey: option === 'a' })),
  shuffle: true,
  tags: [],
  points: '1',
}));
const policy = {
  passMark: 0.8,
  timeLimitSeconds: 3_600,
  attemptsMax: null,
  cooldownSeconds: 0,
  drawCount: null,
  shuffleQuestions: true,
  shuffleOptions: true,
  review: 'after_submit' as const,
  aggregation: 'best' as const,
  opensAt: null,
  closesAt: null,
};

const publications = service.app.get(PublicationsService, { strict: false });
await service.app.get(DataSource).transaction(async (manager) => {
  for (const [position, sectionId] of sectionIds.entries()) {
    await publications.keepSection(manager, {
      courseId,
      publication: 1,
      sectionId,
      position,
      title: `Section ${position}`,
      prose: '',
      topics: [],
      resources: [],
      isRequired: false,
      prerequisites: [],
      policy,
      questions,
    });
  }
  await publications.goLive(manager, {
    courseId,
    publication: 1,
    slug: 'bench',
    title: 'Bench',
    summary: '',
    language: 'en',
    sectionIds,
    publishedAt: new Date().toISOString(),
  });
});

await service.app.listen(0, '127.0.0.1');
process.send?.({ url: await service.app.getUrl(), sectionIds, questionIds });
process.on('disconnect', () => process.exit(0));
