export * from './accommodation.js';
export * from './attempt.js';
export * from './draw.js';
export * from './eligibility.js';
export * from './grade.js';
export * from './problem.js';
export * from './publication.js';
export { type Answer, AnswerMismatch, answerLengthMax, answerSchema, essayLengthMax } from './questions/answer.js';
export { gapIdsIn } from './questions/cloze/placeholders.js';
export { type Mark, shareOfMark } from './questions/essay/marking.js';
export type {
  AnswerGrade,
  Outcome,
  PaperQuestion,
  ParsedAnswer,
  PartGrade,
  ResponseClass,
  Revelation,
} from './questions/question-rules.js';
export {
  explainAnswer,
  gradeQuestion,
  isBlankAnswer,
  isMarkedByHand,
  outcomeFeedbackOf,
  type PaperItem,
  parseAnswer,
  partGroupsOf,
  presentQuestion,
  type QuestionGrade,
  questionProblems,
  randomGuessShare,
  responseClasses,
  revealQuestion,
  showAnswer,
} from './questions/questions.js';
export { outcomeOf } from './questions/shares.js';
export { Rational } from './rational.js';
export * from './regrade.js';
export * from './review.js';
export * from './standing.js';
