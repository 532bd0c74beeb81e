import { lookup } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';

import { notPublic, readOutboundUrl } from './outbound-url.js';
import { isPublicAddress } from './public-address.js';

/** What came back, or why nothing did: a code for programs and a sentence for people. */
export type OutboundAnswer =
  | { readonly ok: true; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: OutboundFailure; readonly why: string };

export type OutboundFailure =
  | 'address_refused'
  | 'name_unknown'
  | 'unreachable'
  | 'too_slow'
  | 'too_large'
  | 'redirected'
  | 'missing'
  | 'status'
  | 'busy';

/** The two things a call needs of the world. Tests bring their own; the checks stay in front of both. */
export interface Wire {
  /** All IP addresses of a name, or an error. Asked once for each call. */
  lookup(hostname: string): Promise<readonly string[]>;
  /** A stream to port 443 of exactly this address, encrypted for this name. */
  connect(address: string, hostname: string): Duplex;
}

const realWire: Wire = {
  lookup: async (hostname) => (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address),
  connect: (address, hostname) =>
    connect({
      host: address,
      port: 443,
      ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    }),
};

const bytesMax = 64 * 1024;
const timeoutMs = 3_000;
/** More at once would make this service a tool for flooding others. */
const callsMax = 16;

/**
 * The one way from a service to addresses that somebody outside has given (keys and status lists of foreign issuers, pages to verify).
 * GET over https on port 443; the name is resolved once, every address of it must be public, and the connection goes to the address
 * that was checked; no redirect is followed; 64 KiB and three seconds in all.
 */
export class OutboundClient {
  private calls = 0;

  constructor(private readonly wire: Wire = realWire) {}

  /** Never throws: whatever goes wrong is part of the answer. */
  async get(text: string, accept = 'application/json'): Promise<OutboundAnswer> {
    const read = readOutboundUrl(text);
    if ('fault' in read) return failed('address_refused', read.fault);
    if (this.calls >= callsMax) return failed('busy', 'Too many addresses are being asked at this moment. Try again.');
    this.calls += 1;
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), timeoutMs);
    try {
      return await Promise.race([this.ask(read.url, accept, ending.signal), late(ending.signal)]);
    } finally {
      clearTimeout(timer);
      ending.abort();
      this.calls -= 1;
    }
  }

  private async ask(url: URL, accept: string, signal: AbortSignal): Promise<OutboundAnswer> {
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = await this.addressesOf(hostname);
    const [address] = addresses;
    if (address === undefined) return failed('name_unknown', `There is no host called ${hostname}.`);
    // One inner address among public ones is how a name is made to point inside.
    if (!addresses.every(isPublicAddress)) return failed('address_refused', notPublic);
    if (signal.aborted) return tooSlow;
    const call = request({
      method: 'GET',
      host: hostname,
      port: 443,
      defaultPort: 443,
      path: `${url.pathname}${url.search}`,
      headers: { accept, 'accept-encoding': 'identity', 'user-agent': 'waymark-verifier' },
      createConnection: () => this.wire.connect(address, hostname),
      signal,
    });
    return answerOf(call, { hostname, signal });
  }

  private async addressesOf(hostname: string): Promise<readonly string[]> {
    if (isIP(hostname) !== 0) return [hostname];
    try {
      return await this.wire.lookup(hostname);
    } catch {
      // Every error of a resolver means the same here: no address.
      return [];
    }
  }
}

function answerOf(
  call: ClientRequest,
  { hostname, signal }: { readonly hostname: string; readonly signal: AbortSignal },
): Promise<OutboundAnswer> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve(signal.aborted ? tooSlow : unreachable(hostname, error));
    call.on('error', fail);
    call.on('response', (response) => {
      const refusal = statusFault(response.statusCode ?? 0) ?? encodingFault(response.headers['content-encoding']);
      if (refusal !== null) {
        resolve(refusal);
        call.destroy();
        return;
      }
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('error', fail);
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= bytesMax) return chunks.push(chunk);
        resolve(failed('too_large', `${hostname} sent more than ${bytesMax} bytes.`));
        return call.destroy();
      });
      response.on('end', () => resolve({ ok: true, mediaType: mediaTypeOf(response), bytes: Buffer.concat(chunks) }));
    });
    call.end();
  });
}

function mediaTypeOf({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase(); // splitting gives one piece at least
}

function statusFault(status: number): OutboundAnswer | null {
  if (status === 200) return null;
  if (status >= 300 && status < 400)
    return failed('redirected', 'The address sends on to another one, which is not followed.');
  if (status === 404 || status === 410) return failed('missing', `Nothing is there (${status}).`);
  return failed('status', `The address answers with ${status}.`);
}

function encodingFault(encoding: string | undefined): OutboundAnswer | null {
  return encoding === undefined || encoding === 'identity'
    ? null
    : failed('status', `The answer is packed with ${encoding}, which was not asked for.`);
}

function late(signal: AbortSignal): Promise<OutboundAnswer> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(tooSlow), { once: true }));
}

function unreachable(hostname: string, error: Error): OutboundAnswer {
  return failed(
    'unreachable',
    `${hostname} cannot be reached over https (${'code' in error ? String(error.code) : error.name}).`,
  );
}

function failed(code: OutboundFailure, why: string): OutboundAnswer {
  return { ok: false, code, why };
}

const tooSlow = failed('too_slow', `No whole answer came within ${timeoutMs / 1000} seconds.`);
