export * from './accommodation.js';
export * from './attempt.js';
export * from './draw.js';
export * from './eligibility.js';
export * from './grade.js';
export type { Finding } from './lint/finding.js';
export { lintQuestions, type LintContext } from './lint/lint.js';
export * from './practice.js';
export * from './problem.js';
export * from './publication.js';
export { type Answer, AnswerMismatch, answerLengthMax, answerSchema, essayLengthMax } from './questions/answer.js';
export { gapIdsIn } from './questions/cloze/placeholders.js';
export { type Mark, shareOfMark } from './questions/essay/marking.js';
export { type Outcome, outcomeSchema, type PaperQuestion, paperQuestionSchema } from './questions/paper-question.js';
export type {
  AnswerGrade,
  OfferedClass,
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
  offeredClasses,
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
export * from './renewal.js';
export * from './review.js';
export * from './standing.js';
export { analyse, type AnalysedItem, type Analysis, type MarkedItem, type MarkMatrix } from './statistics/analyse.js';
export type { Frequency, MarkCount } from './statistics/sums.js';
export * from './statistics/counting.js';
export * from './statistics/flags.js';
export * from './statistics/item-figures.js';
export * from './statistics/marks.js';
export * from './statistics/paper-figures.js';
export * from './statistics/positions.js';
export * from './statistics/response-time.js';
