import { randomUUID } from 'node:crypto';

import type { Question } from '#libs/contracts';
import {
  type CourseContent,
  type Pictures,
  type PreviousCourse,
  type QuestionFormatName,
  questionFormats,
  readRoadmap,
  type RoadmapResult,
  type WrittenFile,
} from '#libs/interchange';

import { type CourseFolderFile, packCourse, readCoursePackage } from './course-folder.js';
import { type QuestionFile, type QuestionFileResult, readQuestionFile } from './question-file.js';

/** What a thread says first. */
export const isReady = 'ready';

interface Readings {
  roadmap: {
    readonly given: {
      readonly text: string;
      /** The course that the roadmap renews. */
      readonly previous?: PreviousCourse;
    };
    readonly result: RoadmapResult;
  };
  questions: { readonly given: QuestionFile; readonly result: QuestionFileResult };
  /** The way back, which takes as long. */
  export: {
    readonly given: {
      readonly format: QuestionFormatName;
      readonly questions: readonly Question[];
      readonly title: string;
      readonly pictures: Pictures;
    };
    readonly result: WrittenFile;
  };
  pack: { readonly given: CourseContent; readonly result: Uint8Array };
  unpack: { readonly given: { readonly bytes: Uint8Array }; readonly result: CourseFolderFile };
}

/** A file to be read or written, as it travels to the thread that does it. */
export interface Reading<What extends keyof Readings = keyof Readings> {
  readonly what: What;
  readonly given: Readings[What]['given'];
}
export type ResultOf<What extends keyof Readings> = Readings[What]['result'];
export type ReadingKind = keyof Readings;

const readers: { [What in keyof Readings]: (given: Readings[What]['given']) => Readings[What]['result'] } = {
  roadmap: ({ text, previous }) => readRoadmap(text, { newId: randomUUID, previous }),
  questions: (file) => readQuestionFile(file, randomUUID),
  export: ({ format, questions, title, pictures }) => questionFormats[format].write(questions, title, pictures),
  pack: packCourse,
  unpack: ({ bytes }) => readCoursePackage(bytes, randomUUID),
};

export function read<What extends keyof Readings>({ what, given }: Reading<What>): ResultOf<What> {
  return readers[what](given);
}

/** What of a result may change hands instead of being copied. */
export function heavyPartsOf(result: ResultOf<ReadingKind>): ArrayBuffer[] {
  if (!('pictures' in result)) return [];
  return result.pictures.flatMap(({ bytes }) => (bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []));
}

const sizes: { [What in keyof Readings]: (given: Readings[What]['given']) => number } = {
  roadmap: ({ text }) => text.length,
  questions: ({ bytes }) => bytes.length,
  export: ({ questions }) => questions.length * 1_000,
  pack: ({ sections }) => sections.reduce((sum, { questions }) => sum + questions.length * 1_000, 0),
  unpack: ({ bytes }) => bytes.length,
};

/** Characters or bytes, near enough to say how long it may take. */
export function sizeOf<What extends keyof Readings>({ what, given }: Reading<What>): number {
  return sizes[what](given);
}
