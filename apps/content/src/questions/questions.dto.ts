import { questionSchema } from '#libs/contracts';
import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

import { storable } from '../courses/text.js';
import { lettered } from './question-body.js';

const questionCharactersMax = 20_000;
const [singleChoice, multipleChoice, trueFalse, shortText, numeric] = questionSchema.options;

const base = {
  tags: z.array(z.string().min(1).max(80)).max(30).default([]),
  points: singleChoice.shape.points.unwrap().max(20).default('1'),
};
const identity = { id: true, version: true } as const;

const options = z
  .array(singleChoice.shape.options.element.extend({ id: z.string().min(1).max(40).optional() }).strict())
  .max(50)
  .transform(lettered);

/** The contract's question as an author sends it: id and version are the server's, and nothing unknown is let in. */
const givenQuestion = z.discriminatedUnion('type', [
  singleChoice
    .omit(identity)
    .extend({ ...base, options })
    .strict(),
  multipleChoice
    .omit(identity)
    .extend({ ...base, options })
    .strict(),
  trueFalse
    .omit(identity)
    .extend({ ...base, feedback: trueFalse.shape.feedback.unwrap().strict().optional() })
    .strict(),
  shortText.omit(identity).extend(base).strict(),
  numeric.omit(identity).extend(base).strict(),
]);

export const questionRequest = storable(z.strictObject({ question: givenQuestion }), questionCharactersMax);
export type QuestionRequest = z.output<typeof questionRequest>;

const place = { sectionId: z.uuid(), updatedAt: z.iso.datetime() };
export const questionResponse = z.discriminatedUnion('type', [
  singleChoice.extend(place),
  multipleChoice.extend(place),
  trueFalse.extend(place),
  shortText.extend(place),
  numeric.extend(place),
]);
export type QuestionResponse = z.output<typeof questionResponse>;
export const questionPage = pageOf(questionResponse);

export const questionQuery = storable(
  pageQuery.extend({
    tag: z.string().min(1).max(80).optional(),
    difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
    type: z.enum(['single_choice', 'multiple_choice', 'true_false', 'short_text', 'numeric']).optional(),
    /** Part of the stem, in any case. */
    search: z.string().min(1).max(200).optional(),
  }),
);
export type QuestionQuery = z.output<typeof questionQuery>;
