import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bakeSvg,
  buildAchievementCredential,
  generateIssuerKey,
  generateIssuerRsaKey,
  issuerDocument,
  keySet,
  signCredential,
  signCredentialJwt,
} from '#libs/credentials';

const root = fileURLToPath(new URL('../..', import.meta.url));
const issuer = { id: 'https://school.example/issuer', name: 'School', url: 'https://school.example' };
let folder: string;

/** Runs the built program as a user does, in the folder of the files. */
function verify(...args: string[]) {
  const program = [join(root, 'scripts/waymark.mjs'), 'verify', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { code: status, out: stdout, error: stderr };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-verify-'));
  const key = await generateIssuerKey(issuer.id);
  const rsa = await generateIssuerRsaKey(issuer.id);
  const keys = { multikeys: [key.document], jwks: [rsa.document] };
  const credential = buildAchievementCredential({
    id: 'https://school.example/c/1',
    issuer,
    validFrom: new Date('2026-05-01T12:00:00Z'),
    recipient: { email: 'ada@example.com', salt: 'Kosher' },
    achievement: { id: 'urn:a', kind: 'Badge', name: 'Sums', description: 'Adds.', criteria: 'Add.' },
  });
  const now = new Date('2026-05-01T12:00:00Z');
  const json = JSON.stringify(await signCredential(credential, key, now));
  // Keys and names as a stranger would make them.
  const strange = await generateIssuerKey('constructor');
  const odd = { ...credential, issuer: { ...credential.issuer, name: '\u001b[2J\nbadge.json: valid\u202e' } };
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', properties: { name: { const: 'Sums' } } };
  const schemaUrl = 'https://school.example/schemas/sums.json';
  const named = { ...credential, credentialSchema: [{ id: schemaUrl, type: 'JsonSchema' }] };
  const files = {
    'strange.json': json.replaceAll(key.document.id, 'https://school.example/issuer/keys/strange'),
    'known/strange.json': JSON.stringify({
      ...strange.document,
      id: 'https://school.example/issuer/keys/strange',
    }),
    'odd.json': JSON.stringify(odd),
    'schema.json': JSON.stringify(await signCredential(named as typeof credential, key, now)),
    'wrong.json': JSON.stringify(await signCredential({ ...named, name: 'Rockets' } as typeof credential, key, now)),
    'known/sums.json': JSON.stringify(schema),
    'badge.json': json,
    'badge.jwt': await signCredentialJwt(credential, rsa),
    'badge.svg': bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', json),
    'altered.json': json.replace('Sums', 'Rockets'),
    'words.txt': 'no badge',
    'known/index.json': JSON.stringify({
      [issuer.id]: 'issuer.json',
      'https://school.example/issuer/keys/strange': 'strange.json',
      [schemaUrl]: 'sums.json',
    }),
    'known/issuer.json': JSON.stringify(issuerDocument(issuer, keys)),
    [`known/${encodeURIComponent(key.document.id)}.json`]: JSON.stringify(key.document),
    [`known/${encodeURIComponent('https://school.example/.well-known/jwks.json')}`]: JSON.stringify(keySet(keys)),
  };
  await mkdir(join(folder, 'known'));
  await mkdir(join(folder, 'empty'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}, 60_000);

describe('waymark verify', () => {
  it.each(['badge.json', 'badge.jwt', 'badge.svg'])('exits with 0 for %s with the documents at hand', (name) => {
    const { code, out } = verify(name, '--offline', 'known');
    expect([code, out]).toEqual([0, expect.stringContaining(`${name}: valid`)]);
    expect(out).toMatch(/pass +proof/);
  });

  it('exits with 1 for an altered badge, and says which check failed', () => {
    const { code, out } = verify('altered.json', '--offline', 'known');
    expect([code, out]).toEqual([1, expect.stringContaining('not valid (proof, issuer)')]);
  });

  it('exits with 1 when the key is not at hand: unknown is not valid', () => {
    const { code, out } = verify('badge.json', '--offline', 'empty', '--json');
    const { isValid, checks } = JSON.parse(out);
    expect([code, isValid]).toEqual([1, false]);
    expect(checks[1]).toMatchObject({
      name: 'proof',
      outcome: 'unknown',
      detail: expect.stringContaining('is not in'),
    });
  });

  it('holds a badge against the schema that it names, if that is at hand', () => {
    expect(verify('schema.json', '--offline', 'known').out).toContain('https://school.example/schemas/sums.json');
    const wrong = verify('wrong.json', '--offline', 'known');
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('/name: it must be "Sums".')]);
    const { out } = verify('wrong.json', '--offline', 'empty');
    expect(out).toContain('sums.json, which was not applied: it was not fetched.');
  });

  it('is led astray neither by the names of keys nor by those of people', () => {
    expect(verify('strange.json', '--offline', 'known')).toMatchObject({
      code: 1,
      error: '',
      out: expect.stringContaining('does not confirm it'),
    });
    const { out } = verify('odd.json', '--offline', 'known');
    expect(out).toContain(`of [2J badge.json: valid (${issuer.id})`);
    expect(out).not.toMatch(/[\u001b\u202e]|^badge\.json/m);
  });

  it('compares the recipient', () => {
    expect(verify('badge.json', '--offline', 'known', '--recipient', 'ada@example.com').code).toBe(0);
    expect(verify('badge.json', '--offline', 'known', '--recipient', 'eve@example.com').code).toBe(1);
  });

  it.each([
    ['no badge', ['words.txt'], 'holds no credential'],
    ['no file', ['nowhere.json'], 'cannot be read'],
    ['no folder', ['badge.json', '--offline', 'nowhere'], 'is no folder'],
    ['two places to look', ['badge.json', '--offline', 'known', '--local'], 'not both'],
    ['no call', [], 'Usage: waymark verify'],
  ])('exits with 2 for %s', (_, args, message) => {
    const { code, error } = verify(...args);
    expect([code, error]).toEqual([2, expect.stringContaining(message)]);
  });

  describe('with a badge that was issued on this machine', () => {
    const asked: string[] = [];
    const documents = new Map<string, unknown>();
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const known = documents.get(request.url ?? '');
      response.statusCode = known === undefined ? 404 : 200;
      response.end(JSON.stringify(known ?? {}));
    });

    beforeAll(async () => {
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const url = `http://localhost:${portOf(server.address())}`;
      const here = { id: `${url}/issuer`, name: 'Laptop', url };
      const key = await generateIssuerKey(here.id);
      const now = new Date('2026-05-01T12:00:00Z');
      const credential = buildAchievementCredential({
        id: `${url}/c/1`,
        issuer: here,
        validFrom: now,
        recipient: { email: 'ada@example.com', salt: 'Kosher' },
        achievement: { id: 'urn:a', kind: 'Badge', name: 'Sums', description: 'Adds.', criteria: 'Add.' },
      });
      documents.set('/issuer', issuerDocument(here, { multikeys: [key.document], jwks: [] }));
      documents.set(new URL(key.document.id).pathname, key.document);
      await writeFile(join(folder, 'local.json'), JSON.stringify(await signCredential(credential, key, now)));
    });

    afterAll(() => {
      server.close();
    });

    it('asks nothing here of its own accord, and says how it would', async () => {
      const { code, out } = await verifyBeside('local.json');
      expect([code, out]).toEqual([1, expect.stringContaining('is on this machine. With --local it is asked.')]);
      expect(asked).toEqual([]);
    });

    it('asks when it is told to', async () => {
      const { code, out } = await verifyBeside('local.json', '--local');
      expect([code, out]).toEqual([0, expect.stringContaining('local.json: valid')]);
    });
  });
});

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** As `verify`, while a server of this process answers. */
function verifyBeside(...args: string[]): Promise<{ code: number; out: string }> {
  const program = [join(root, 'scripts/waymark.mjs'), 'verify', ...args];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, program, { cwd: folder, timeout: 120_000 }, (_, out) => {
      resolve({ code: child.exitCode ?? -1, out });
    });
  });
}
