import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataOf, UserChanged } from '#libs/contracts';
import { InProcessBroker, Messaging, Outbox } from '#libs/messaging';
import { createLogger } from '#libs/platform';
import { eventually, type RunningService, startService } from '#libs/testing';

import { content } from '../content.app.js';
import { PeopleService } from './people.service.js';

const id = randomUUID();
const user = (version: number, minutesAgo: number): DataOf<typeof UserChanged> => ({
  userId: id,
  version,
  email: 'ada@example.org',
  displayName: 'Ada',
  roles: ['author'],
  status: 'active',
  tokensValidFrom: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
});

describe('people', () => {
  let running: RunningService;
  const keep = (news: DataOf<typeof UserChanged>) =>
    running.dataSource.transaction((manager) => running.service.app.get(PeopleService).keep(manager, news));
  const standings = () => content.standings(running.dataSource)();

  beforeAll(async () => {
    const log = createLogger('test', 'silent');
    // Announces as `auth` would: nobody else may speak of accounts.
    running = await startService(content, {
      connectEvents: (dataSource) => {
        const broker = new InProcessBroker(content.groups, log);
        return new Messaging({ service: 'auth', dataSource, broker, groups: content.groups, log });
      },
    });
  });
  afterAll(() => running.stop());

  it('that are new have no tokens to refuse', async () => {
    await keep(user(1, 1));
    expect(await standings()).toEqual([]);
  });

  it('whose tokens were cut are known by the newest news, also when older news come late or twice', async () => {
    const newest = user(4, 2);
    await keep(newest);
    await keep(user(3, 5));
    await keep(newest);
    expect(await standings()).toEqual([{ userId: id, tokensValidFrom: new Date(newest.tokensValidFrom) }]);
  });

  it('are kept without name and address', async () => {
    const [row] = await running.dataSource.query('SELECT * FROM person');
    expect(Object.keys(row).sort()).toEqual(['id', 'tokens_valid_from', 'version']);
  });

  it('whose tokens have all ended since are not worth a look', async () => {
    await keep(user(5, 20));
    expect(await standings()).toEqual([]);
  });

  it('who left have no token that is good', async () => {
    const erasedAt = new Date().toISOString();
    const left = { userId: id, version: 9, credentials: 'keep' as const, erasedAt };
    await running.dataSource.transaction((manager) => running.service.app.get(PeopleService).forget(manager, left));
    const tokensValidFrom = new Date(Date.parse(erasedAt) + 1_000);
    expect(await standings()).toEqual([{ userId: id, tokensValidFrom }]);
    await keep(user(8, 1));
    expect(await standings()).toEqual([{ userId: id, tokensValidFrom }]);
  });

  it('are heard of over the broker, once', async () => {
    const ada = { ...user(2, 3), userId: randomUUID() };
    await running.dataSource.transaction((manager) => running.service.app.get(Outbox).add(manager, UserChanged, ada));
    await eventually(async () => (await standings()).some((standing) => standing.userId === ada.userId));
    const claims = await running.dataSource.query('SELECT consumer_group FROM inbox');
    expect(claims).toEqual([{ consumer_group: 'content.people' }]);
  });
});
