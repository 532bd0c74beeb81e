import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { root } from './sources.js';

interface Finding {
  readonly code: string;
  readonly filename: string;
}

const lines = (count: number) => Array.from({ length: count }, (_, at) => `export const line${at} = ${at};`).join('\n');
const longFunction = `export function long(log: string[]) {\n${"  log.push('line');\n".repeat(61)}}`;

/** Rule, a file that breaks it, and its text. */
const broken: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['no-explicit-any', 'libs/x/src/any.ts', 'export const value: any = 1;'],
  ['no-console', 'libs/x/src/console.ts', "console.log('left behind');"],
  ['no-eval', 'libs/x/src/eval.ts', "export const value: unknown = eval('1');"],
  ['no-unused-vars', 'libs/x/src/unused.ts', 'const value = 1;'],
  ['eqeqeq', 'libs/x/src/equal.ts', 'export const isOne = (value: unknown) => value == 1;'],
  ['ban-ts-comment', 'libs/x/src/hushed.ts', '// @ts-ignore\nexport const value: string = 1;'],
  [
    'max-params',
    'libs/x/src/params.ts',
    'export const sum = (a = 1, b = 2, c = 3, d = 4, e = 5) => a + b + c + d + e;',
  ],
  ['max-lines', 'libs/x/src/long-file.ts', lines(401)],
  ['max-lines', 'libs/x/src/long.spec.ts', lines(501)],
  ['max-lines-per-function', 'libs/x/src/long-function.ts', longFunction],
  ['no-focused-tests', 'libs/x/src/focused.spec.ts', "it.only('runs alone', () => {});"],
  ['alt-text', 'apps/web/src/shared/picture.tsx', 'export const Picture = () => <img src="a.png" />;'],
  [
    'rules-of-hooks',
    'apps/web/src/shared/hook.tsx',
    'export function Hook({ isOn }: { isOn: boolean }) { if (isOn) useState(1); return null; }',
  ],
  ['no-disabled-tests', 'libs/x/src/disabled.spec.ts', "it.skip('runs never', () => {});"],
];

/** What must pass: the same texts where they are allowed, or one line shorter. */
const sound: readonly (readonly [path: string, text: string])[] = [
  ['scripts/report.ts', "console.log('this is what a script is for');"],
  ['libs/x/src/full.ts', lines(400)],
  ['libs/x/src/full.spec.ts', lines(500)],
];

/** Fewer means that the linter has stopped reading, not that there is less to read. */
const filesMin = 80;

describe('lint rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-lint-'));
  let findings: readonly Finding[];

  beforeAll(() => {
    for (const [, path, text] of broken) put(path, text);
    for (const [path, text] of sound) put(path, text);
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    findings = lint(folder).diagnostics;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(broken)('%s fires on %s', (rule, path) => {
    expect(findings.filter(({ filename }) => filename === path).map(({ code }) => code)).toContainEqual(
      expect.stringContaining(`(${rule})`),
    );
  });

  it.each(sound)('nothing is said about %s', (path) => {
    expect(findings.filter(({ filename }) => filename === path).map(({ code }) => code)).toEqual([]);
  });

  it('reads the whole tree', () => {
    expect(lint(root).number_of_files).toBeGreaterThan(filesMin);
  });

  function put(path: string, text: string) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
});

function lint(cwd: string): { diagnostics: readonly Finding[]; number_of_files: number } {
  const program = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [program, '--format', 'json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (!stdout.startsWith('{')) throw new Error(stderr || stdout);
  return JSON.parse(stdout);
}
