import type { Client } from 'openapi-fetch';

import type { paths } from './generated/content.js';
import type { CourseChange, SectionChange } from './shapes.js';
import { unwrap } from './transport.js';

/** An entity tag as `If-Match` wants it. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** The document knows a file as a string of bytes; what travels is the file itself. */
export const asFile = (file: Blob, type: string) => ({
  body: '',
  bodySerializer: () => file,
  headers: { 'content-type': type },
});

/** Drafts, pictures and publications of an author. */
export function contentApi(client: Client<paths>) {
  return {
    courses: (query: { cursor?: string; limit?: number } = {}) =>
      unwrap(client.GET('/api/content/v1/courses', { params: { query } })),
    course: (id: string) => unwrap(client.GET('/api/content/v1/courses/{id}', { params: { path: { id } } })),
    createCourse: (title: string) => unwrap(client.POST('/api/content/v1/courses', { body: { title } })),
    /** Reads a roadmap into a new draft, or into `courseId` with its ids kept. */
    importCourse: (body: { markdown: string; courseId?: string }) =>
      unwrap(client.POST('/api/content/v1/courses:import', { body })),
    /** The course as a packed folder of files. */
    exportCourse: (id: string) =>
      unwrap(client.GET('/api/content/v1/courses/{id}:export', { params: { path: { id } }, parseAs: 'blob' })),
    /** A new draft made of such a folder; `report.files` says what became of each file. */
    importCourseFolder: (folder: Blob) =>
      unwrap(client.POST('/api/content/v1/courses:import-folder', asFile(folder, 'application/zip'))),
    changeCourse: (id: string, version: number, body: CourseChange) =>
      unwrap(
        client.PATCH('/api/content/v1/courses/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
      ),
    /** Refused with `course_not_publishable` and every problem in `errors`. */
    publish: (id: string, version: number) =>
      unwrap(
        client.POST('/api/content/v1/courses/{id}:publish', { params: { path: { id }, header: ifMatch(version) } }),
      ),
    /** For good: what is archived can be read, but no longer changed. */
    archiveCourse: (id: string) =>
      unwrap(client.POST('/api/content/v1/courses/{id}:archive', { params: { path: { id } } })),
    addSection: (id: string, title: string) =>
      unwrap(client.POST('/api/content/v1/courses/{id}/sections', { params: { path: { id } }, body: { title } })),
    changeSection: (id: string, version: number, body: SectionChange) =>
      unwrap(
        client.PATCH('/api/content/v1/sections/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
      ),
    removeSection: (id: string, version: number) =>
      unwrap(client.DELETE('/api/content/v1/sections/{id}', { params: { path: { id }, header: ifMatch(version) } })),
    /** A picture for the texts of a course; Markdown shows it as `![words](media:<name>)`. */
    addMedia: (courseId: string, picture: Blob) =>
      unwrap(
        client.POST('/api/content/v1/courses/{id}/media', {
          params: { path: { id: courseId } },
          ...asFile(picture, picture.type),
        }),
      ),
    media: (courseId: string, query: { cursor?: string; limit?: number } = {}) =>
      unwrap(client.GET('/api/content/v1/courses/{id}/media', { params: { path: { id: courseId }, query } })),
  };
}
