import type { FastifyInstance } from 'fastify';

const depthMax = 32;
const bodyBytesDefault = 1_048_576;

/**
 * JSON is the only body this platform reads, besides files on routes that take them. Depth is bounded by a scan of the bytes before anything recursive sees
 * them; `__proto__` and `constructor.prototype` are refused; forms and plain text have no parser at all, so a
 * cross-site form cannot reach a route.
 */
export function acceptOnlyJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: bodyBytesDefault },
    (request, body, done) => {
      const bytes = body as Buffer;
      if (bytes.length === 0) return done(null, undefined);
      if (depthOf(bytes) > depthMax) {
        return done(
          Object.assign(new Error(`The body nests deeper than ${depthMax} levels.`), { statusCode: 400 }),
          undefined,
        );
      }
      parse(request, bytes.toString('utf8'), done);
    },
  );
  fastify.addHook('onRoute', (route) => {
    const { bodyLimitBytes } = (route.config ?? {}) as { bodyLimitBytes?: number };
    route.bodyLimit = bodyLimitBytes ?? bodyBytesDefault;
  });
}

/** Deepest nesting of brackets outside strings; stops counting one past the limit. */
export function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === 0x5c) index += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > depthMax) return deepest;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return deepest;
}
