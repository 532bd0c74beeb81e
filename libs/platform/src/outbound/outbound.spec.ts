import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { OutboundClient, type Wire } from './outbound.js';
import { isPublicAddress } from './public-address.js';

const publicAddress = '93.184.216.34';
let peer: Server | null = null;

afterEach(async () => {
  peer?.closeAllConnections();
  await new Promise((resolve) => (peer === null ? resolve(null) : peer.close(resolve)));
  peer = null;
});

interface Asked {
  readonly names: string[];
  readonly addresses: string[];
}

/** A client whose names resolve as told, and whose connections end at a peer of ours. */
async function against(
  answer: RequestListener,
  lookup: Wire['lookup'] = async () => [publicAddress],
): Promise<{ client: OutboundClient; asked: Asked }> {
  const server = createServer(answer);
  peer = server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked: Asked = { names: [], addresses: [] };
  const wire: Wire = {
    lookup: async (name) => {
      asked.names.push(name);
      return lookup(name);
    },
    connect: (address) => {
      asked.addresses.push(address);
      return connect(port, '127.0.0.1');
    },
  };
  return { client: new OutboundClient(wire), asked };
}

function promised() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}

const polite: RequestListener = (_, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end('{"a":1}');
};

const refusedUrls: readonly string[] = [
  // Not https, not port 443, not a plain address.
  'http://example.org/',
  'ftp://example.org/',
  'file:///etc/passwd',
  'data:application/json,{}',
  'javascript:alert(1)',
  'gopher://example.org/',
  'https://example.org:8443/',
  'https://example.org:80/',
  'https://example.org:22/',
  'https://ada@example.org/',
  'https://ada:secret@example.org/',
  'https://example.com@127.0.0.1/',
  '//example.org/',
  'example.org',
  '',
  `https://example.org/${'a'.repeat(2_048)}`,
  // This machine, in its spellings.
  'https://localhost/',
  'https://localhost./',
  'https://LOCALHOST/',
  'https://a.localhost/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://①②⑦.0.0.1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://[::1]/',
  'https://[::]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:1::1]/',
  // Networks of others, and the metadata of clouds.
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://100.64.0.1/',
  'https://100.100.100.200/',
  'https://169.254.169.254/latest/meta-data/',
  'https://168.63.129.16/',
  'https://192.0.0.1/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fe80::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://metadata/',
  'https://metadata.google.internal/',
  'https://printer.local/',
  'https://router.lan/',
  'https://example.org./',
];

describe('OutboundClient', () => {
  it.each(refusedUrls)('asks nobody for %s', async (url) => {
    const { client, asked } = await against(polite);
    expect(await client.get(url)).toMatchObject({ ok: false, code: 'address_refused' });
    expect(asked).toEqual({ names: [], addresses: [] });
  });

  it('brings a document from the address that was checked', async () => {
    const { client, asked } = await against(polite);
    const answer = await client.get('https://issuer.school.edu/keys?x=1');
    expect(answer).toMatchObject({ ok: true, mediaType: 'application/json' });
    expect(answer.ok && Buffer.from(answer.bytes).toString()).toBe('{"a":1}');
    expect(asked).toEqual({ names: ['issuer.school.edu'], addresses: [publicAddress] });
  });

  it('asks by the name and the path, and says nothing about who asks for whom', async () => {
    const { client } = await against(({ method, url, headers }, response) => {
      response.end(JSON.stringify({ method, url, headers }));
    });
    const answer = await client.get('https://issuer.school.edu/keys?x=1#part', 'application/json');
    expect(answer.ok && JSON.parse(Buffer.from(answer.bytes).toString())).toEqual({
      method: 'GET',
      url: '/keys?x=1',
      headers: {
        host: 'issuer.school.edu',
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': 'waymark-verifier',
        connection: expect.any(String),
      },
    });
  });

  it('needs no resolver for a public address', async () => {
    const { client, asked } = await against(polite);
    expect(await client.get('https://93.184.216.34/')).toMatchObject({ ok: true });
    expect(asked).toEqual({ names: [], addresses: [publicAddress] });
  });

  it.each([
    ['an inner address', ['10.1.2.3']],
    ['this machine', ['127.0.0.1']],
    ['a mapped address', ['::ffff:10.0.0.1']],
    ['a public and an inner address', [publicAddress, '169.254.169.254']],
    ['an address with a zone', ['fe80::1%eth0']],
    ['what is no address', ['inside']],
  ])('connects to nobody when a name points to %s', async (_, addresses) => {
    const { client, asked } = await against(polite, async () => addresses);
    expect(await client.get('https://rebind.school.edu/')).toMatchObject({ ok: false, code: 'address_refused' });
    expect(asked.addresses).toEqual([]);
  });

  it('asks for the addresses of a name once: a second answer that points inside is never heard', async () => {
    const answers = [[publicAddress], ['127.0.0.1']];
    const { client, asked } = await against(polite, async () => answers.shift() ?? []);
    expect(await client.get('https://rebind.school.edu/')).toMatchObject({ ok: true });
    expect(asked).toEqual({ names: ['rebind.school.edu'], addresses: [publicAddress] });
  });

  it('says so when nobody has the name', async () => {
    const { client } = await against(polite, async () => Promise.reject(new Error('ENOTFOUND')));
    expect(await client.get('https://nobody.school.edu/')).toMatchObject({ ok: false, code: 'name_unknown' });
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%s)', async (status) => {
    const { client, asked } = await against((_, response) => {
      response.writeHead(status, { location: 'https://169.254.169.254/' }).end();
    });
    expect(await client.get('https://issuer.school.edu/')).toMatchObject({ ok: false, code: 'redirected' });
    expect(asked.addresses).toEqual([publicAddress]);
  });

  it.each([
    [404, 'missing'],
    [410, 'missing'],
    [204, 'status'],
    [206, 'status'],
    [401, 'status'],
    [500, 'status'],
  ])('takes nothing from an answer with %s', async (status, code) => {
    const { client } = await against((_, response) => response.writeHead(status).end());
    expect(await client.get('https://issuer.school.edu/')).toMatchObject({ ok: false, code });
  });

  it('takes 64 KiB and not a byte more', async () => {
    const { client } = await against((request, response) => response.end('x'.repeat(Number(request.url?.slice(1)))));
    expect(await client.get('https://issuer.school.edu/65536')).toMatchObject({ ok: true });
    expect(await client.get('https://issuer.school.edu/65537')).toMatchObject({ ok: false, code: 'too_large' });
  });

  it('hangs up on a body without an end', async () => {
    const { promise: hungUp, resolve } = promised();
    const { client } = await against((_, response) => {
      response.on('close', resolve);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        response.once('drain', more);
      };
      more();
    });
    expect(await client.get('https://issuer.school.edu/')).toMatchObject({ ok: false, code: 'too_large' });
    await hungUp;
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    [
      'sends one byte after another',
      (_, response) => {
        const timer = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('gives up on a peer that %s', async (_, answer) => {
    const { client } = await against(answer);
    expect(await client.get('https://issuer.school.edu/')).toMatchObject({ ok: false, code: 'too_slow' });
  });

  it('gives up on a resolver that never answers', async () => {
    const { client } = await against(polite, () => new Promise(() => undefined));
    expect(await client.get('https://issuer.school.edu/')).toMatchObject({ ok: false, code: 'too_slow' });
  });

  it.each<[string, RequestListener]>([
    ['hangs up', (request) => request.socket.destroy()],
    ['speaks another language', (request) => request.socket.end('SSH-2.0-OpenSSH\r\n')],
    ['sends endless headers', (_, response) => response.setHeader('x', 'y'.repeat(20_000)).end()],
    [
      'breaks off',
      (_, response) => response.writeHead(200, { 'content-length': 10 }).write('x', () => response.destroy()),
    ],
  ])('tells of a peer that %s', async (_, answer) => {
    const { client } = await against(answer);
    expect(await client.get('https://issuer.school.edu/')).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it('refuses an answer that is packed', async () => {
    const { client } = await against((_, response) => {
      response.setHeader('content-encoding', 'gzip').end('x');
    });
    expect(await client.get('https://issuer.school.edu/')).toMatchObject({ ok: false, code: 'status' });
  });

  it('asks no more than sixteen at once', async () => {
    const waiting: (() => void)[] = [];
    const { client } = await against(
      polite,
      () => new Promise((resolve) => waiting.push(() => resolve([publicAddress]))),
    );
    const calls = Array.from({ length: 16 }, () => client.get('https://issuer.school.edu/'));
    expect(await client.get('https://issuer.school.edu/')).toMatchObject({ ok: false, code: 'busy' });
    for (const answer of waiting) answer();
    expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true);
    const again = client.get('https://issuer.school.edu/');
    waiting.at(-1)?.();
    expect(await again).toMatchObject({ ok: true });
  });
});

describe('isPublicAddress', () => {
  it.each([publicAddress, '1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'calls %s public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});
