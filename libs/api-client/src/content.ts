import type { Client } from 'openapi-fetch';

import type { paths } from './generated/content.js';
import type {
  CourseChange,
  PreviewRequest,
  QuestionDraft,
  QuestionFile,
  QuestionFilter,
  QuestionFormat,
  QuestionName,
  SectionChange,
} from './shapes.js';
import { unwrap } from './transport.js';

/** An entity tag as `If-Match` wants it. */
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** The document knows a file as a string of bytes; what travels is the file itself. */
const asFile = (file: Blob, type: string) => ({
  body: '',
  bodySerializer: () => file,
  headers: { 'content-type': type },
});

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
    addSection: (id: string, title: string) =>
      unwrap(client.POST('/api/content/v1/courses/{id}/sections', { params: { path: { id } }, body: { title } })),
    changeSection: (id: string, version: number, body: SectionChange) =>
      unwrap(
        client.PATCH('/api/content/v1/sections/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
      ),
    removeSection: (id: string, version: number) =>
      unwrap(client.DELETE('/api/content/v1/sections/{id}', { params: { path: { id }, header: ifMatch(version) } })),
    questions: (id: string, query: QuestionFilter = {}) =>
      unwrap(client.GET('/api/content/v1/sections/{id}/questions', { params: { path: { id }, query } })),
    /** Counts by tag, difficulty and type, for filters and pools. */
    tags: (id: string) => unwrap(client.GET('/api/content/v1/sections/{id}/tags', { params: { path: { id } } })),
    question: (id: string) => unwrap(client.GET('/api/content/v1/questions/{id}', { params: { path: { id } } })),
    questionVersions: (id: string, query: { cursor?: string; limit?: number } = {}) =>
      unwrap(client.GET('/api/content/v1/questions/{id}/versions', { params: { path: { id }, query } })),
    addQuestion: (sectionId: string, question: QuestionDraft) =>
      unwrap(
        client.POST('/api/content/v1/sections/{id}/questions', {
          params: { path: { id: sectionId } },
          body: { question },
        }),
      ),
    /** Makes the next version. */
    changeQuestion: (id: string, version: number, question: QuestionDraft) =>
      unwrap(
        client.PUT('/api/content/v1/questions/{id}', {
          params: { path: { id }, header: ifMatch(version) },
          body: { question },
        }),
      ),
    /** The question as a learner would meet it, what keeps it from being published, and what an answer would earn. */
    previewQuestion: (body: PreviewRequest) => unwrap(client.POST('/api/content/v1/questions:preview', { body })),
    duplicateQuestion: (id: string) =>
      unwrap(client.POST('/api/content/v1/questions/{id}:duplicate', { params: { path: { id } } })),
    moveQuestion: (id: string, version: number, sectionId: string) =>
      unwrap(
        client.PATCH('/api/content/v1/questions/{id}', {
          params: { path: { id }, header: ifMatch(version) },
          body: { sectionId },
        }),
      ),
    /** All of them or none; `version_stale` names those that somebody changed meanwhile. */
    moveQuestions: (from: string, questions: QuestionName[], sectionId: string) =>
      unwrap(
        client.POST('/api/content/v1/sections/{id}/questions:move', {
          params: { path: { id: from } },
          body: { questions, sectionId },
        }),
      ),
    removeQuestions: (sectionId: string, questions: QuestionName[]) =>
      unwrap(
        client.POST('/api/content/v1/sections/{id}/questions:remove', {
          params: { path: { id: sectionId } },
          body: { questions },
        }),
      ),
    tagQuestions: (sectionId: string, body: { questions: QuestionName[]; add?: string[]; remove?: string[] }) =>
      unwrap(client.POST('/api/content/v1/sections/{id}/questions:tag', { params: { path: { id: sectionId } }, body })),
    /** `dryRun` says what would become of each item and stores nothing. A text of some length, or any file, goes as `file`. */
    importQuestions: (id: string, { format, dryRun, ...given }: QuestionFile & { dryRun: boolean }) =>
      'text' in given
        ? unwrap(
            client.POST('/api/content/v1/sections/{id}/questions:import', {
              params: { path: { id }, query: { dryRun } },
              body: { format, ...given },
            }),
          )
        : unwrap(
            client.POST('/api/content/v1/sections/{id}/questions:import-file', {
              params: { path: { id }, query: { format, dryRun, name: given.file.name } },
              ...asFile(given.file, 'application/octet-stream'),
            }),
          ),
    /** The bank as a file to keep. */
    exportQuestions: (id: string, format: QuestionFormat) =>
      unwrap(
        client.GET('/api/content/v1/sections/{id}/questions:export', {
          params: { path: { id }, query: { format } },
          parseAs: 'blob',
        }),
      ),
    /** What that file cannot hold, question by question. */
    exportReport: (id: string, format: QuestionFormat) =>
      unwrap(
        client.GET('/api/content/v1/sections/{id}/questions:export', {
          params: { path: { id }, query: { format, report: true } },
        }),
      ),
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
    removeQuestion: (id: string, version: number) =>
      unwrap(client.DELETE('/api/content/v1/questions/{id}', { params: { path: { id }, header: ifMatch(version) } })),
  };
}
