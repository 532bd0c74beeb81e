import { beforeEach, describe, expect, it } from '@jest/globals';

import { KeptLearners } from './kept-learners.js';

const start = new Date('2030-03-01T12:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

/** A cohort in a table: who is in it, and with what. */
let table: Map<string, number>;
let changed: string[] | null;
let loaded: (readonly string[] | null)[];
let kept: KeptLearners<number>;

beforeEach(() => {
  table = new Map([
    ['ada', 1],
    ['bea', 2],
  ]);
  changed = [];
  loaded = [];
  kept = new KeptLearners(100, () => Promise.resolve(changed));
});

function read(
  revision: string,
  { now = start, key = 'cohort', bytesEach = 1 } = {},
): Promise<ReadonlyMap<string, number>> {
  return kept.read(key, {
    ...{ cohortId: key, revision, now, bytesEach },
    load: (learnerIds) => {
      loaded.push(learnerIds);
      const wanted = learnerIds ?? [...table.keys()];
      return Promise.resolve(new Map([...table].filter(([id]) => wanted.includes(id))));
    },
  });
}

describe('what is kept of learners', () => {
  it('is read once for a revision, however many ask at once', async () => {
    const [one, other] = await Promise.all([read('1'), read('1')]);
    expect(other).toBe(one);
    expect(await read('1')).toBe(one);
    expect(loaded).toEqual([null]);
  });

  it('changes only for those who changed, came or left', async () => {
    const before = await read('1');
    table = new Map([
      ['ada', 10],
      ['cleo', 3],
    ]);
    changed = ['ada', 'bea', 'cleo'];
    expect(Object.fromEntries(await read('2'))).toEqual({ ada: 10, cleo: 3 });
    expect(loaded).toEqual([null, ['ada', 'bea', 'cleo']]);
    expect(Object.fromEntries(before)).toEqual({ ada: 1, bea: 2 });
  });

  it('is not read again when nothing of anybody changed', async () => {
    await read('1');
    expect(Object.fromEntries(await read('2'))).toEqual({ ada: 1, bea: 2 });
    expect(loaded).toEqual([null]);
  });

  it('is read anew when something concerns everybody', async () => {
    await read('1');
    changed = null;
    table.set('ada', 10);
    expect(Object.fromEntries(await read('2'))).toEqual({ ada: 10, bea: 2 });
    expect(loaded).toEqual([null, null]);
  });

  it('is read anew after five minutes, for what nobody announces', async () => {
    await read('1');
    table.set('ada', 10);
    expect((await read('1', { now: later(299) })).get('ada')).toBe(1);
    expect(loaded).toEqual([null]);
    // Whoever asks then does not wait for it, and so few others that it is asked for once.
    expect((await read('1', { now: later(300) })).get('ada')).toBe(1);
    expect((await read('1', { now: later(301) })).get('ada')).toBe(10);
    expect(loaded).toEqual([null, null]);
    changed = ['bea'];
    expect((await read('2', { now: later(599) })).get('ada')).toBe(10);
    expect(loaded).toEqual([null, null, ['bea']]);
    await read('3', { now: later(600) });
    expect(loaded.slice(3)).toEqual([null, ['bea']]);
  });

  it('stays as it is when reading it anew fails, and is tried again after as long', async () => {
    await read('1');
    const asked = { cohortId: 'cohort', revision: '1', bytesEach: 1 };
    const load = () => Promise.reject(new Error('no database'));
    expect((await kept.read('cohort', { ...asked, now: later(300), load })).get('ada')).toBe(1);
    expect((await read('1', { now: later(301) })).get('ada')).toBe(1);
    await read('1', { now: later(600) });
    expect(loaded).toEqual([null, null]);
  });

  it('is let go when there is no room, what was asked for longest ago first', async () => {
    for (const key of ['a', 'b']) await read('1', { key, bytesEach: 25 });
    await read('1', { key: 'a', bytesEach: 25 });
    await read('1', { key: 'c', bytesEach: 25 });
    loaded = [];
    await read('1', { key: 'a', bytesEach: 25 });
    expect(loaded).toEqual([]);
    await read('1', { key: 'b', bytesEach: 25 });
    expect(loaded).toEqual([null]);
  });

  it('is read again after a failure, which nobody else is given', async () => {
    const asked = { cohortId: 'cohort', revision: '1', now: start, bytesEach: 1 };
    const failing = kept.read('cohort', { ...asked, load: () => Promise.reject(new Error('no database')) });
    await expect(failing).rejects.toThrow('no database');
    expect((await read('1')).get('ada')).toBe(1);
  });
});
