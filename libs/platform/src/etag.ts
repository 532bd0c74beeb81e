import { createHash } from 'node:crypto';

import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';

import { IfMatchRequired, InvalidRequest, VersionStale } from './refusal.js';

const versionOfIfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new IfMatchRequired();
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new InvalidRequest('The If-Match header is not an ETag of this API.', [
      { pointer: '/headers/if-match', detail: 'expected a quoted version such as "3"' },
    ]);
  return Number(version);
});

/** The version in the request's If-Match header; 428 without the header, 400 when it is not one of our ETags. */
export function IfMatch(): ParameterDecorator {
  return (target, name, index) => {
    versionOfIfMatch()(target, name, index);
    const route = name === undefined ? undefined : Object.getOwnPropertyDescriptor(target, name);
    if (name === undefined || route === undefined) return;
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of what is changed.' })(target, name, route);
  };
}

export function setETag(reply: FastifyReply, version: number): void {
  void reply.header('etag', `"${version}"`);
}

/** @throws VersionStale when the edit was made on another version than the current one. */
export function requireVersion(given: number, current: number): void {
  if (given !== current) throw new VersionStale(given, current);
}

class ETagInterceptor implements NestInterceptor<{ version: number }> {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<{ version: number }> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap(({ version }) => setETag(reply, version)));
  }
}

/** Sends the `version` of the answer as its ETag too, for the If-Match of the next change. */
export function SendsETag(): MethodDecorator & ClassDecorator {
  return UseInterceptors(ETagInterceptor);
}

/**
 * The ETag of an answer that has no version: the SHA-256 of its body (a text counts as UTF-8) in quotes, 45 characters. A strong
 * one: whoever has the tag has these very bytes (RFC 9110, 8.8.3).
 */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

/**
 * Whether a request's If-None-Match says that the reader has what goes by this ETag, so that 304 is the whole answer. Compared
 * weakly (RFC 9110, 13.1.2), for what packs answers on the way makes tags weak; `*` is whatever there is.
 */
export function isKnownBy(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim());
  return tags.some((tag) => tag === '*' || opaqueTag(tag) === opaqueTag(etag));
}

function opaqueTag(tag: string): string {
  return tag.replace(/^W\//, '');
}
