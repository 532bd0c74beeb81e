import type { Client } from 'openapi-fetch';

import type { paths } from './generated/quiz.js';
import type { Answer, AnswerToSave } from './shapes.js';
import { unwrap } from './transport.js';

const byId = (id: string) => ({ params: { path: { id } } });

/** Courses as learners see them, attempts, credentials and dashboards. */
export function quizApi(client: Client<paths>) {
  return {
    courses: (query: { cursor?: string; limit?: number } = {}) =>
      unwrap(client.GET('/api/quiz/v1/courses', { params: { query } })),
    course: (idOrSlug: string) => unwrap(client.GET('/api/quiz/v1/courses/{id}', byId(idOrSlug))),
    progress: (courseId: string) => unwrap(client.GET('/api/quiz/v1/courses/{id}/progress', byId(courseId))),
    /** Starts an attempt, or answers the one that is open. */
    start: (sectionId: string) => unwrap(client.POST('/api/quiz/v1/sections/{id}/attempts', byId(sectionId))),
    attempts: (sectionId: string) => unwrap(client.GET('/api/quiz/v1/sections/{id}/attempts', byId(sectionId))),
    attempt: (id: string) => unwrap(client.GET('/api/quiz/v1/attempts/{id}', byId(id))),
    /** Idempotent per sequence: a lower or equal one answers what is stored. */
    saveAnswer: (id: string, { questionId, ...body }: AnswerToSave) =>
      unwrap(
        client.PUT('/api/quiz/v1/attempts/{id}/answers/{questionId}', { params: { path: { id, questionId } }, body }),
      ),
    /** Ends the attempt with the answers sent along; a repeat gives the same result. */
    submit: (id: string, answers: AnswerToSave[]) =>
      unwrap(client.POST('/api/quiz/v1/attempts/{id}:submit', { ...byId(id), body: { answers } })),
    /** My challenges of an attempt's questions. */
    challenges: (attemptId: string) => unwrap(client.GET('/api/quiz/v1/attempts/{id}/challenges', byId(attemptId))),
    challenge: (attemptId: string, questionId: string, text: string) =>
      unwrap(
        client.POST('/api/quiz/v1/attempts/{id}/questions/{questionId}/challenge', {
          params: { path: { id: attemptId, questionId } },
          body: { text },
        }),
      ),
    /** Starts a practice, or answers the one that is open. Nothing of it counts. */
    practise: (sectionId: string) => unwrap(client.POST('/api/quiz/v1/sections/{id}/practice', byId(sectionId))),
    practice: (id: string) => unwrap(client.GET('/api/quiz/v1/practice/{id}', byId(id))),
    /** With the number of the try, a repeat counts once. */
    tryPractice: (id: string, questionId: string, body: { answer: Answer; number: number }) =>
      unwrap(
        client.POST('/api/quiz/v1/practice/{id}/questions/{questionId}/tries', {
          params: { path: { id, questionId } },
          body,
        }),
      ),
    finishPractice: (id: string) => unwrap(client.POST('/api/quiz/v1/practice/{id}:finish', byId(id))),
    /** The extra time and attempts that I have. */
    accommodation: () => unwrap(client.GET('/api/quiz/v1/me/accommodation')),
    /** With an id only that one, and none where it is somebody else's. */
    myCredentials: (query: { cursor?: string; limit?: number; id?: string } = {}) =>
      unwrap(client.GET('/api/quiz/v1/me/credentials', { params: { query } })),
    credential: (id: string) => unwrap(client.GET('/api/quiz/v1/credentials/{id}', byId(id))),
    /** Whether others see my name on it. */
    showCredential: (id: string, showsName: boolean) =>
      unwrap(client.PATCH('/api/quiz/v1/me/credentials/{id}', { ...byId(id), body: { showsName } })),
    verification: (id: string) => unwrap(client.GET('/api/quiz/v1/credentials/{id}/verification', byId(id))),
    dashboard: (id: string) => unwrap(client.GET('/api/quiz/v1/cohorts/{id}/dashboard', byId(id))),
    /** The dashboard's numbers as CSV text, one row per learner and section. */
    exportCohort: (id: string) =>
      unwrap(client.GET('/api/quiz/v1/cohorts/{id}/export.csv', { ...byId(id), parseAs: 'text' })),
  };
}
