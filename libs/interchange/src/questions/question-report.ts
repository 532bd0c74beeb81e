import type { Question } from '#libs/contracts';

/** A question as read: complete but for what the caller knows better, its id and version. */
export type QuestionDraft = Question;

export interface QuestionItem {
  readonly line: number;
  /** The beginning of the stem, as plain text. */
  readonly title: string;
  /** What the author wrote as `{#key}`; on export, the question's id. */
  readonly key: string | null;
  readonly outcome: 'imported' | 'imported_with_loss' | 'refused';
  readonly question?: QuestionDraft;
  /** What of an imported question did not arrive. */
  readonly losses: readonly string[];
  /** Why an item was refused. */
  readonly reasons: readonly string[];
}

/** A part of the file that is no question and was not meant to be one. */
export interface QuestionNote {
  readonly line: number;
  readonly kind: 'title' | 'introduction' | 'front_matter';
  readonly message: string;
}

export interface QuestionsResult {
  readonly items: readonly QuestionItem[];
  readonly notes: readonly QuestionNote[];
}
