import type { Question, QuestionType } from '#libs/contracts';

import type { Problem } from '../problem.js';
import { Rational } from '../rational.js';
import type { Answer } from './answer.js';
import { multipleChoice } from './multiple-choice/multiple-choice.js';
import { numeric } from './numeric/numeric.js';
import type { PaperQuestion, ParsedAnswer, QuestionOf, QuestionRules, Revelation } from './question-rules.js';
import { shortText } from './short-text/short-text.js';
import { singleChoice } from './single-choice/single-choice.js';
import { trueFalse } from './true-false/true-false.js';

/** The one place that knows all types: a new type is a folder and a line here. */
const registry: { readonly [Type in QuestionType]: QuestionRules<QuestionOf<Type>> } = {
  single_choice: singleChoice,
  multiple_choice: multipleChoice,
  true_false: trueFalse,
  short_text: shortText,
  numeric,
};

/** A question as it stands on one learner's paper. `optionOrder` comes from `drawPaper` and is kept with the attempt. */
export interface PaperItem {
  readonly question: Question;
  readonly optionOrder: readonly string[];
}

export type Outcome = 'correct' | 'partial' | 'incorrect' | 'unanswered';

export interface QuestionGrade {
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

/** Ids of the options in the author's order; empty for types without options. */
export function optionIdsOf(question: Question): string[] {
  return rulesOf(question).optionIds(question);
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
 * Reads what a client sent as the answer to this question. The answer that comes back holds the author's option ids: store and
 * grade that one. A wrong shape or an option that is not on the paper is a problem; whether the answer is right plays no part.
 */
export function parseAnswer({ question, optionOrder }: PaperItem, input: unknown): ParsedAnswer {
  const rules = rulesOf(question);
  const parsed = rules.answerShape.safeParse(input);
  if (parsed.success) return rules.toStored(parsed.data, optionOrder);
  const issue = parsed.error.issues[0]!; // a failure has at least one issue
  const pointer = issue.path.map((step) => `/${String(step)}`).join('');
  const detail = `This is not an answer to a ${question.type} question: ${issue.message}`;
  return { problem: { pointer, code: 'answer_invalid', detail } };
}

/** A stored answer with the option ids of the learner's paper: what `parseAnswer` was given. */
export function showAnswer({ question, optionOrder }: PaperItem, answer: Answer): Answer {
  return rulesOf(question).toShown(answer, optionOrder);
}

/** The score of a stored answer; null stands for no answer. Throws AnswerMismatch when the answer is of another type. */
export function gradeQuestion(question: Question, answer: Answer | null): QuestionGrade {
  const rules = rulesOf(question);
  const scoreMax = Rational.parse(question.points);
  if (answer === null || rules.isBlank(answer)) return { score: Rational.zero, scoreMax, outcome: 'unanswered' };
  const share = rules.share(question, answer);
  return { score: share.times(scoreMax), scoreMax, outcome: outcomeOf(share) };
}

/** Key, feedback and explanation. Call it only when `reviewFor` allows. */
export function revealQuestion(item: PaperItem): Revelation {
  const { question, optionOrder } = item;
  const rules = rulesOf(question);
  return {
    key: showAnswer(item, rules.key(question)),
    optionFeedback: rules.feedback(question, optionOrder),
    explanation: question.explanation ?? null,
  };
}

export function outcomeOf(share: Rational): Outcome {
  if (share.isAtLeast(Rational.one)) return 'correct';
  return share.compare(Rational.zero) > 0 ? 'partial' : 'incorrect';
}

// The table above pairs each type with its rules; method parameters compare both ways, so no cast is needed to say so.
function rulesOf(question: Question): QuestionRules<Question> {
  return registry[question.type];
}
