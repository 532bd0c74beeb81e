import type { Question, QuestionType } from '#libs/contracts';
import type { z } from 'zod';

import type { Problem } from '../problem.js';
import type { Rational } from '../rational.js';
import type { Answer } from './answer.js';
import type { Outcome, PaperQuestion } from './paper-question.js';

export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;

/** What only one type adds to the paper. */
export type Presented = Omit<Partial<PaperQuestion>, 'id' | 'type' | 'points'>;

/** How one prompt, item or gap did. */
export interface PartGrade {
  /** The author's id of the part. */
  readonly partId: string;
  readonly share: Rational;
  readonly outcome: Outcome;
  /** About what was answered here. */
  readonly feedback: string | null;
}

/** What an answer earns. */
export interface AnswerGrade {
  /** Of the mark, -1 to 1; null when a person has to mark it. */
  readonly share: Rational | null;
  /** Of a question of several parts; empty for the others. */
  readonly parts: readonly PartGrade[];
  /** About what was answered, where the type knows more than the feedback of its options. */
  readonly feedback: string | null;
}

/** What the review shows once the policy allows it. Ids are those of the paper. */
export interface Revelation {
  /** Null for an essay: there is no key. */
  readonly key: Answer | null;
  readonly optionFeedback: readonly {
    readonly optionId: string;
    readonly isKey: boolean;
    readonly feedback: string | null;
  }[];
  readonly explanation: string | null;
}

export type ParsedAnswer = { readonly answer: Answer } | { readonly problem: Problem };

/** Parts whose order on the paper is drawn together. */
export interface PartGroup {
  readonly ids: readonly string[];
  /** `always` where the order of writing is the key; `allowed` where author and policy both must agree. */
  readonly shuffle: 'always' | 'allowed' | 'never';
}

/**
 * A class of answers to one part of a question: what distractor analysis counts. `partId` is empty for questions of one part.
 * `isRight` says whether this class earns the whole of the part.
 */
export interface ResponseClass {
  readonly partId: string;
  /** An option's id, or a text as grading compares it. */
  readonly value: string;
  readonly isRight: boolean;
}

/** A class of answers that the question itself offers, as its author knows it. */
export interface OfferedClass extends ResponseClass {
  /** The prompt, item or gap; empty for questions of one part. */
  readonly part: string;
  readonly label: string;
}

/**
 * What one type of question knows. Everything is pure. `order` holds the author's ids of the parts in the order shown: all groups
 * of `partGroups`, one after the other.
 */
export interface QuestionRules<Q extends Question> {
  /** Why nobody could earn the mark, beyond what all types share. */
  problems(question: Q): Problem[];
  /** Everything whose order on the paper matters; empty for types without such parts. */
  partGroups(question: Q): readonly PartGroup[];
  present(question: Q, order: readonly string[]): Presented;
  /** The shape an answer must have. */
  readonly answerShape: z.ZodType<Answer>;
  /** From the ids on the paper to the author's; a problem when something is not on the paper. */
  toStored(question: Q, answer: Answer, order: readonly string[]): ParsedAnswer;
  /** From the author's ids to those on the paper; what is not on the paper is left out. */
  toShown(question: Q, answer: Answer, order: readonly string[]): Answer;
  /** Whether the answer says nothing, such as blank text. */
  isBlank(answer: Answer): boolean;
  grade(question: Q, answer: Answer): AnswerGrade;
  /** With the author's ids; null where no key exists. */
  key(question: Q): Answer | null;
  feedback(question: Q, order: readonly string[]): Revelation['optionFeedback'];
  /** The paper's id of a part that `grade` names. */
  shownPart(question: Q, partId: string, order: readonly string[]): string;
  /** What the answer says, for distractor analysis. */
  classes(question: Q, answer: Answer): readonly ResponseClass[];
  /** Everything that can be chosen, so that what nobody chose is seen, too; nothing for parts where learners type. */
  offered(question: Q): readonly OfferedClass[];
  /** The share that blind guessing earns on average, 0 to 1 (the `random guess score` of Moodle's statistics). */
  guess(question: Q): Rational;
}
