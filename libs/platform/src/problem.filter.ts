import { STATUS_CODES } from 'node:http';

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { Refusal, type RefusalDetail, type RefusalKind } from './refusal.js';
import { traceIdOf } from './trace.js';

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  required: 428,
  limited: 429,
  unavailable: 503,
};

/** SQLSTATE classes and socket errors after which the same request may well succeed: connection lost, out of resources, shutting down. */
const transientCodes = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/;

/** RFC 9457 problem details with Waymark's members. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: readonly RefusalDetail[];
  traceId: string;
}

interface Outcome {
  status: number;
  code: string;
  detail: string;
  errors?: readonly RefusalDetail[];
  retryAfterSeconds?: number | null;
}

/** The one place that turns whatever was thrown into an answer; logs it once: refusals at info, faults at error. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw thrown;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const outcome = describe(thrown);
    const traceId = traceIdOf(request);
    if (outcome.status >= 500) this.logger.error({ traceId, code: outcome.code, err: thrown }, 'request failed');
    else this.logger.info({ traceId, code: outcome.code, status: outcome.status }, 'request refused');
    if (reply.sent) return;
    if (outcome.retryAfterSeconds) void reply.header('retry-after', String(Math.ceil(outcome.retryAfterSeconds)));
    if (outcome.status === 401) void reply.header('www-authenticate', 'Bearer');
    const problem: Problem = {
      type: `urn:waymark:problem:${outcome.code}`,
      title: STATUS_CODES[outcome.status] ?? 'Error',
      status: outcome.status,
      code: outcome.code,
      detail: outcome.detail,
      ...(outcome.errors && outcome.errors.length > 0 ? { errors: outcome.errors } : {}),
      traceId,
    };
    void reply
      .status(outcome.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(problem);
  }
}

function describe(thrown: unknown): Outcome {
  if (thrown instanceof Refusal) {
    return {
      status: statusOf[thrown.kind],
      code: thrown.code,
      detail: thrown.message,
      errors: thrown.details,
      retryAfterSeconds: thrown.retryAfterSeconds,
    };
  }
  if (thrown instanceof HttpException) return fromFramework(thrown.getStatus(), thrown.message);
  const { statusCode, code, message } = thrown as { statusCode?: number; code?: string; message?: string };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return fromFramework(statusCode, message ?? '');
  if (typeof code === 'string' && transientCodes.test(code)) {
    return {
      status: 503,
      code: 'temporarily_unavailable',
      detail: 'A part that this request needs is not answering. Nothing was changed for certain; try again shortly.',
      retryAfterSeconds: 2,
    };
  }
  return {
    status: 500,
    code: 'internal_fault',
    detail: 'Something went wrong on our side. The trace id leads us to it.',
  };
}

const frameworkCodes: Record<number, string> = {
  400: 'request_malformed',
  404: 'route_unknown',
  405: 'method_not_allowed',
  413: 'body_too_large',
  414: 'url_too_long',
  415: 'content_type_unsupported',
  431: 'headers_too_large',
};

function fromFramework(status: number, message: string): Outcome {
  if (status >= 500)
    return { status, code: 'internal_fault', detail: 'Something went wrong on our side. The trace id leads us to it.' };
  return { status, code: frameworkCodes[status] ?? 'request_refused', detail: message || 'The request was refused.' };
}
