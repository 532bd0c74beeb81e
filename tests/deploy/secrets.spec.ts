import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { makeSecrets, takeAdminPassword } from '../../scripts/deploy/secrets.js';

describe('the secrets of a first start', () => {
  let folder: string;
  const make = () => makeSecrets({ folder, owners: null, databaseServer: 'postgres:5432' });
  const read = (path: string) => readFile(join(folder, path), 'utf8');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-secrets-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are made once, for their owner alone, and left as they are by every later start', async () => {
    const made = await make();
    expect(made.length).toBeGreaterThan(8);
    const modes = await Promise.all(made.map(async (path) => (await stat(join(folder, path))).mode & 0o777));
    expect(new Set(modes)).toEqual(new Set([0o600]));
    const before = await read('auth/auth-secret');
    expect(await make()).toEqual([]);
    expect(await read('auth/auth-secret')).toBe(before);
  });

  it('are never made beside others that remain', async () => {
    await make();
    await rm(join(folder, 'quiz/quiz-secret'));
    await expect(make()).rejects.toMatchObject({ name: 'SecretsIncomplete', missing: ['quiz/quiz-secret'] });
    expect(await readdir(join(folder, 'quiz'))).toEqual(['database-url']);
  });

  it('are strong, and all different', async () => {
    const made = await make();
    const texts = await Promise.all(made.filter((path) => !path.endsWith('-url')).map(read));
    expect(texts.filter((text) => text.length < 24)).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('agree between a service and the job that makes its role', async () => {
    await make();
    for (const service of ['auth', 'content', 'quiz']) {
      const url = new URL((await read(`${service}/database-url`)).trim());
      expect([url.username, url.pathname, url.password]).toEqual([
        `waymark_${service}`,
        `/waymark_${service}`,
        await read(`databases/${service}-password`),
      ]);
    }
  });

  it('show the password of the first administrator once', async () => {
    await make();
    const path = join(folder, 'admin/admin-password');
    expect(await takeAdminPassword(path)).toMatch(/^[\w-]{24}$/);
    expect(await takeAdminPassword(path)).toBeNull();
    expect(await read('admin/admin-password')).toBe('');
  });
});
