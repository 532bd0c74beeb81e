import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '#libs/contracts';
import type { FastifyRequest } from 'fastify';

/** Who may do one thing. `public` needs no token; otherwise any one of the roles is enough, and the service checks whose it is. */
export type Access =
  { readonly public: true; readonly note?: string } | { readonly roles: readonly Role[]; readonly note?: string };

/** The one table of a service that says who may do what; every route names a row of it, and a sweep proves it. */
export type AccessTable = Readonly<Record<string, Access>>;

export function defineAccess<const Table extends AccessTable>(table: Table): Table {
  return Object.freeze(table);
}

/** The caller of a request, as the access token states it. */
export interface Principal {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Ends with the access token; long-lived streams must end with it too. */
  readonly expiresAt: Date;
}

export function hasRole(principal: Principal, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => principal.roles.includes(role));
}

export const allowKey = 'waymark:allow';

/**
 * Names the row of the service's access table that governs a route, also in its API document. A route without it is
 * refused to everyone.
 */
export function Allow(action: string): MethodDecorator {
  return applyDecorators(SetMetadata(allowKey, action), ApiExtension('x-access', action));
}

export interface AuthenticatedRequest extends FastifyRequest {
  principal?: Principal | null;
}

/** The caller; null only on public routes without a token. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | null =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().principal ?? null,
);
