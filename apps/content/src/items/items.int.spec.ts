import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataOf, QuestionAnalysed } from '#libs/contracts';
import { InProcessBroker, Messaging, Outbox } from '#libs/messaging';
import { createLogger } from '#libs/platform';
import { eventually, type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';
import type { QuestionStatistics } from './items.dto.js';
import { ItemsService } from './items.service.js';

const author: TokenHolder = { id: randomUUID(), roles: ['author'] };
let running: RunningService;
let sectionId: string;

beforeAll(async () => {
  const log = createLogger('test', 'silent');
  // Announces as `quiz` would: nobody else may speak of attempts.
  running = await startService(content, {
    connectEvents: (dataSource) => {
      const broker = new InProcessBroker(content.groups, log);
      return new Messaging({ service: 'quiz', dataSource, broker, groups: content.groups, log });
    },
  });
  const course = await running.call('POST', '/courses', { as: author, body: { title: 'Course' } });
  const sent = { as: author, body: { title: 'Section' }, headers: { 'if-match': '"1"' } };
  sectionId = (await running.call('POST', `/courses/${course.body.id}/sections`, sent)).body.id;
});
afterAll(() => running?.stop());

async function ask(stem: string): Promise<string> {
  const question = { type: 'true_false', stem, key: true };
  const sent = { as: author, body: { question } };
  return (await running.call('POST', `/sections/${sectionId}/questions`, sent)).body.id;
}

function analysed(
  questionId: string,
  given: Partial<DataOf<typeof QuestionAnalysed>> = {},
): DataOf<typeof QuestionAnalysed> {
  return {
    questionId,
    questionVersion: 1,
    courseId: randomUUID(),
    sectionId,
    attempts: 40,
    facility: 0.75,
    discrimination: 41.5,
    flags: [],
    openChallenges: 0,
    analysedAt: '2030-01-01T10:00:00.000Z',
    ...given,
  };
}

const keep = (news: DataOf<typeof QuestionAnalysed>) =>
  running.dataSource.transaction((manager) => running.service.app.get(ItemsService).keep(manager, news));

async function list(query = ''): Promise<{ id: string; statistics: QuestionStatistics | null }[]> {
  const { status, body } = await running.call('GET', `/sections/${sectionId}/questions${query}`, { as: author });
  expect(status).toBe(200);
  return body.items;
}

async function statisticsOf(id: string) {
  return (await list()).find((question) => question.id === id)?.statistics;
}

describe('the statistics beside a question', () => {
  it('are null before anybody met it', async () => {
    expect(await statisticsOf(await ask('New?'))).toBeNull();
  });

  it('come over the broker', async () => {
    const id = await ask('Heard of?');
    const news = analysed(id);
    await running.dataSource.transaction((manager) =>
      running.service.app.get(Outbox).add(manager, QuestionAnalysed, news),
    );
    await eventually(async () => (await statisticsOf(id)) !== null);
    expect(await statisticsOf(id)).toEqual({
      version: 1,
      attempts: 40,
      facility: 0.75,
      discrimination: 41.5,
      flags: [],
      openChallenges: 0,
      analysedAt: '2030-01-01T10:00:00.000Z',
    });
  });

  it('are the newest, also when older news come late or twice', async () => {
    const id = await ask('Late?');
    const newest = analysed(id, { attempts: 50, analysedAt: '2030-01-01T10:00:10.000Z' });
    await keep(newest);
    await keep(analysed(id));
    await keep(newest);
    expect(await statisticsOf(id)).toMatchObject({ attempts: 50, analysedAt: '2030-01-01T10:00:10.000Z' });
  });

  it('are of the newest version that was attempted, and never of one to come', async () => {
    const id = await ask('Changed?');
    await keep(analysed(id, { attempts: 30 }));
    const body = { question: { type: 'true_false', stem: 'Changed!', key: false } };
    await running.call('PUT', `/questions/${id}`, { as: author, body, headers: { 'if-match': '"1"' } });
    expect(await statisticsOf(id)).toMatchObject({ version: 1, attempts: 30 });
    await keep(analysed(id, { questionVersion: 2, attempts: 0, facility: null, discrimination: null }));
    await keep(analysed(id, { questionVersion: 3, attempts: 9 }));
    expect(await statisticsOf(id)).toMatchObject({ version: 1, attempts: 30 });
    await keep(analysed(id, { questionVersion: 2, attempts: 2, analysedAt: '2030-01-01T11:00:00.000Z' }));
    expect(await statisticsOf(id)).toMatchObject({ version: 2, attempts: 2 });
  });

  it('find the questions that look wrong or are challenged', async () => {
    const [flagged, challenged, sound] = [await ask('Flagged?'), await ask('Challenged?'), await ask('Sound?')];
    await keep(analysed(flagged, { flags: ['negative_discrimination'] }));
    await keep(analysed(challenged, { openChallenges: 2 }));
    await keep(analysed(sound));
    expect((await list('?flagged=true')).map(({ id }) => id)).toEqual([flagged, challenged]);
    const others = (await list('?flagged=false')).map(({ id }) => id);
    expect(others).toContain(sound);
    expect(others).not.toContain(flagged);
    expect((await running.call('GET', `/sections/${sectionId}/questions?flagged=perhaps`, { as: author })).status).toBe(
      400,
    );
  });
});
