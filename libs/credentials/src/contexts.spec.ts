import { createHash } from 'node:crypto';
import net from 'node:net';

import { describe, expect, it, jest } from '@jest/globals';

import { knownContexts, loadContext, UnknownContext } from './contexts.js';

describe('loadContext', () => {
  it('serves exactly the contexts that were reviewed', () => {
    const hashes = Object.fromEntries(
      [...knownContexts].map(([url, document]) => [
        url,
        createHash('sha256').update(JSON.stringify(document)).digest('hex'),
      ]),
    );
    // A context decides what signed words mean. If an update of a package changes one, read the difference before this line.
    expect(hashes).toMatchInlineSnapshot(`
      {
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f",
        "https://www.w3.org/ns/credentials/v2": "bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050",
      }
    `);
  });

  it.each([
    'https://www.w3.org/2018/credentials/v1',
    'https://www.w3.org/ns/credentials/v2#',
    'https://example.com/context.json',
    'file:///etc/passwd',
  ])('refuses %s, and opens no connection', async (url) => {
    const connect = jest.spyOn(net.Socket.prototype, 'connect');
    await expect(loadContext(url)).rejects.toThrow(UnknownContext);
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
  });
});
