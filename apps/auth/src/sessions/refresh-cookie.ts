import { createHash } from 'node:crypto';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { CrossSiteRefused } from './sessions.errors.js';

const path = '/api/auth/v1/sessions';

/** What the server remembers of a browser: enough to tell two clients apart, too little to follow one. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
  readonly mark: Buffer;
}

export function clientOf(request: FastifyRequest): Client {
  const userAgent = (request.headers['user-agent'] ?? '').slice(0, 200);
  return { address: request.ip, userAgent, mark: createHash('sha256').update(userAgent).digest() };
}

/** `__Secure-` wherever the platform is reached over https; browsers refuse that name on plain http. */
function nameFor(isHttps: boolean): string {
  return isHttps ? '__Secure-waymark_refresh' : 'waymark_refresh';
}

export function readRefreshCookie(request: FastifyRequest, isHttps: boolean): string | null {
  const wanted = `${nameFor(isHttps)}=`;
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(wanted));
  const value = found?.slice(wanted.length);
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}

export function setRefreshCookie(
  reply: FastifyReply,
  token: string,
  { isHttps, endsAt }: { isHttps: boolean; endsAt: Date },
): void {
  const secure = isHttps ? '; Secure' : '';
  void reply.header(
    'set-cookie',
    `${nameFor(isHttps)}=${token}; Path=${path}; HttpOnly; SameSite=Strict${secure}; Expires=${endsAt.toUTCString()}`,
  );
}

export function clearRefreshCookie(reply: FastifyReply, isHttps: boolean): void {
  setRefreshCookie(reply, '', { isHttps, endsAt: new Date(0) });
}

/**
 * A second lock beside SameSite: a browser says where a request comes from, and only our own pages may use the cookie.
 * Programs send neither header and are no danger: they have no cookie jar to borrow.
 */
export function requireSameSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new CrossSiteRefused();
  const { origin } = request.headers;
  if (site === undefined && origin !== undefined && hostOf(origin) !== request.host) throw new CrossSiteRefused();
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
