import type { QuestionType } from '#libs/api-client';

export const typeWords: Record<QuestionType, string> = {
  single_choice: 'Single choice',
  multiple_choice: 'Multiple choice',
  true_false: 'True or false',
  short_text: 'Short text',
  numeric: 'Number',
  matching: 'Matching',
  ordering: 'Ordering',
  cloze: 'Text with gaps',
  essay: 'Essay',
};

/** Every type, in the order in which authors are offered them. */
export const questionTypes: readonly QuestionType[] = [
  'single_choice',
  'multiple_choice',
  'true_false',
  'short_text',
  'numeric',
  'matching',
  'ordering',
  'cloze',
  'essay',
];

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

export const difficultyWords: Record<Difficulty, string> = { easy: 'Easy', medium: 'Medium', hard: 'Hard' };

/** The stem as one short line of plain words, for lists. */
export function stemLine(stem: string, lengthMax = 90): string {
  const line = stem
    .replaceAll(/[`*#>]+/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line.length <= lengthMax ? line : `${line.slice(0, lengthMax - 1).trimEnd()}…`;
}
