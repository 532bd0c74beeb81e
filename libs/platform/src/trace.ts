import { randomBytes } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

const traceparentShape = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const traceparents = new WeakMap<object, string>();

/** The request's W3C `traceparent`: the caller's when well-formed, else a new one; the same on every call for one request. */
export function traceparentOf(request: FastifyRequest): string {
  const known = traceparents.get(request.raw);
  if (known) return known;
  const given = request.headers['traceparent'];
  const traceparent =
    typeof given === 'string' && traceparentShape.test(given)
      ? given
      : `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
  traceparents.set(request.raw, traceparent);
  return traceparent;
}

export function traceIdOf(request: FastifyRequest): string {
  return traceparentOf(request).slice(3, 35);
}
