import { randomUUID } from 'node:crypto';

import {
  type PreviousCourse,
  type QuestionsResult,
  readMarkdownQuestions,
  readRoadmap,
  type RoadmapResult,
} from '#libs/interchange';

export interface ReadingResults {
  roadmap: RoadmapResult;
  questions: QuestionsResult;
}

/** A file to be read, as it travels to the thread that reads it. */
export interface Reading<What extends keyof ReadingResults = keyof ReadingResults> {
  readonly what: What;
  readonly text: string;
  /** For a roadmap: the course that it renews. */
  readonly previous?: PreviousCourse;
}

const readers: { [What in keyof ReadingResults]: (reading: Reading) => ReadingResults[What] } = {
  roadmap: ({ text, previous }) => readRoadmap(text, { newId: randomUUID, previous }),
  questions: ({ text }) => readMarkdownQuestions(text, { newId: randomUUID }),
};

export function read<What extends keyof ReadingResults>(reading: Reading<What>): ReadingResults[What] {
  return readers[reading.what](reading);
}
