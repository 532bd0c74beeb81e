import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root, runNode, tool } from './shell.mjs';

/** Runs every suite, or those that the arguments name, and ends with the line `N passed, N failed[, N skipped]`. */
export async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-counts-'));
  const summaryFile = join(folder, 'summary.json');
  const { code } = await jest(args, { env: { WAYMARK_TEST_SUMMARY: summaryFile } });
  const summary = existsSync(summaryFile)
    ? JSON.parse(readFileSync(summaryFile, 'utf8'))
    : { passed: 0, failed: 1, skipped: [] };
  rmSync(folder, { recursive: true, force: true });
  for (const { name, reason } of summary.skipped) console.log(`skipped: ${name}${reason ? ` (${reason})` : ''}`);
  const skipped = summary.skipped.length > 0 ? `, ${summary.skipped.length} skipped` : '';
  console.log(`${summary.passed} passed, ${summary.failed} failed${skipped}`);
  return summary.failed > 0 ? 1 : code;
}

export function jest(args, { env = {}, capture = false } = {}) {
  // Jest runs ES modules only behind this flag, and the flag alone makes Node print a warning per worker.
  const options = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  return runNode([tool('jest/bin/jest.js'), '--config', join(root, 'jest.config.js'), ...args], {
    capture,
    env: { ...env, NODE_OPTIONS: [process.env.NODE_OPTIONS, options].filter(Boolean).join(' ') },
  });
}
