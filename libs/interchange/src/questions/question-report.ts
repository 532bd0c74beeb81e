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
  /** Pictures that the question shows as `media:<name>`. */
  readonly media?: readonly QuestionMedia[];
}

/** A picture that came with a question. */
export interface QuestionMedia {
  /** The first 32 digits of its SHA-256, and its kind: `9f86…0f.png`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A part of the file that is no question and was not meant to be one. */
export interface QuestionNote {
  readonly line: number;
  readonly kind: 'title' | 'introduction' | 'front_matter' | 'package';
  readonly message: string;
}

export interface QuestionsResult {
  readonly items: readonly QuestionItem[];
  readonly notes: readonly QuestionNote[];
}

/** What became of one question on its way out. */
export interface WriteItem {
  /** The question's name, or the beginning of its stem. */
  readonly title: string;
  /** The question's id. */
  readonly key: string;
  readonly outcome: 'written' | 'written_with_loss' | 'left_out';
  /** What the format cannot hold. */
  readonly losses: readonly string[];
}

export interface WriteReport {
  readonly items: readonly WriteItem[];
}

/** A file of text with what it could not hold. */
export interface WrittenText {
  readonly text: string;
  readonly report: WriteReport;
}
