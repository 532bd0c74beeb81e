import { z } from 'zod';

/** Longest answer that a learner may type into a line. */
export const answerLengthMax = 2_000;
/** Longest essay: about ten pages. */
export const essayLengthMax = 20_000;
/** More parts than any sensible question has. */
const partsMax = 100;

function storable(lengthMax: number) {
  // Databases refuse NUL and half a surrogate pair in JSON text; better a clear refusal at the door than a fault behind it.
  return (
    z
      .string()
      .max(lengthMax)
      // eslint-disable-next-line no-control-regex -- NUL is exactly what is looked for
      .refine((value) => !/\u0000|\p{Surrogate}/u.test(value), 'The text holds characters that cannot be stored.')
  );
}

const text = storable(answerLengthMax);
const partId = z.string().min(1).max(40);

export const choiceAnswer = z.strictObject({ choice: partId });
export const choicesAnswer = z.strictObject({ choices: z.array(partId).max(partsMax) });
export const valueAnswer = z.strictObject({ value: z.boolean() });
export const textAnswer = z.strictObject({ text });
export const matchesAnswer = z.strictObject({
  matches: z.array(z.strictObject({ prompt: partId, choice: partId })).max(partsMax),
});
export const orderAnswer = z.strictObject({ order: z.array(partId).max(partsMax) });
const gapAnswer = z.union([
  z.strictObject({ gap: partId, text }),
  z.strictObject({ gap: partId, choice: z.string().min(1).max(90) }),
]);
export type GapAnswer = z.output<typeof gapAnswer>;
export const gapsAnswer = z.strictObject({ gaps: z.array(gapAnswer).max(partsMax) });
export const essayAnswer = z.strictObject({ essay: storable(essayLengthMax) });

/** What a learner may send as an answer, whatever the type of the question. */
export const answerSchema = z.union([
  choiceAnswer,
  choicesAnswer,
  valueAnswer,
  textAnswer,
  matchesAnswer,
  orderAnswer,
  gapsAnswer,
  essayAnswer,
]);
export type Answer = z.output<typeof answerSchema>;

/** A stored answer met a question of another type: data was mixed up, and no score would be right. */
export class AnswerMismatch extends Error {
  constructor(expected: string) {
    super(`The stored answer has no ${expected}: it belongs to a question of another type.`);
  }
}

export function choiceOf(answer: Answer): string {
  if ('choice' in answer) return answer.choice;
  throw new AnswerMismatch('choice');
}

export function choicesOf(answer: Answer): readonly string[] {
  if ('choices' in answer) return answer.choices;
  throw new AnswerMismatch('choices');
}

export function valueOf(answer: Answer): boolean {
  if ('value' in answer) return answer.value;
  throw new AnswerMismatch('value');
}

export function textOf(answer: Answer): string {
  if ('text' in answer) return answer.text;
  throw new AnswerMismatch('text');
}

export function matchesOf(answer: Answer): readonly { readonly prompt: string; readonly choice: string }[] {
  if ('matches' in answer) return answer.matches;
  throw new AnswerMismatch('matches');
}

export function orderOf(answer: Answer): readonly string[] {
  if ('order' in answer) return answer.order;
  throw new AnswerMismatch('order');
}

export function gapsOf(answer: Answer): readonly GapAnswer[] {
  if ('gaps' in answer) return answer.gaps;
  throw new AnswerMismatch('gaps');
}

export function essayOf(answer: Answer): string {
  if ('essay' in answer) return answer.essay;
  throw new AnswerMismatch('essay');
}
