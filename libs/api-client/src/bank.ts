import type { Client } from 'openapi-fetch';

import { asFile, ifMatch } from './content.js';
import type { paths } from './generated/content.js';
import type {
  PreviewRequest,
  QuestionDraft,
  QuestionFile,
  QuestionFilter,
  QuestionFormat,
  QuestionName,
} from './shapes.js';
import { unwrap } from './transport.js';

/** The question banks of an author, question by question and as files. */
export function bankApi(client: Client<paths>) {
  return {
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
    removeQuestion: (id: string, version: number) =>
      unwrap(client.DELETE('/api/content/v1/questions/{id}', { params: { path: { id }, header: ifMatch(version) } })),
  };
}

/** Many questions at once: as a batch, or as a file in either direction. */
export function bankFilesApi(client: Client<paths>) {
  return {
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
  };
}
