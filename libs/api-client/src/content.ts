import type { Client } from 'openapi-fetch';

import type { paths } from './generated/content.js';
import type { CourseChange, SectionChange } from './shapes.js';
import { unwrap } from './transport.js';

/** An entity tag as `If-Match` wants it. */
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** Drafts, question banks and publications of an author. */
export function contentApi(client: Client<paths>) {
  return {
    courses: (query: { cursor?: string; limit?: number } = {}) =>
      unwrap(client.GET('/api/content/v1/courses', { params: { query } })),
    course: (id: string) => unwrap(client.GET('/api/content/v1/courses/{id}', { params: { path: { id } } })),
    createCourse: (title: string) => unwrap(client.POST('/api/content/v1/courses', { body: { title } })),
    /** Reads a roadmap into a new draft, or into `courseId` with its ids kept. */
    importCourse: (body: { markdown: string; courseId?: string }) =>
      unwrap(client.POST('/api/content/v1/courses:import', { body })),
    changeCourse: (id: string, version: number, body: CourseChange) =>
      unwrap(
        client.PATCH('/api/content/v1/courses/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
      ),
    /** Refused with `course_not_publishable` and every problem in `errors`. */
    publish: (id: string, version: number) =>
      unwrap(
        client.POST('/api/content/v1/courses/{id}:publish', { params: { path: { id }, header: ifMatch(version) } }),
      ),
    addSection: (id: string, title: string) =>
      unwrap(client.POST('/api/content/v1/courses/{id}/sections', { params: { path: { id } }, body: { title } })),
    changeSection: (id: string, version: number, body: SectionChange) =>
      unwrap(
        client.PATCH('/api/content/v1/sections/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
      ),
    removeSection: (id: string, version: number) =>
      unwrap(client.DELETE('/api/content/v1/sections/{id}', { params: { path: { id }, header: ifMatch(version) } })),
    questions: (id: string, query: { search?: string; cursor?: string; limit?: number } = {}) =>
      unwrap(client.GET('/api/content/v1/sections/{id}/questions', { params: { path: { id }, query } })),
    importQuestions: (id: string, text: string, dryRun: boolean) =>
      unwrap(
        client.POST('/api/content/v1/sections/{id}/questions:import', {
          params: { path: { id }, query: dryRun ? { dryRun } : {} },
          body: { format: 'markdown', text },
        }),
      ),
    removeQuestion: (id: string, version: number) =>
      unwrap(client.DELETE('/api/content/v1/questions/{id}', { params: { path: { id }, header: ifMatch(version) } })),
  };
}
