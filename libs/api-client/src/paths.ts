import type * as S from './shapes.js';

// Stands in for the generated path types until the services publish their documents; same shape as openapi-typescript's.
interface Ok<Body> {
  200: { headers: Record<string, unknown>; content: { 'application/json': Body } };
}
type Op<Body, Sent = never, Path = never, Query = never, Header = never> = {
  parameters: ([Path] extends [never] ? { path?: never } : { path: Path }) &
    ([Query] extends [never] ? { query?: never } : { query?: Query }) &
    ([Header] extends [never] ? { header?: never } : { header: Header });
  responses: Ok<Body>;
} & ([Sent] extends [never] ? { requestBody?: never } : { requestBody: { content: { 'application/json': Sent } } });
interface Id {
  id: string;
}
interface Paging {
  cursor?: string;
  limit?: number;
}
interface IfMatch {
  'if-match': string;
}
type Methods<M extends Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', unknown>>> = M;

export interface authPaths {
  '/api/auth/v1/accounts': Methods<{
    get: Op<S.Page<S.Account>, never, never, Paging & { search?: string }>;
    post: Op<S.Account, { email: string; password: string; displayName: string }>;
  }>;
  '/api/auth/v1/accounts/{id}/roles': Methods<{ put: Op<S.Account, { roles: S.Role[] }, Id> }>;
  '/api/auth/v1/accounts/{id}/status': Methods<{ put: Op<S.Account, { status: 'active' | 'suspended' }, Id> }>;
  '/api/auth/v1/sessions': Methods<{
    get: Op<S.Page<S.SignInSession>>;
    post: Op<S.SessionGrant, { email: string; password: string }>;
    delete: Op<undefined>;
  }>;
  '/api/auth/v1/sessions/refresh': Methods<{ post: Op<S.SessionGrant> }>;
  '/api/auth/v1/sessions/current': Methods<{ delete: Op<undefined> }>;
  '/api/auth/v1/me': Methods<{ get: Op<S.Account>; patch: Op<S.Account, { displayName: string }> }>;
  '/api/auth/v1/me/password': Methods<{ put: Op<undefined, { currentPassword: string; newPassword: string }> }>;
}

export interface contentPaths {
  '/api/content/v1/courses:import': Methods<{
    post: Op<{ course: S.DraftCourse; report: S.ImportReport }, { markdown: string; courseId?: string }>;
  }>;
  '/api/content/v1/courses': Methods<{
    get: Op<S.Page<S.DraftCourseSummary>, never, never, Paging>;
    post: Op<S.DraftCourse, { title: string; slug?: string }>;
  }>;
  '/api/content/v1/courses/{id}': Methods<{
    get: Op<S.DraftCourse, never, Id>;
    patch: Op<S.DraftCourse, { title?: string; summary?: string; slug?: string }, Id, never, IfMatch>;
  }>;
  '/api/content/v1/courses/{id}/sections': Methods<{ post: Op<S.DraftSection, { title: string }, Id> }>;
  '/api/content/v1/sections/{id}': Methods<{
    patch: Op<S.DraftSection, Partial<S.SectionChange>, Id, never, IfMatch>;
    delete: Op<undefined, never, Id, never, IfMatch>;
  }>;
  '/api/content/v1/sections/{id}/questions': Methods<{
    get: Op<S.Page<S.QuestionView>, never, Id, Paging & { search?: string }>;
  }>;
  '/api/content/v1/questions/{id}': Methods<{ delete: Op<undefined, never, Id, never, IfMatch> }>;
  '/api/content/v1/sections/{id}/questions:import': Methods<{
    post: Op<S.QuestionImportReport, { format: 'markdown'; text: string }, Id, { dryRun?: boolean }>;
  }>;
  '/api/content/v1/courses/{id}:publish': Methods<{ post: Op<S.PublicationView, never, Id, never, IfMatch> }>;
}

export interface quizPaths {
  '/api/quiz/v1/courses': Methods<{ get: Op<S.Page<S.CatalogCourse>, never, never, Paging> }>;
  '/api/quiz/v1/courses/{id}': Methods<{ get: Op<S.CourseOutline, never, Id> }>;
  '/api/quiz/v1/courses/{id}/progress': Methods<{ get: Op<S.CourseProgress, never, Id> }>;
  '/api/quiz/v1/sections/{id}/attempts': Methods<{
    get: Op<S.Page<S.AttemptSummary>, never, Id, Paging>;
    post: Op<S.Attempt, never, Id>;
  }>;
  '/api/quiz/v1/attempts/{id}': Methods<{ get: Op<S.Attempt, never, Id> }>;
  '/api/quiz/v1/attempts/{id}/answers/{questionId}': Methods<{
    put: Op<
      { questionId: string; sequence: number; savedAt: string },
      { sequence: number; answer: S.Answer | null },
      Id & { questionId: string }
    >;
  }>;
  '/api/quiz/v1/attempts/{id}:submit': Methods<{ post: Op<S.Attempt, { answers?: S.AnswerToSave[] }, Id> }>;
  '/api/quiz/v1/me/credentials': Methods<{ get: Op<S.Page<S.CredentialView>, never, never, Paging> }>;
  '/api/quiz/v1/credentials/{id}': Methods<{ get: Op<S.CredentialView, never, Id> }>;
  '/api/quiz/v1/credentials/{id}/verification': Methods<{ get: Op<S.Verification, never, Id> }>;
  '/api/quiz/v1/cohorts': Methods<{
    get: Op<S.Page<S.Cohort>, never, never, Paging>;
    post: Op<S.Cohort, { name: string; courseId: string }>;
  }>;
  '/api/quiz/v1/cohorts/{id}': Methods<{ get: Op<S.Cohort, never, Id> }>;
  '/api/quiz/v1/cohorts/{id}/enrolments': Methods<{ post: Op<S.EnrolmentReport, { emails: string[] }, Id> }>;
  '/api/quiz/v1/cohorts/{id}/dashboard': Methods<{ get: Op<S.Dashboard, never, Id> }>;
  '/api/quiz/v1/cohorts/{id}/export.csv': Methods<{ get: Op<string, never, Id> }>;
}
