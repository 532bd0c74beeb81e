import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { checkGenerated } from './generate.mjs';
import { root, runNode, tool } from './shell.mjs';
import { jest } from './test.mjs';

/**
 * Everything that a program can hold us to. All of it runs, so that one visit shows every complaint; as many steps at a time
 * as the machine has cores, the long ones first.
 */
export async function check(args) {
  const steps = [
    ['types', () => node('typescript/bin/tsc', '-p', 'tsconfig.json')],
    ['boundaries', () => boundaries()],
    ['generated files', () => checkGenerated()],
    ['types of the web', () => webTypes()],
    ['conventions', () => jest(['tests/architecture', '--silent'], { capture: true })],
    ['format', () => node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
    ['lint', () => node('oxlint/bin/oxlint', '--deny-warnings')],
  ].filter(([name]) => args.length === 0 || args.some((arg) => name.includes(arg)));
  const failed = [];
  const waiting = [...steps];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, step] = next;
      const startedAt = performance.now();
      const { code, output } = await step();
      console.log(
        `- ${name}, ${((performance.now() - startedAt) / 1_000).toFixed(1)} s${code === 0 ? '' : ': not in order'}`,
      );
      if (output.trim() !== '') console.log(output.trimEnd());
      if (code !== 0) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  console.log(failed.length === 0 ? 'All checks hold.' : `Not in order: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

function node(path, ...args) {
  return runNode([tool(path), ...args], { capture: true });
}

function webTypes() {
  return existsSync(join(root, 'apps/web/tsconfig.json'))
    ? node('typescript/bin/tsc', '-p', 'apps/web/tsconfig.json', '--noEmit')
    : { code: 0, output: '' };
}

function boundaries() {
  const tops = ['apps', 'libs', 'scripts', 'tests'].filter((top) => existsSync(join(root, top)));
  return node('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...tops);
}
