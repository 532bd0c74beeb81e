import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#libs/local-servers';

import { dist } from '../../scripts/processes.js';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'waymark-start-'));
  await chmod(home, 0o755);
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Starts the program where it cannot start. @returns its exit code and all it said. */
async function startInVain(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    WAYMARK_FIRST_START: 'bare',
    PORT: String(await freePort()),
    ...settings,
  };
  const child = spawn(process.execPath, ['--enable-source-maps', join(dist, 'apps/standalone/src/main.js')], {
    env: environment,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

describe('a start that cannot be', () => {
  it('names a taken port and the setting to change it', async () => {
    const port = await freePort();
    const squatter = createServer().listen(port, '127.0.0.1');
    const { code, said } = await startInVain({ WAYMARK_HOME: join(home, 'port'), PORT: String(port) });
    squatter.close();
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`^Port ${port} is taken[^\\n]*PORT=3001 npm start\\n$`));
  }, 60_000);

  it.each<[string, (folder: string) => Promise<unknown>, RegExp]>([
    ['data folder that is a file', (folder) => writeFile(folder, 'not a folder'), /is a file, not a folder/],
    [
      'database folder that was half made',
      async (folder) => {
        await mkdir(join(folder, 'postgres', 'cluster'), { recursive: true });
        await writeFile(join(folder, 'postgres', 'cluster', 'PG_VERSION'), '18\n');
      },
      /half|incomplete|not a complete|damaged|unfinished/i,
    ],
    [
      'secrets file that is damaged',
      async (folder) => void (await mkdir(folder), await writeFile(join(folder, 'secrets.json'), '{"authSecret":1}')),
      /secrets/,
    ],
  ])(
    'says in one line what is wrong with a %s',
    async (_what, prepare, words) => {
      const folder = join(home, `${Math.random().toString(36).slice(2)}`);
      await prepare(folder);
      const { code, said } = await startInVain({ WAYMARK_HOME: folder });
      expect(code).toBe(1);
      expect(said.trim().split('\n')).toHaveLength(1);
      expect(said).toMatch(words);
      expect(said).not.toMatch(/\n\s+at /);
    },
    60_000,
  );

  it('lists every mistake of the settings at once', async () => {
    const { code, said } = await startInVain({ WAYMARK_HOME: join(home, 'settings'), PORT: 'many', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(said).toMatch(/PORT/);
    expect(said).toMatch(/LOG_LEVEL/);
    expect(said).not.toMatch(/\n\s+at /);
  }, 60_000);
});
