import { describe, expect, it } from '@jest/globals';

import { actionsOf, type Door, doorsOf } from './doors.js';
import { codeFiles } from './sources.js';

const files = codeFiles();
const services = ['auth', 'content', 'quiz'].map((name) => ({
  name,
  actions: files.filter(({ path }) => path === `apps/${name}/src/access.ts`).flatMap(actionsOf),
  doors: files
    .filter(({ path }) => path.startsWith(`apps/${name}/`) && path.endsWith('.controller.ts'))
    .flatMap(doorsOf),
}));

/** Fewer means that controllers have fallen out of the reading. */
const doorsMin = 5;

describe.each(services)('the routes of $name', ({ doors, actions }) => {
  it('are read', () => {
    expect(doors.length).toBeGreaterThan(doorsMin);
  });

  it('each name a row of the access table, and every row is used', () => {
    const named = new Set(doors.map(({ action }) => action));
    expect(doors.filter(({ action }) => !actions.includes(String(action))).map(({ name }) => name)).toEqual([]);
    expect(actions.filter((action) => !named.has(action))).toEqual([]);
  });

  it('validate what comes in and describe what goes out', () => {
    expect(doors.flatMap(({ name, unchecked }) => unchecked.map((input) => `${name}: ${input}`))).toEqual([]);
    expect(doors.filter(({ isDescribed }) => !isDescribed).map(({ name }) => name)).toEqual([]);
  });
});

describe('the reading of routes', () => {
  it('finds one that names nobody, takes anything and describes nothing', () => {
    const text = "class C {\n  @Post('things')\n  make(@Body() body: object) {}\n  help() {}\n}";
    const bare: Door = { name: 'c.ts: make', action: undefined, unchecked: ['Body()'], isDescribed: false };
    expect(doorsOf({ path: 'c.ts', text })).toEqual([bare]);
  });

  it('lets a proper one pass', () => {
    const text =
      "class C {\n  @Post()\n  @Allow('thing.make')\n  @Returns(201, thing, 'made')\n  make(@Body({ schema }) body: Thing) {}\n}";
    const sound: Door = { name: 'c.ts: make', action: 'thing.make', unchecked: [], isDescribed: true };
    expect(doorsOf({ path: 'c.ts', text })).toEqual([sound]);
  });

  it('finds the rows of an access table', () => {
    const text = "export const access = defineAccess({ 'thing.make': { roles: ['author'] } });";
    expect(actionsOf({ path: 'access.ts', text })).toEqual(['thing.make']);
  });
});
