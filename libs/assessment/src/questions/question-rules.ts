import type { Question, QuestionType } from '#libs/contracts';
import type { z } from 'zod';

import type { Problem } from '../problem.js';
import type { Rational } from '../rational.js';
import type { Answer } from './answer.js';

export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;

/** A question as a learner sees it. It has no room for a key, feedback, tolerance or explanation. */
export interface PaperQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly stem: string;
  readonly points: number;
  readonly options?: readonly { readonly id: string; readonly text: string }[];
  readonly unit?: string;
}

/** What the review shows once the policy allows it. */
export interface Revelation {
  readonly key: Answer;
  readonly optionFeedback: readonly {
    readonly optionId: string;
    readonly isKey: boolean;
    readonly feedback: string | null;
  }[];
  readonly explanation: string | null;
}

export type ParsedAnswer = { readonly answer: Answer } | { readonly problem: Problem };

/** What one type of question knows. Everything is pure; `optionOrder` holds the author's option ids in the order shown. */
export interface QuestionRules<Q extends Question> {
  /** Why nobody could earn the mark, beyond what all types share. */
  problems(question: Q): Problem[];
  /** Ids of the options in the author's order; empty for types without any. */
  optionIds(question: Q): string[];
  /** The parts of the paper that only this type has. */
  present(question: Q, optionOrder: readonly string[]): Pick<PaperQuestion, 'options' | 'unit'>;
  /** The shape an answer must have. */
  readonly answerShape: z.ZodType<Answer>;
  /** From the ids on the paper to the author's; a problem when an option is not on the paper. */
  toStored(answer: Answer, optionOrder: readonly string[]): ParsedAnswer;
  /** From the author's ids to those on the paper. */
  toShown(answer: Answer, optionOrder: readonly string[]): Answer;
  /** Whether the answer says nothing, such as blank text. */
  isBlank(answer: Answer): boolean;
  /** Share of the mark that a stored answer earns, 0 to 1. */
  share(question: Q, answer: Answer): Rational;
  /** With the author's option ids. */
  key(question: Q): Answer;
  feedback(question: Q, optionOrder: readonly string[]): Revelation['optionFeedback'];
}
