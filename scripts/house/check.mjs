import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { checkGenerated } from './generate.mjs';
import { root, runNode, tool } from './shell.mjs';
import { jest } from './test.mjs';

/** Everything that a program can hold us to. All of it runs, so that one visit shows every complaint. */
export async function check(args) {
  const steps = [
    ['types', () => node('typescript/bin/tsc', '-p', 'tsconfig.json')],
    ['types of the web', () => webTypes()],
    ['lint', () => node('oxlint/bin/oxlint', '--deny-warnings')],
    ['format', () => node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
    ['boundaries', () => boundaries()],
    ['conventions', () => jest(['tests/architecture', '--silent'])],
    ['generated files', () => checkGenerated()],
  ].filter(([name]) => args.length === 0 || args.some((arg) => name.includes(arg)));
  const failed = [];
  for (const [name, step] of steps) {
    console.log(`- ${name}`);
    const { code } = await step();
    if (code !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? 'All checks hold.' : `Not in order: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

function node(path, ...args) {
  return runNode([tool(path), ...args]);
}

function webTypes() {
  return existsSync(join(root, 'apps/web/tsconfig.json'))
    ? node('typescript/bin/tsc', '-p', 'apps/web/tsconfig.json', '--noEmit')
    : { code: 0 };
}

function boundaries() {
  const tops = ['apps', 'libs', 'scripts', 'tests'].filter((top) => existsSync(join(root, top)));
  return node('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...tops);
}
