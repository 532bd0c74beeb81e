export { type QuestionsOptions, readMarkdownQuestions } from './questions/read-questions.js';
export type * from './questions/question-report.js';
export { writeMarkdownQuestions } from './questions/write-questions.js';
export { readRoadmap } from './roadmap/read-roadmap.js';
export type * from './roadmap/roadmap.js';
