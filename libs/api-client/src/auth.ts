import type { Client } from 'openapi-fetch';

import type { paths } from './generated/auth.js';
import type { Role } from './shapes.js';
import { unwrap } from './transport.js';

/** Accounts, sessions and roles. */
export function authApi(client: Client<paths>) {
  return {
    join: (body: { email: string; password: string; displayName: string }) =>
      unwrap(client.POST('/api/auth/v1/accounts', { body })),
    signIn: (body: { email: string; password: string }) => unwrap(client.POST('/api/auth/v1/sessions', { body })),
    /** Trades the refresh cookie for a new access token. */
    refresh: () => unwrap(client.POST('/api/auth/v1/sessions/refresh')),
    signOut: () => unwrap(client.DELETE('/api/auth/v1/sessions/current')),
    signOutEverywhere: () => unwrap(client.DELETE('/api/auth/v1/sessions')),
    sessions: () => unwrap(client.GET('/api/auth/v1/sessions')),
    rename: (displayName: string) => unwrap(client.PATCH('/api/auth/v1/me', { body: { displayName } })),
    changePassword: (body: { currentPassword: string; newPassword: string }) =>
      unwrap(client.PUT('/api/auth/v1/me/password', { body })),
    accounts: (query: { search?: string; cursor?: string; limit?: number }) =>
      unwrap(client.GET('/api/auth/v1/accounts', { params: { query } })),
    assignRoles: (id: string, roles: Role[]) =>
      unwrap(client.PUT('/api/auth/v1/accounts/{id}/roles', { params: { path: { id } }, body: { roles } })),
    setStatus: (id: string, status: 'active' | 'suspended') =>
      unwrap(client.PUT('/api/auth/v1/accounts/{id}/status', { params: { path: { id } }, body: { status } })),
  };
}
