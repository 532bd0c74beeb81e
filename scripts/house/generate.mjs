import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { root, runNode } from './shell.mjs';

const nothingToDo = { code: 0, output: '' };
const program = join(root, 'dist/scripts/generate.js');

/** Writes every generated file anew. */
export async function generate(args) {
  const { code } = await runNode(['--enable-source-maps', program, ...args]);
  return code;
}

/** Fails when a generated file in the tree differs from what would be generated now. */
export function checkGenerated() {
  return existsSync(program) ? runNode(['--enable-source-maps', program, '--check'], { capture: true }) : nothingToDo;
}
