import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { type Access, type AccessTable, allowKey, type AuthenticatedRequest, hasRole } from './access.js';
import { NotAllowed } from './refusal.js';
import type { TokenVerifier } from './token-verifier.js';

/** Denies by default: a route is open only to whom its row of the access table names. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly actions = new WeakMap<object, string | null>();

  constructor(
    private readonly reflector: Reflector,
    private readonly table: AccessTable,
    private readonly tokens: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const action = this.actionOf(context);
    const access: Access | undefined = action === null ? undefined : this.table[action];
    if (action === null || access === undefined) throw new NotAllowed(action ?? 'undeclared');
    if ('public' in access) {
      request.principal = request.headers.authorization === undefined ? null : await this.tokens.authenticate(request);
      return true;
    }
    const principal = await this.tokens.authenticate(request);
    if (!hasRole(principal, ...access.roles)) throw new NotAllowed(action);
    request.principal = principal;
    return true;
  }

  private actionOf(context: ExecutionContext): string | null {
    const handler = context.getHandler();
    const known = this.actions.get(handler);
    if (known !== undefined) return known;
    const action =
      this.reflector.getAllAndOverride<string | undefined>(allowKey, [handler, context.getClass()]) ?? null;
    this.actions.set(handler, action);
    return action;
  }
}
