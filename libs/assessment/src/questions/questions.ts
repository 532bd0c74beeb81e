import type { Question, QuestionType } from '#libs/contracts';

import type { Problem } from '../problem.js';
import { Rational } from '../rational.js';
import type { Answer } from './answer.js';
import { cloze } from './cloze/cloze.js';
import { essay } from './essay/essay.js';
import { matching } from './matching/matching.js';
import { multipleChoice } from './multiple-choice/multiple-choice.js';
import { numeric } from './numeric/numeric.js';
import { ordering } from './ordering/ordering.js';
import type { Outcome, PaperQuestion } from './paper-question.js';
import type {
  AnswerGrade,
  OfferedClass,
  ParsedAnswer,
  PartGroup,
  QuestionOf,
  QuestionRules,
  ResponseClass,
  Revelation,
} from './question-rules.js';
import { outcomeOf } from './shares.js';
import { shortText } from './short-text/short-text.js';
import { singleChoice } from './single-choice/single-choice.js';
import { trueFalse } from './true-false/true-false.js';
import { unreachable } from '../unreachable.js';

/** The one place that knows all types: a new type is a folder and a line here. */
const registry: { readonly [Type in QuestionType]: QuestionRules<QuestionOf<Type>> } = {
  single_choice: singleChoice,
  multiple_choice: multipleChoice,
  true_false: trueFalse,
  short_text: shortText,
  numeric,
  matching,
  ordering,
  cloze,
  essay,
};

/** A question as it stands on one learner's paper. `optionOrder` comes from `drawPaper` and is kept with the attempt. */
export interface PaperItem {
  readonly question: Question;
  readonly optionOrder: readonly string[];
}

export interface QuestionGrade {
  /** Below zero where the author lets wrong answers cost something. */
  readonly score: Rational;
  readonly scoreMax: Rational;
  readonly outcome: Outcome;
}

/** Every reason why nobody could earn the mark of this question; empty for a sound one. Pointers start at the question. */
export function questionProblems(question: Question): Problem[] {
  const problems: Problem[] = [];
  const points = Rational.tryParse(question.points);
  if (question.stem.trim() === '') {
    problems.push({ pointer: '/stem', code: 'stem_missing', detail: 'The question asks nothing.' });
  }
  if (points === null || points.compare(Rational.zero) <= 0) {
    problems.push({ pointer: '/points', code: 'points_invalid', detail: 'The points must be a number above zero.' });
  }
  return [...problems, ...rulesOf(question).problems(question)];
}

/** The parts of the question whose order on a paper is drawn, in the author's order; empty for types without such parts. */
export function partGroupsOf(question: Question): readonly PartGroup[] {
  return rulesOf(question).partGroups(question);
}

/** The question for the learner's eyes: nothing in it shows or implies the key. */
export function presentQuestion({ question, optionOrder }: PaperItem): PaperQuestion {
  const { id, type, stem, points } = question;
  return {
    id,
    type,
    stem,
    points: Rational.parse(points).toNumber(),
    ...rulesOf(question).present(question, optionOrder),
  };
}

/**
 * Reads what a client sent as the answer to this question. The answer that comes back holds the author's ids: store and grade
 * that one. A wrong shape or a part that is not on the paper is a problem; whether the answer is right plays no role.
 */
export function parseAnswer({ question, optionOrder }: PaperItem, input: unknown): ParsedAnswer {
  const rules = rulesOf(question);
  const parsed = rules.answerShape.safeParse(input);
  if (parsed.success) return rules.toStored(question, parsed.data, optionOrder);
  const issue = parsed.error.issues[0]!; // a failure has at least one issue
  const pointer = issue.path.map((step) => `/${String(step)}`).join('');
  const detail = `This is not an answer to a ${question.type} question: ${issue.message}`;
  return { problem: { pointer, code: 'answer_invalid', detail } };
}

/** A stored answer with the ids of the learner's paper: what `parseAnswer` was given. */
export function showAnswer({ question, optionOrder }: PaperItem, answer: Answer): Answer {
  return rulesOf(question).toShown(question, answer, optionOrder);
}

/** Whether the answer says nothing, such as blank text. */
export function isBlankAnswer(question: Question, answer: Answer): boolean {
  return rulesOf(question).isBlank(answer);
}

/**
 * The score of a stored answer; null stands for no answer. A share that a person decided (a marker's, or that of a regrade) wins
 * over the rule of the type. Throws AnswerMismatch when the answer is of another type.
 */
export function gradeQuestion(question: Question, answer: Answer | null, decided?: Rational): QuestionGrade {
  const scoreMax = Rational.parse(question.points);
  if (decided !== undefined) return { score: decided.times(scoreMax), scoreMax, outcome: outcomeOf(decided) };
  const rules = rulesOf(question);
  if (answer === null || rules.isBlank(answer)) return { score: Rational.zero, scoreMax, outcome: 'unanswered' };
  const { share } = rules.grade(question, answer);
  if (share === null) return { score: Rational.zero, scoreMax, outcome: 'pending' };
  return { score: share.times(scoreMax), scoreMax, outcome: outcomeOf(share) };
}

/** Whether a person marks the answers, so that no rule could repeat the grade. */
export function isMarkedByHand(question: Question): boolean {
  return question.type === 'essay';
}

/** What every part of the answer earned and what is to be said about it; null for no answer. Call it only as `reviewFor` allows. */
export function explainAnswer(item: PaperItem, answer: Answer | null): AnswerGrade | null {
  const { question, optionOrder } = item;
  const rules = rulesOf(question);
  if (answer === null || rules.isBlank(answer)) return null;
  const grade = rules.grade(question, answer);
  const parts = grade.parts.map((part) => ({
    ...part,
    partId: rules.shownPart(question, part.partId, optionOrder),
  }));
  return { ...grade, parts };
}

/** What the author says of a whole answer that came out like this; null for nothing. */
export function outcomeFeedbackOf({ outcomeFeedback = {} }: Question, outcome: Outcome): string | null {
  switch (outcome) {
    case 'correct':
    case 'partial':
    case 'incorrect':
      return outcomeFeedback[outcome] ?? null;
    case 'unanswered':
    case 'pending':
      return null;
    default:
      return unreachable('outcome', outcome);
  }
}

/** Key, feedback and explanation. Call it only when `reviewFor` allows. */
export function revealQuestion(item: PaperItem): Revelation {
  const { question, optionOrder } = item;
  const rules = rulesOf(question);
  const key = rules.key(question);
  return {
    key: key === null ? null : showAnswer(item, key),
    optionFeedback: rules.feedback(question, optionOrder),
    explanation: question.explanation ?? null,
  };
}

/** What a stored answer says, part by part, for distractor analysis; empty for a blank one. */
export function responseClasses(question: Question, answer: Answer | null): readonly ResponseClass[] {
  const rules = rulesOf(question);
  return answer === null || rules.isBlank(answer) ? [] : rules.classes(question, answer);
}

/** Everything that the question offers to choose from, as its author knows it; nothing for parts where learners type. */
export function offeredClasses(question: Question): readonly OfferedClass[] {
  return rulesOf(question).offered(question);
}

/** The share that blind guessing earns on average, 0 to 1. */
export function randomGuessShare(question: Question): Rational {
  return rulesOf(question).guess(question);
}

// The table above pairs each type with its rules; method parameters compare both ways, so no cast is needed to say so.
function rulesOf(question: Question): QuestionRules<Question> {
  return registry[question.type];
}
