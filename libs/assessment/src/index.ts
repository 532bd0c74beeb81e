export * from './accommodation.js';
export * from './attempt.js';
export * from './draw.js';
export * from './eligibility.js';
export * from './grade.js';
export * from './problem.js';
export * from './publication.js';
export { answerSchema, AnswerMismatch, type Answer } from './questions/answer.js';
export type { PaperQuestion, ParsedAnswer, Revelation } from './questions/question-rules.js';
export {
  gradeQuestion,
  parseAnswer,
  presentQuestion,
  questionProblems,
  revealQuestion,
  showAnswer,
  type Outcome,
  type PaperItem,
  type QuestionGrade,
} from './questions/questions.js';
export { Rational } from './rational.js';
export * from './review.js';
