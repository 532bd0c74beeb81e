import { applyDecorators, HttpCode } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** Path of a custom verb on a collection or a thing: `action('attempts/:id', 'submit')` answers `/attempts/{id}:submit`. */
export function action(path: string, verb: string): string {
  // The id's pattern ends the parameter before the colon, and `::` is the router's spelling of a literal colon.
  return `${path.replace(/:(\w+)$/, ':$1(^[0-9a-fA-F-]+)')}::${verb}`;
}

/** A route as people read it, for metrics labels and the API document: `/attempts/{id}:submit`. */
export function routeTemplate(path: string): string {
  return path
    .replaceAll('::', '\u0000')
    .replace(/:(\w+)(\(\^?[^)]*\))?/g, '{$1}')
    .replaceAll('\u0000', ':');
}

/** Documents the answer of a route and sets its status. */
export function Returns(status: number, schema: z.ZodType | null, description: string): MethodDecorator {
  const content = schema ? { schema: toOpenApi(schema) } : {};
  return applyDecorators(HttpCode(status), ApiResponse({ status, description, ...content }));
}

/** Documents a further answer without making it the default status. */
export function AlsoReturns(status: number, schema: z.ZodType | null, description: string): MethodDecorator {
  return ApiResponse({ status, description, ...(schema ? { schema: toOpenApi(schema) } : {}) });
}

function toOpenApi(schema: z.ZodType): Record<string, never> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return rest as unknown as Record<string, never>;
}

/** A larger body than the service's 1 MiB, stated at the route that needs it. */
export function BodyLimit(bytes: number): MethodDecorator {
  return RouteConfig({ bodyLimitBytes: bytes });
}
