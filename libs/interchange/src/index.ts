export { type QuestionsOptions, readMarkdownQuestions } from './questions/read-questions.js';
export type * from './questions/question-report.js';
export { writeMarkdownQuestions } from './questions/write-questions.js';
export { readRoadmap } from './roadmap/read-roadmap.js';
export type * from './roadmap/roadmap.js';
export { zipLimits, type ZipLimits } from './zip/limits.js';
export { looksZipped, readZip, type ZipFiles, type ZipResult } from './zip/read-zip.js';
export { writeZip } from './zip/write-zip.js';
export type { ZipRefusal, ZipRefusalCode } from './zip/zip-refusal.js';
