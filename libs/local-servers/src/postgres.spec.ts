import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.js';
import { loadBinaries } from './postgres-binaries.js';
import { runningPostgresPort } from './running-postgres.js';

let dataDir: string;
let server: EmbeddedPostgres | null = null;

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'waymark-postgres-spec-')), 'data');
  await chmod(join(dataDir, '..'), 0o755);
});

afterEach(async () => {
  await server?.stop();
  server = null;
  await rm(join(dataDir, '..'), { recursive: true, force: true });
});

async function query(sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: server!.superuserUrl }); // started by the test
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('an embedded PostgreSQL', () => {
  it('keeps its data and its port between runs, and never trades durability for speed', async () => {
    server = await startEmbeddedPostgres({ dataDir });
    const { port } = server;
    expect(await runningPostgresPort(dataDir)).toBe(port);
    await query('CREATE TABLE kept AS SELECT 1 AS one');
    await server.stop();
    expect(await runningPostgresPort(dataDir)).toBeNull();

    server = await startEmbeddedPostgres({ dataDir });

    expect(server.port).toBe(port);
    expect(await query('SELECT one FROM kept')).toEqual([[1]]);
    expect(await query("SELECT current_setting('fsync'), current_setting('synchronous_commit')")).toEqual([
      ['on', 'on'],
    ]);
  });

  it('starts again after a kill -9 of the server, with everything that was committed', async () => {
    server = await startEmbeddedPostgres({ dataDir });
    await query('CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    await server.stop();

    server = await startEmbeddedPostgres({ dataDir });

    expect(await query('SELECT one FROM kept')).toEqual([[1]]);
  });

  it('replaces a server that outlived its parent', async () => {
    server = await startEmbeddedPostgres({ dataDir });
    await server.stop();
    const { uid, gid } = await stat(join(dataDir, 'cluster'));
    const { postgres } = await loadBinaries();
    const orphan = spawn(postgres, ['-D', join(dataDir, 'cluster'), '-p', String(server.port), '-k', ''], {
      cwd: dataDir,
      ...(process.getuid?.() === 0 ? { uid, gid } : {}),
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await new Promise<void>((resolve) => {
      orphan.stderr.on('data', (chunk: Buffer) => chunk.includes('ready to accept') && resolve());
    });
    await writeFile(join(dataDir, 'owner.json'), JSON.stringify({ pid: process.pid, started: 'long ago' }));

    server = await startEmbeddedPostgres({ dataDir });

    expect(orphan.exitCode).toBe(0);
    expect(await query('SELECT 1')).toEqual([[1]]);
  });

  it('refuses a folder that a living process uses', async () => {
    server = await startEmbeddedPostgres({ dataDir });

    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'folder_in_use' });
    expect(await query('SELECT 1')).toEqual([[1]]);
  });

  it('refuses a port that is taken, at once', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });

    await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toMatchObject({ code: 'port_taken' });

    await new Promise((resolve) => other.close(resolve));
    server = await startEmbeddedPostgres({ dataDir, port });
    expect(server.port).toBe(port);
  });

  it('refuses a half-made data directory', async () => {
    await mkdir(join(dataDir, 'cluster'), { recursive: true });
    await writeFile(join(dataDir, 'superuser.password'), 'secret');

    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'data_incomplete' });
  });

  it('begins anew when the making of the data directory was cut short', async () => {
    await mkdir(join(dataDir, 'cluster.building', 'base'), { recursive: true });

    server = await startEmbeddedPostgres({ dataDir });

    expect(await query('SELECT 1')).toEqual([[1]]);
  });

  it('refuses a folder that cannot be made', async () => {
    await writeFile(dataDir, 'a file, not a folder');

    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'folder_unusable' });
  });

  it('runs in a folder that only its owner may enter, as root too, and leaves it closed', async () => {
    await chmod(join(dataDir, '..'), 0o700);

    server = await startEmbeddedPostgres({ dataDir });

    await query('CREATE TABLE written AS SELECT 1 AS one');
    expect(await query('SELECT one FROM written')).toEqual([[1]]);
    expect((await stat(join(dataDir, '..'))).mode & 0o777).toBe(0o700);
  });

  it('tells why a server does not start, in its own words', async () => {
    await expect(startEmbeddedPostgres({ dataDir, settings: { no_such_setting: '1' } })).rejects.toMatchObject({
      code: 'start_failed',
      message: expect.stringContaining('no_such_setting'),
    });
  });
});
