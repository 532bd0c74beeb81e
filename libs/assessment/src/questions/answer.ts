import { z } from 'zod';

/** Longest answer that a learner may type. */
export const answerLengthMax = 2_000;

// Databases refuse NUL and half a surrogate pair in JSON text; better a clear refusal at the door than a fault behind it.
const text = z
  .string()
  .max(answerLengthMax)
  // eslint-disable-next-line no-control-regex -- NUL is exactly what is looked for
  .refine((value) => !/\u0000|\p{Surrogate}/u.test(value), 'The text holds characters that cannot be stored.');
const optionId = z.string().min(1).max(40);

export const choiceAnswer = z.strictObject({ choice: optionId });
export const choicesAnswer = z.strictObject({ choices: z.array(optionId).max(100) });
export const valueAnswer = z.strictObject({ value: z.boolean() });
export const textAnswer = z.strictObject({ text });

/** What a learner may send as an answer, whatever the type of the question. */
export const answerSchema = z.union([choiceAnswer, choicesAnswer, valueAnswer, textAnswer]);
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
