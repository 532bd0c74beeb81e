import type { Client } from 'openapi-fetch';

import type { paths } from './generated/quiz.js';
import { unwrap } from './transport.js';

const byId = (id: string) => ({ params: { path: { id } } });

interface HeldQuery {
  status?: 'active' | 'suspended' | 'revoked';
  kind?: 'section_badge' | 'course_certificate';
  learnerId?: string;
  cursor?: string;
  limit?: number;
}

/** What becomes of credentials after they were issued: decisions by people, and renewals. */
export function credentialLivesApi(client: Client<paths>) {
  return {
    /** Everybody's, for administrators. */
    allCredentials: (query: HeldQuery & { courseId?: string; search?: string } = {}) =>
      unwrap(client.GET('/api/quiz/v1/credentials', { params: { query } })),
    /** Of a cohort's learners, in its course. */
    cohortCredentials: (id: string, query: HeldQuery = {}) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/credentials', { params: { path: { id }, query } })),
    credentialHistory: (id: string) => unwrap(client.GET('/api/quiz/v1/credentials/{id}/history', byId(id))),
    /** For good. The reason is public. */
    revokeCredential: (id: string, reason: string) =>
      unwrap(client.POST('/api/quiz/v1/credentials/{id}:revoke', { ...byId(id), body: { reason } })),
    suspendCredential: (id: string, reason: string) =>
      unwrap(client.POST('/api/quiz/v1/credentials/{id}:suspend', { ...byId(id), body: { reason } })),
    reinstateCredential: (id: string, reason: string) =>
      unwrap(client.POST('/api/quiz/v1/credentials/{id}:reinstate', { ...byId(id), body: { reason } })),
    /** What of mine ends within 90 days, or has ended. */
    myRenewals: () => unwrap(client.GET('/api/quiz/v1/me/renewals')),
    /** Starts the shorter quiz that renews a badge, or answers the one that is open. */
    renew: (credentialId: string) => unwrap(client.POST('/api/quiz/v1/credentials/{id}:renew', byId(credentialId))),
  };
}
