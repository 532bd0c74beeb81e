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
type Methods<M extends Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', unknown>>> = M;

export interface cohortPaths {
  '/api/quiz/v1/cohorts': Methods<{
    get: Op<{ items: S.Cohort[]; next: string | null }, never, never, Paging>;
    post: Op<S.Cohort, { name: string; courseId: string }>;
  }>;
  '/api/quiz/v1/cohorts/{id}': Methods<{ get: Op<S.Cohort, never, Id> }>;
  '/api/quiz/v1/cohorts/{id}/enrolments': Methods<{ post: Op<S.EnrolmentReport, { emails: string[] }, Id> }>;
  '/api/quiz/v1/cohorts/{id}/dashboard': Methods<{ get: Op<S.Dashboard, never, Id> }>;
  '/api/quiz/v1/cohorts/{id}/export.csv': Methods<{ get: Op<string, never, Id> }>;
}
