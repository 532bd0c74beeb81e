import { describe, expect, it } from '@jest/globals';

import { isOverBudget, linesMax, longSignatures, misplacement, specLinesMax, thickDoors } from './shape.js';
import { codeFiles } from './sources.js';

/** Fewer means that a folder has fallen out of the reading. */
const filesMin = 90;

/** Doors that may decide, each with its reason. */
const thickDoorsAllowed: readonly string[] = [
  // The refresh token lives in a cookie, which is a matter of the door and of nothing behind it.
  'apps/auth/src/sessions/sessions.controller.ts: refresh',
  'apps/auth/src/sessions/sessions.controller.ts: signOut',
];

const files = codeFiles();

describe('the shape of the tree', () => {
  it('is read whole', () => {
    expect(files.length).toBeGreaterThan(filesMin);
  });

  it('keeps every file within its budget', () => {
    expect(files.filter(isOverBudget).map(({ path }) => path)).toEqual([]);
  });

  it('keeps every file in its place and under its name', () => {
    expect(files.flatMap(({ path }) => (misplacement(path) ? [`${path}: ${misplacement(path)}`] : []))).toEqual([]);
  });

  it('has signatures that ask for little', () => {
    expect(files.filter(({ path }) => /\.tsx?$/.test(path)).flatMap(longSignatures)).toEqual([]);
  });

  it('has doors that decide nothing', () => {
    const doors = files.filter(({ path }) => /^apps\/.*\.(controller|events)\.ts$/.test(path));
    expect(doors.flatMap(thickDoors).filter((door) => !thickDoorsAllowed.includes(door))).toEqual([]);
  });
});

describe('its rules', () => {
  it.each([
    ['libs/x/src/x.ts', linesMax],
    ['libs/x/src/x.spec.ts', specLinesMax],
  ])('stop %s at %i lines', (path, max) => {
    expect(isOverBudget({ path, text: 'line\n'.repeat(max) })).toBe(false);
    expect(isOverBudget({ path, text: 'line\n'.repeat(max + 1) })).toBe(true);
  });

  it.each([
    ['libs/x/src/camelCase.ts', 'not kebab-case'],
    ['libs/x/src/deep/index.ts', 'a barrel file'],
    ['apps/quiz/src/helpers.ts', 'no part of a service as a whole'],
    ['apps/quiz/src/attempts/attempts.helper.ts', 'not one of the kinds of file of a feature folder'],
    ['apps/quiz/src/attempts/parts/attempt.ts', 'deeper than a feature folder'],
    ['apps/quiz/src/migrations/add-deadline.ts', 'not <timestamp>-what-it-does.ts'],
  ])('refuse %s: %s', (path, complaint) => {
    expect(misplacement(path)).toBe(complaint);
  });

  it.each([
    'libs/x/src/index.ts',
    'apps/quiz/src/main.ts',
    'apps/quiz/src/quiz.app.ts',
    'apps/quiz/src/attempts/attempt.ts',
    'apps/quiz/src/attempts/attempts.int.spec.ts',
    'apps/quiz/src/migrations/1764000000000-add-attempts.ts',
  ])('accept %s', (path) => {
    expect(misplacement(path)).toBeUndefined();
  });

  it.each([
    ['decides', 'if (page) return page;\n    return this.list();'],
    ['does too much', 'a();\n    b();\n    c();\n    return d();'],
  ])('find a route that %s', (_, body) => {
    const text = `class C {\n  @Get()\n  list() {\n    ${body}\n  }\n}`;
    expect(thickDoors({ path: 'c.controller.ts', text })).toEqual(['c.controller.ts: list']);
  });

  it.each([
    ['constructor', 'class C { constructor(a, b, c, d, e, f) {} }'],
    ['m', 'class C { m(a, b, c, d, e) {} }'],
    ['f', 'function f(a, b, c, d, e) {}'],
  ])('find a long signature of %s', (name, text) => {
    expect(longSignatures({ path: 'c.ts', text })).toEqual([`c.ts: ${name}`]);
  });

  it('let a constructor have five and a route have what the framework fills', () => {
    const text = 'class C { constructor(a, b, c, d, e) {} m(@A() a, @B() b, @C() c, @D() d, @E() e) {} }';
    expect(longSignatures({ path: 'c.ts', text })).toEqual([]);
  });

  it('let a route dress its answer, and helpers do what they like', () => {
    const text = 'class C {\n  @Get()\n  read() { const x = f(); tag(x); return x; }\n  help() { if (a) b(); }\n}';
    expect(thickDoors({ path: 'c.controller.ts', text })).toEqual([]);
  });
});
