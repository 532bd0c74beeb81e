import type { Client } from 'openapi-fetch';

import type { paths } from './generated/quiz.js';
import type { NeedsHelpFilter, Period, SectionLearnersFilter } from './shapes.js';
import { unwrap } from './transport.js';

const byId = (id: string) => ({ params: { path: { id } } });

/** Figures of a cohort, of one learner or section in it, of a course and of the whole platform; each also as CSV. */
export function insightsApi(client: Client<paths>) {
  return {
    insights: (id: string, query: Period = {}) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/insights', { params: { path: { id }, query } })),
    sectionsCsv: (id: string, query: Period = {}) =>
      unwrap(
        client.GET('/api/quiz/v1/cohorts/{id}/insights.csv', { params: { path: { id }, query }, parseAs: 'text' }),
      ),
    activityCsv: (id: string, query: Period = {}) =>
      unwrap(
        client.GET('/api/quiz/v1/cohorts/{id}/activity.csv', { params: { path: { id }, query }, parseAs: 'text' }),
      ),
    needsHelp: (id: string, query: NeedsHelpFilter = {}) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/needs-help', { params: { path: { id }, query } })),
    needsHelpCsv: (id: string, query: Pick<NeedsHelpFilter, 'reason'> = {}) =>
      unwrap(
        client.GET('/api/quiz/v1/cohorts/{id}/needs-help.csv', { params: { path: { id }, query }, parseAs: 'text' }),
      ),
    learnerInsight: (id: string, learnerId: string) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/learners/{learnerId}', { params: { path: { id, learnerId } } })),
    timeline: (id: string, learnerId: string, query: { cursor?: string; limit?: number } = {}) =>
      unwrap(
        client.GET('/api/quiz/v1/cohorts/{id}/learners/{learnerId}/timeline', {
          params: { path: { id, learnerId }, query },
        }),
      ),
    timelineCsv: (id: string, learnerId: string) =>
      unwrap(
        client.GET('/api/quiz/v1/cohorts/{id}/learners/{learnerId}/timeline.csv', {
          params: { path: { id, learnerId } },
          parseAs: 'text',
        }),
      ),
    sectionInsight: (id: string, sectionId: string) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/sections/{sectionId}', { params: { path: { id, sectionId } } })),
    sectionLearners: (id: string, sectionId: string, query: SectionLearnersFilter = {}) =>
      unwrap(
        client.GET('/api/quiz/v1/cohorts/{id}/sections/{sectionId}/learners', {
          params: { path: { id, sectionId }, query },
        }),
      ),
    sectionLearnersCsv: (id: string, sectionId: string, query: Pick<SectionLearnersFilter, 'state'> = {}) =>
      unwrap(
        client.GET('/api/quiz/v1/cohorts/{id}/sections/{sectionId}/learners.csv', {
          params: { path: { id, sectionId }, query },
          parseAs: 'text',
        }),
      ),
    /** At most a minute old, as is the overview of a course. */
    overview: (query: Period = {}) => unwrap(client.GET('/api/quiz/v1/overview', { params: { query } })),
    overviewCsv: (query: Period = {}) =>
      unwrap(client.GET('/api/quiz/v1/overview.csv', { params: { query }, parseAs: 'text' })),
    overviewActivityCsv: (query: Period = {}) =>
      unwrap(client.GET('/api/quiz/v1/overview/activity.csv', { params: { query }, parseAs: 'text' })),
    courseOverview: (id: string) => unwrap(client.GET('/api/quiz/v1/courses/{id}/overview', byId(id))),
    courseOverviewCsv: (id: string) =>
      unwrap(client.GET('/api/quiz/v1/courses/{id}/overview.csv', { ...byId(id), parseAs: 'text' })),
  };
}
