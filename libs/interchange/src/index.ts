export { readAiken } from './aiken/read-aiken.js';
export { writeAiken } from './aiken/write-aiken.js';
export { readCsvQuestions } from './csv/read-csv.js';
export { writeCsvQuestions } from './csv/write-csv.js';
export { type GiftOptions, readGift } from './gift/read-gift.js';
export { writeGift } from './gift/write-gift.js';
export { detectFormat } from './formats/detect-format.js';
export {
  type Pictures,
  type QuestionFormat,
  type QuestionFormatName,
  questionFormatNames,
  questionFormats,
  type WrittenFile,
} from './formats/question-formats.js';
export { type QuestionsOptions, readMarkdownQuestions } from './questions/read-questions.js';
export type * from './questions/question-report.js';
export { writeMarkdownQuestions } from './questions/write-questions.js';
export { readRoadmap } from './roadmap/read-roadmap.js';
export type * from './roadmap/roadmap.js';
export type { CourseContent, CourseSection } from './folder/course-content.js';
export type { CourseFolderResult, FileReport } from './folder/folder-report.js';
export { readQuestionsYaml, writeQuestionsJson, writeQuestionsYaml } from './folder/questions-file.js';
export { readCourseFolder } from './folder/read-course-folder.js';
export { writeCourseFolder } from './folder/write-course-folder.js';
export type { FileProblem } from './folder/yaml-tree.js';
export { picturesIn, storedPicture } from './media/stored-picture.js';
export { type MoodleXmlOptions, readMoodleXml } from './moodle-xml/read-moodle-xml.js';
export { type MoodleXmlWriting, writeMoodleXml } from './moodle-xml/write-moodle-xml.js';
export { readQti } from './qti/read-qti.js';
export { type QtiMeta, writeQti, type WrittenPackage } from './qti/write-qti.js';
export { zipLimits, type ZipLimits } from './zip/limits.js';
export { looksZipped, readZip, type ZipFiles, type ZipResult } from './zip/read-zip.js';
export { writeZip } from './zip/write-zip.js';
export type { ZipRefusal, ZipRefusalCode } from './zip/zip-refusal.js';
