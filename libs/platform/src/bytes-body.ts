import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { InvalidRequest } from './refusal.js';

/** Kinds of file that any route of this platform may take. Forms and plain text are not among them, so that no page elsewhere can send one unasked. */
const fileTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/zip',
  'text/csv',
  'application/octet-stream',
] as const;
export type FileType = (typeof fileTypes)[number];
/** Only for doors that ask for no session: what a page elsewhere sends unasked must find nobody signed in. */
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];
/** The forms that programs send us have a field or two. */
const formBytesMax = 4_096;

/** A file as it came. */
export interface SentFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface BytesConfig {
  readonly takesTypes?: readonly string[];
}

/** The route takes a file as its whole body: of one of these kinds, and not larger than this. */
export function TakesFile(types: readonly FileType[], bytesMax: number): MethodDecorator {
  return applyDecorators(
    RouteConfig({ takesTypes: types, bodyLimitBytes: bytesMax }),
    ApiConsumes(...types),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
  );
}

/** The route takes a form, and reads nothing in it: that it was sent is all. */
export function TakesForm(): MethodDecorator {
  return applyDecorators(
    RouteConfig({ takesTypes: formTypes, bodyLimitBytes: formBytesMax }),
    ApiConsumes(...formTypes),
    ApiBody({ required: false, schema: { type: 'string' } }),
  );
}

/** The file in the body. JSON instead of one is refused here, after the caller's rights were looked at. */
export const FileBody = createParamDecorator((_: unknown, context: ExecutionContext): SentFile => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const bytes: unknown = request.body;
  if (bytes instanceof Uint8Array && bytes.length > 0) return { mediaType: mediaTypeOf(request), bytes };
  const { takesTypes = [] } = request.routeOptions.config as BytesConfig;
  throw new InvalidRequest('This address takes a file as its body.', [
    { pointer: '', detail: `send the bytes of the file, with a Content-Type of ${takesTypes.join(', ')}` },
  ]);
});

/** Reads files for the routes that say they take them; everywhere else such a body is refused as unsupported. */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser([...fileTypes, ...formTypes], { parseAs: 'buffer' }, (request, body, done) => {
    const { takesTypes = [] } = request.routeOptions.config as BytesConfig;
    if (takesTypes.includes(mediaTypeOf(request))) return done(null, body);
    const problem = `This address takes ${takesTypes.length > 0 ? takesTypes.join(', ') : 'JSON'}, and no ${mediaTypeOf(request)}.`;
    done(Object.assign(new Error(problem), { statusCode: 415 }), undefined);
  });
}

function mediaTypeOf({ headers }: FastifyRequest): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase(); // splitting gives one piece at least
}
