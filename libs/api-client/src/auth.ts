import type { Client } from 'openapi-fetch';

import type { paths } from './generated/auth.js';
import type { Erasure, MailState, Role } from './shapes.js';
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
    switchMail: (wantsMail: boolean) => unwrap(client.PATCH('/api/auth/v1/me', { body: { wantsMail } })),
    /** Everything the service for accounts holds about you. */
    exportMe: () => unwrap(client.GET('/api/auth/v1/me/export')),
    /** For good. The password is the proof that it is you. */
    erase: (body: Erasure) => unwrap(client.POST('/api/auth/v1/me:erase', { body })),
    askEmailVerification: () => unwrap(client.POST('/api/auth/v1/me/email-verification')),
    verifyEmail: (token: string) => unwrap(client.POST('/api/auth/v1/email-verifications', { body: { token } })),
    askPasswordReset: (email: string) => unwrap(client.POST('/api/auth/v1/password-resets', { body: { email } })),
    resetPassword: (token: string, password: string) =>
      unwrap(client.PUT('/api/auth/v1/password-resets/{token}', { params: { path: { token } }, body: { password } })),
    /** What an invitation is for; looking does not use it. */
    invitation: (token: string) =>
      unwrap(client.GET('/api/auth/v1/invitations/{token}', { params: { path: { token } } })),
    /** With a name and a password for a new account, or with nothing when signed in with the invited address. */
    acceptInvitation: (token: string, body: { displayName?: string; password?: string }) =>
      unwrap(client.POST('/api/auth/v1/invitations/{token}:accept', { params: { path: { token } }, body })),
    changePassword: (body: { currentPassword: string; newPassword: string }) =>
      unwrap(client.PUT('/api/auth/v1/me/password', { body })),
    accounts: (query: { search?: string; cursor?: string; limit?: number }) =>
      unwrap(client.GET('/api/auth/v1/accounts', { params: { query } })),
    assignRoles: (id: string, roles: Role[]) =>
      unwrap(client.PUT('/api/auth/v1/accounts/{id}/roles', { params: { path: { id } }, body: { roles } })),
    vouchForEmail: (id: string) =>
      unwrap(client.PUT('/api/auth/v1/accounts/{id}/email-verification', { params: { path: { id } } })),
    mails: (query: { state?: MailState; cursor?: string; limit?: number }) =>
      unwrap(client.GET('/api/auth/v1/mail', { params: { query } })),
    mail: (id: string) => unwrap(client.GET('/api/auth/v1/mail/{id}', { params: { path: { id } } })),
    retryMail: (id: string) => unwrap(client.POST('/api/auth/v1/mail/{id}:retry', { params: { path: { id } } })),
    setStatus: (id: string, status: 'active' | 'suspended') =>
      unwrap(client.PUT('/api/auth/v1/accounts/{id}/status', { params: { path: { id } }, body: { status } })),
  };
}
