import type { QuestionDraft, QuestionRecord, QuestionType } from '#libs/api-client';

export type Draft = QuestionDraft;
export type DraftOf<Type extends QuestionType> = Extract<Draft, { type: Type }>;

/** What every form of one type of question takes. */
export interface FormProps<Type extends QuestionType> {
  draft: DraftOf<Type>;
  onChange: (draft: DraftOf<Type>) => void;
}

/** The first of a, b, …, z, aa that is not taken. */
export function freshId(taken: readonly (string | undefined)[]): string {
  const name = (index: number): string =>
    `${index < 26 ? '' : name(Math.floor(index / 26) - 1)}${String.fromCharCode(97 + (index % 26))}`;
  for (let index = 0; ; index += 1) {
    // Ends: only as many names as there are parts can be taken.
    if (!taken.includes(name(index))) return name(index);
  }
}

const twoOptions = () => [
  { id: 'a', text: '', isKey: true },
  { id: 'b', text: '', isKey: false },
];
const twoParts = () => [
  { id: 'a', text: '' },
  { id: 'b', text: '' },
];

export function emptyDraft(type: QuestionType): Draft {
  const base = { stem: '', points: '1', tags: [] };
  switch (type) {
    case 'single_choice':
      return { ...base, type, options: twoOptions() };
    case 'multiple_choice':
      return { ...base, type, options: twoOptions(), scoring: 'all_or_nothing' };
    case 'true_false':
      return { ...base, type, key: true };
    case 'short_text':
      return { ...base, type, accepted: [''] };
    case 'numeric':
      return { ...base, type, value: '', tolerance: '0' };
    case 'matching':
      // A prompt and a choice never share an id: answers name both in one breath.
      return {
        ...base,
        type,
        prompts: [
          { id: 'c', text: '', match: 'a' },
          { id: 'd', text: '', match: 'b' },
        ],
        choices: twoParts(),
      };
    case 'ordering':
      return { ...base, type, items: twoParts() };
    case 'cloze':
      return { ...base, type, gaps: [] };
    case 'essay':
      return { ...base, type };
    default:
      return type satisfies never;
  }
}

/** A stored question as an author sends it again. */
export function draftOf(record: QuestionRecord): Draft {
  const { id: _id, version: _version, sectionId: _sectionId, updatedAt: _updatedAt, ...draft } = record;
  return draft;
}

/** Without these a question says what is missing; everything else that is empty was simply left out. */
const needed = new Set(['stem', 'text', 'value', 'id', 'match', 'title', 'multiplier', 'kind', 'type']);

function isLeftOut(key: string, value: unknown): boolean {
  return value === undefined || (value === '' && !needed.has(key));
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== '').map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !isLeftOut(key, inner))
      .map(([key, inner]) => [key, tidy(inner)]),
  );
}

/** The draft as it is sent: what was left empty is left out. */
export function tidied(draft: Draft): Draft {
  // Only optional texts and empty lines of lists go; the shape stays the draft's.
  return tidy(draft) as Draft;
}

/** `/question/options/0/text`, `#/options/0/text` and `options/0/text` are the same field. */
export const fieldOf = (pointer: string): string => pointer.replace(/^#?\/?/, '').replace(/^question(\/|$)/, '');
