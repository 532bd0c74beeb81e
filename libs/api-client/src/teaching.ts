import type { Client } from 'openapi-fetch';

import type { paths } from './generated/quiz.js';
import type {
  AccommodationGrant,
  ChallengeFilter,
  ChallengeVerdict,
  ItemAnalysisFilter,
  MarkGiven,
  MarkingFilter,
  RegradeChangeFilter,
  RegradeRequest,
} from './shapes.js';
import { unwrap } from './transport.js';

const byId = (id: string) => ({ params: { path: { id } } });

/** What authors and instructors do with answers: marking, analysis, challenges, regrades, accommodations. */
export function teachingApi(client: Client<paths>) {
  return {
    /** Takes an attempt out of every count; the first reason stays. */
    voidAttempt: (id: string, reason: string) =>
      unwrap(client.POST('/api/quiz/v1/attempts/{id}:void', { ...byId(id), body: { reason } })),
    markingQueue: (query: MarkingFilter = {}) => unwrap(client.GET('/api/quiz/v1/marking', { params: { query } })),
    answerToMark: (attemptId: string, questionId: string) =>
      unwrap(
        client.GET('/api/quiz/v1/marking/{attemptId}/{questionId}', { params: { path: { attemptId, questionId } } }),
      ),
    /** Refused with `version_stale` when somebody marked it since it was read. */
    mark: (address: { attemptId: string; questionId: string }, version: number, body: MarkGiven) =>
      unwrap(
        client.PUT('/api/quiz/v1/marking/{attemptId}/{questionId}', {
          params: { path: address, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
    itemAnalysis: (sectionId: string, query: ItemAnalysisFilter = {}) =>
      unwrap(client.GET('/api/quiz/v1/sections/{id}/item-analysis', { params: { path: { id: sectionId }, query } })),
    itemAnalysisCsv: (sectionId: string, query: ItemAnalysisFilter = {}) =>
      unwrap(
        client.GET('/api/quiz/v1/sections/{id}/item-analysis.csv', {
          params: { path: { id: sectionId }, query },
          parseAs: 'text',
        }),
      ),
    sectionChallenges: (sectionId: string, query: ChallengeFilter = {}) =>
      unwrap(client.GET('/api/quiz/v1/sections/{id}/challenges', { params: { path: { id: sectionId }, query } })),
    resolveChallenge: (id: string, body: ChallengeVerdict) =>
      unwrap(client.POST('/api/quiz/v1/challenges/{id}:resolve', { ...byId(id), body })),
    /** The published versions of a question, with the attempts behind each. */
    gradedVersions: (sectionId: string, questionId: string) =>
      unwrap(
        client.GET('/api/quiz/v1/sections/{id}/question-versions', {
          params: { path: { id: sectionId }, query: { questionId } },
        }),
      ),
    /** Begins a dry run; nothing changes before it is applied. */
    makeRegrade: (sectionId: string, body: RegradeRequest) =>
      unwrap(client.POST('/api/quiz/v1/sections/{id}/regrades', { ...byId(sectionId), body })),
    regrades: (sectionId: string, query: { cursor?: string; limit?: number } = {}) =>
      unwrap(client.GET('/api/quiz/v1/sections/{id}/regrades', { params: { path: { id: sectionId }, query } })),
    regrade: (id: string) => unwrap(client.GET('/api/quiz/v1/regrades/{id}', byId(id))),
    regradeChanges: (id: string, query: RegradeChangeFilter = {}) =>
      unwrap(client.GET('/api/quiz/v1/regrades/{id}/changes', { params: { path: { id }, query } })),
    applyRegrade: (id: string) => unwrap(client.POST('/api/quiz/v1/regrades/{id}:apply', byId(id))),
    discardRegrade: (id: string) => unwrap(client.POST('/api/quiz/v1/regrades/{id}:discard', byId(id))),
    accommodationOf: (learnerId: string) =>
      unwrap(client.GET('/api/quiz/v1/accommodations/{learnerId}', { params: { path: { learnerId } } })),
    accommodate: (learnerId: string, body: AccommodationGrant) =>
      unwrap(client.PUT('/api/quiz/v1/accommodations/{learnerId}', { params: { path: { learnerId } }, body })),
  };
}
