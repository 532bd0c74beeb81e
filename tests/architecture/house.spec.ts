import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { root } from './sources.js';

describe('scripts/run.mjs', () => {
  it('answers an unknown task with one line and the known ones', () => {
    const { status, stderr } = run('fly');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/no task "fly".*start.*test.*check/)]);
  });

  it('ends a test run with its counts', () => {
    const { status, stdout } = run('test', 'tests/architecture/sound-example', '--testMatch', '**/sound-example.ts');
    expect({ status, last: stdout.trim().split('\n').at(-1) }).toEqual({ status: 0, last: '1 passed, 0 failed' });
  });

  it('counts a suite that does not load as a failure', () => {
    const { status, stdout } = run('test', 'tests/architecture/sources', '--testMatch', '**/sources.ts');
    expect({ status, last: stdout.trim().split('\n').at(-1) }).toEqual({ status: 1, last: '0 passed, 1 failed' });
  });
});

function run(...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}
