import { createContext, use } from 'react';

import { ApiProblem, type QuestionPreview } from '#libs/api-client';

import { fieldOf } from './draft.js';

export interface FieldProblem {
  field: string;
  detail: string;
}

/** What stands in the way, by field, for the inputs below. */
export const Problems = createContext<readonly FieldProblem[]>([]);

/** What is wrong with one field, as one sentence or two. */
export function useProblem(field: string): string | null {
  const found = use(Problems).filter((problem) => problem.field === field);
  return found.length === 0 ? null : found.map(({ detail }) => detail).join(' ');
}

/** The schema speaks of shapes; an author left something empty. */
function inWords(detail: string): string {
  if (/(expected string to have >=1|Too small|Invalid input: expected string)/i.test(detail))
    return 'This is still empty.';
  return detail.charAt(0).toUpperCase() + detail.slice(1);
}

/** Problems of a preview, or of a refusal to make one. */
export function problemsOf(preview: QuestionPreview | undefined, error: unknown): FieldProblem[] {
  if (error instanceof ApiProblem) {
    return (error.problem.errors ?? []).map(({ pointer, detail }) => ({
      field: fieldOf(pointer),
      detail: inWords(detail),
    }));
  }
  return (preview?.problems ?? []).map(({ pointer, detail }) => ({ field: fieldOf(pointer), detail }));
}

const partNames: Record<string, string> = {
  options: 'Option',
  accepted: 'Accepted answer',
  alternatives: 'Other answer',
  units: 'Unit',
  prompts: 'Prompt',
  choices: 'Choice',
  items: 'Item',
  gaps: 'Gap',
  rubric: 'Criterion',
  levels: 'level',
  hints: 'Hint',
};

/** `options/1/text` as people name it: "Option 2". */
export function fieldWords(field: string): string {
  const steps = field.split('/');
  const words = steps.flatMap((step, index) => {
    const next = Number(steps[index + 1] ?? 'NaN');
    const part = partNames[step];
    return part !== undefined && Number.isInteger(next) ? [`${part} ${next + 1}`] : [];
  });
  if (words.length > 0) return words.join(', ');
  const [first = ''] = steps;
  return first === '' ? 'Question' : first.charAt(0).toUpperCase() + first.slice(1);
}
