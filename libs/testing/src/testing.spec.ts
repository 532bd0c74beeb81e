import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { launchBrowser } from './browser.js';
import { describeWithBrowser } from './conditional-suites.js';
import { createTestDatabase } from './database.js';
import { DrivenClock } from './driven-clock.js';
import { eventually } from './eventually.js';
import { onceInThisRun } from './once-in-this-run.js';
import { asSuperuser } from './superuser.js';

describe('a test database', () => {
  it('is not seen by the others of the same migrations', async () => {
    class AddList1700000000001 {
      async up(runner: { query(sql: string): Promise<unknown> }) {
        await runner.query('CREATE TABLE list (item text)');
      }
      async down() {}
    }
    const migrations = [AddList1700000000001];
    const [one, other] = await Promise.all([createTestDatabase({ migrations }), createTestDatabase({ migrations })]);
    await one.dataSource.query("INSERT INTO list VALUES ('mine')");

    expect(await other.dataSource.query('SELECT * FROM list')).toEqual([]);
    expect(await other.dataSource.runMigrations()).toEqual([]);
    await Promise.all([one.drop(), other.drop()]);
  });

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

describe('what is made once in a run', () => {
  it('is made by one of those who ask at once, and again after a failure', async () => {
    const name = `spec-${randomUUID()}`;
    let tries = 0;
    const make = async (folder: string) => {
      tries += 1;
      await writeFile(join(folder, 'words'), 'made');
      if (tries === 1) throw new Error('not this time');
    };
    await expect(onceInThisRun(name, make)).rejects.toThrow('not this time');

    const places = await Promise.all(Array.from({ length: 4 }, () => onceInThisRun(name, make)));

    expect(new Set(places).size).toBe(1);
    expect(await readFile(join(places[0] ?? '', 'words'), 'utf8')).toBe('made');
    expect(tries).toBe(2);
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
