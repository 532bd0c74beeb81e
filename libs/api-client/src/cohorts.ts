import type { Client } from 'openapi-fetch';

import { asFile } from './content.js';
import type { paths } from './generated/quiz.js';
import type { CohortChange, CohortFilter, DueDatesChange, InvitationFilter, LinkWanted, Paging } from './shapes.js';
import { unwrap } from './transport.js';

const byId = (id: string) => ({ params: { path: { id } } });

/** What instructors do with a cohort: its settings, who teaches it, due dates, history. */
export function cohortsApi(client: Client<paths>) {
  return {
    cohorts: (query: CohortFilter = {}) => unwrap(client.GET('/api/quiz/v1/cohorts', { params: { query } })),
    createCohort: (body: { name: string; courseId: string }) => unwrap(client.POST('/api/quiz/v1/cohorts', { body })),
    cohort: (id: string) => unwrap(client.GET('/api/quiz/v1/cohorts/{id}', byId(id))),
    changeCohort: (id: string, body: CohortChange) =>
      unwrap(client.PATCH('/api/quiz/v1/cohorts/{id}', { ...byId(id), body })),
    addInstructor: (id: string, email: string) =>
      unwrap(client.POST('/api/quiz/v1/cohorts/{id}/instructors', { ...byId(id), body: { email } })),
    removeInstructor: (id: string, userId: string) =>
      unwrap(client.DELETE('/api/quiz/v1/cohorts/{id}/instructors/{userId}', { params: { path: { id, userId } } })),
    dueDates: (id: string) => unwrap(client.GET('/api/quiz/v1/cohorts/{id}/due-dates', byId(id))),
    /** By section id; null takes a date away, sections that are not named keep theirs. */
    saveDueDates: (id: string, body: DueDatesChange) =>
      unwrap(client.PUT('/api/quiz/v1/cohorts/{id}/due-dates', { ...byId(id), body })),
    cohortHistory: (id: string, query: Paging = {}) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/history', { params: { path: { id }, query } })),
  };
}

/** Who comes into a cohort and who goes. */
export function enrolmentsApi(client: Client<paths>) {
  return {
    /** Addresses without an account are invited by mail unless `invite` is false. */
    enrol: (id: string, emails: string[], { invite = true }: { invite?: boolean } = {}) =>
      unwrap(client.POST('/api/quiz/v1/cohorts/{id}/enrolments', { ...byId(id), body: { emails, invite } })),
    /** A CSV file of people; `dryRun` says what would become of each row and changes nothing. */
    importLearners: (id: string, file: Blob, { dryRun, invite }: { dryRun: boolean; invite: boolean }) =>
      unwrap(
        client.POST('/api/quiz/v1/cohorts/{id}/enrolments:import', {
          params: { path: { id }, query: { dryRun: dryRun ? 'true' : 'false', invite: invite ? 'true' : 'false' } },
          ...asFile(file, 'application/octet-stream'),
        }),
      ),
    learners: (id: string, query: Paging & { search?: string } = {}) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/enrolments', { params: { path: { id }, query } })),
    /** As CSV text that an import takes again. */
    exportLearners: (id: string) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/enrolments.csv', { ...byId(id), parseAs: 'text' })),
    transferLearners: (id: string, body: { learnerIds: string[]; toCohortId: string }) =>
      unwrap(client.POST('/api/quiz/v1/cohorts/{id}/enrolments:transfer', { ...byId(id), body })),
    removeLearners: (id: string, learnerIds: string[]) =>
      unwrap(client.POST('/api/quiz/v1/cohorts/{id}/enrolments:remove', { ...byId(id), body: { learnerIds } })),
    invitations: (id: string, query: InvitationFilter = {}) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/invitations', { params: { path: { id }, query } })),
    /** How many may leave, and how many did. */
    invitationLimits: (id: string) => unwrap(client.GET('/api/quiz/v1/cohorts/{id}/invitations/limits', byId(id))),
    resendInvitation: (id: string, invitationId: string) =>
      unwrap(
        client.POST('/api/quiz/v1/cohorts/{id}/invitations/{invitationId}:resend', {
          params: { path: { id, invitationId } },
        }),
      ),
    withdrawInvitation: (id: string, invitationId: string) =>
      unwrap(
        client.DELETE('/api/quiz/v1/cohorts/{id}/invitations/{invitationId}', {
          params: { path: { id, invitationId } },
        }),
      ),
    cohortLinks: (id: string) => unwrap(client.GET('/api/quiz/v1/cohorts/{id}/links', byId(id))),
    /** The address of the link is in this answer and in no other. */
    makeCohortLink: (id: string, body: LinkWanted) =>
      unwrap(client.POST('/api/quiz/v1/cohorts/{id}/links', { ...byId(id), body })),
    revokeCohortLink: (id: string, linkId: string) =>
      unwrap(client.DELETE('/api/quiz/v1/cohorts/{id}/links/{linkId}', { params: { path: { id, linkId } } })),
    /** What a link is for; takes no place. */
    cohortLink: (token: string) =>
      unwrap(client.GET('/api/quiz/v1/cohort-links/{token}', { params: { path: { token } } })),
    redeemCohortLink: (token: string) =>
      unwrap(client.POST('/api/quiz/v1/cohort-links/{token}:redeem', { params: { path: { token } } })),
    openCohorts: (course: string, query: Paging = {}) =>
      unwrap(client.GET('/api/quiz/v1/courses/{id}/open-cohorts', { params: { path: { id: course }, query } })),
    joinCohort: (id: string) => unwrap(client.POST('/api/quiz/v1/cohorts/{id}:join', byId(id))),
    leaveCohort: (id: string) => unwrap(client.POST('/api/quiz/v1/cohorts/{id}:leave', byId(id))),
    myCohorts: (query: Paging = {}) => unwrap(client.GET('/api/quiz/v1/me/cohorts', { params: { query } })),
  };
}
