import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService, type TokenHolder } from '#libs/testing';

import { content } from '../content.app.js';

const author: TokenHolder = { id: randomUUID(), roles: ['learner', 'author'] };

describe('courses', () => {
  let running: RunningService;

  beforeAll(async () => {
    running = await startService(content);
  });
  afterAll(() => running.stop());

  it('are created', async () => {
    const made = await running.call('POST', '/courses', { as: author, body: { title: 'Python' } });
    expect(made).toMatchObject({ status: 201, body: { slug: 'python', sections: [] } });
    expect(made.headers.get('etag')).toBe('"1"');
  });
});
