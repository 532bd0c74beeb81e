import { readFileSync } from 'node:fs';
import net from 'node:net';

import { expect, it, jest } from '@jest/globals';
import { z } from 'zod';

import { resolverOf } from './resolve/resolver.js';
import { verifyCredential } from './verify.js';

const samples = z.object({ key: z.looseObject({ id: z.string() }), credential: z.looseObject({}) });
const file = new URL('../samples/badge-eddsa-rdfc-2022.json', import.meta.url);

// Badges outlive releases: this one was signed by the first, and is checked here before anything else in this process.
it('still verifies a badge that an earlier release signed, and opens no connection for it', async () => {
  const { key, credential } = samples.parse(JSON.parse(readFileSync(file, 'utf8')));
  const connect = jest.spyOn(net.Socket.prototype, 'connect');
  const resolve = resolverOf((url) => (url === key.id ? key : null));
  const { isValid } = await verifyCredential(credential, { resolve, now: new Date('2036-05-01T12:00:00Z') });
  expect(isValid).toBe(true);
  expect(connect).not.toHaveBeenCalled();
  connect.mockRestore();
});
