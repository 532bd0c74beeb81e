import { afterAll, describe, expect, it } from '@jest/globals';

import { launchBrowser } from './browser.js';
import { describeWithBrowser } from './conditional-suites.js';
import { asSuperuser, createTestDatabase } from './database.js';
import { DrivenClock } from './driven-clock.js';
import { eventually } from './eventually.js';

describe('a test database', () => {
  it('is migrated, and gone after drop', async () => {
    class AddThing1700000000000 {
      async up(runner: { query(sql: string): Promise<unknown> }) {
        await runner.query('CREATE TABLE thing AS SELECT 1 AS one');
      }
      async down() {}
    }
    const database = await createTestDatabase({ migrations: [AddThing1700000000000] });
    expect(await database.dataSource.query('SELECT one FROM thing')).toEqual([{ one: 1 }]);

    await database.drop();

    const name = new URL(database.url).pathname.slice(1);
    expect(await asSuperuser('SELECT 1 FROM pg_database WHERE datname = $1', [name])).toEqual([]);
  });
});

describe('a driven clock', () => {
  it('stands still until it is moved', () => {
    const clock = new DrivenClock('2030-01-01T00:00:00Z');
    expect(clock.now()).toEqual(clock.now());
    clock.advance({ hours: 1, seconds: 30 });
    expect(clock.now().toISOString()).toBe('2030-01-01T01:00:30.000Z');
  });
});

describe('eventually', () => {
  it('waits for a condition and returns its value', async () => {
    let calls = 0;
    expect(await eventually(() => (calls += 1) > 2 && calls)).toBe(3);
  });

  it('throws the last failure when time is up', async () => {
    const never = () => expect(1).toBe(2);
    await expect(eventually(never, { withinMs: 50 })).rejects.toThrow('toBe');
  });
});

describeWithBrowser('a browser', () => {
  const browser = launchBrowser();
  afterAll(async () => (await browser).close());

  it('opens a page', async () => {
    const page = await (await browser).newPage();
    await page.setContent('<h1>Waymark</h1>');
    expect(await page.textContent('h1')).toBe('Waymark');
  });
});
