import type { Question } from '#libs/contracts';

type ShortText = Extract<Question, { type: 'short_text' }>;

/** One answer of a short-answer question or gap, in the order in which Moodle tries them. */
export interface TextAnswer {
  readonly text: string;
  readonly share: string;
  readonly feedback?: string | undefined;
}

/** What a text is held against; the fields of a question or of a gap. */
export type TextKey = Pick<ShortText, 'accepted' | 'alternatives' | 'otherFeedback'>;

/**
 * The key that gives each answer what Moodle gives it. Moodle takes the first answer that fits; ours tries alternatives first. So
 * what must be tried before the last alternative is one itself, unless no two answers could fit the same text.
 */
export function textKeyOf(answers: readonly TextAnswer[]): TextKey {
  const last = answers.at(-1);
  const isOther = last?.text === '*' && last.share === '0';
  const tried = isOther ? answers.slice(0, -1) : answers;
  const isFree = !tried.some(({ text }) => hasWildcard(text)) && areDistinct(tried);
  const lastSpecial = tried.findLastIndex((answer) => !isPlain(answer));
  const isAccepted = (answer: TextAnswer, at: number) => isPlain(answer) && (isFree || at > lastSpecial);
  const alternatives = tried.filter((answer, at) => !isAccepted(answer, at)).map(alternativeOf);
  return {
    accepted: tried.filter(isAccepted).map(({ text }) => text),
    ...(alternatives.length > 0 && { alternatives }),
    ...(isOther && last.feedback && { otherFeedback: last.feedback }),
  };
}

/** The answers in the order in which they are tried. */
export function answersOfTextKey({ accepted, alternatives = [], otherFeedback }: TextKey): TextAnswer[] {
  return [
    ...alternatives.map(({ text, share, feedback }) => ({ text, share, feedback })),
    ...accepted.map((text) => ({ text, share: '1' })),
    ...(otherFeedback ? [{ text: '*', share: '0', feedback: otherFeedback }] : []),
  ];
}

function isPlain({ share, feedback }: TextAnswer): boolean {
  return share === '1' && !feedback;
}

function alternativeOf({ text, share, feedback }: TextAnswer) {
  return { text, share, ...(feedback && { feedback }) };
}

function areDistinct(answers: readonly TextAnswer[]): boolean {
  return new Set(answers.map(({ text }) => text.normalize('NFKC').toUpperCase())).size === answers.length;
}

/** A `*` that does not stand for itself. */
function hasWildcard(text: string): boolean {
  return /(?<!\\)\*/.test(text);
}
