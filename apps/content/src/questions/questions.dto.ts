import { questionSchema, questionTypes } from '#libs/contracts';
import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

import { storable } from '../courses/text.js';
import { questionStatistics } from '../items/items.dto.js';
import { givenQuestion, questionCharactersMax } from './given-question.js';

export const questionRequest = storable(z.strictObject({ question: givenQuestion }), questionCharactersMax);
export type QuestionRequest = z.output<typeof questionRequest>;

const [singleChoice, multipleChoice, trueFalse, shortText, numeric, matching, ordering, cloze, essay] =
  questionSchema.options;
const place = { sectionId: z.uuid(), updatedAt: z.iso.datetime() };
export const questionResponse = z.discriminatedUnion('type', [
  singleChoice.extend(place),
  multipleChoice.extend(place),
  trueFalse.extend(place),
  shortText.extend(place),
  numeric.extend(place),
  matching.extend(place),
  ordering.extend(place),
  cloze.extend(place),
  essay.extend(place),
]);
export type QuestionResponse = z.output<typeof questionResponse>;
export const questionPage = pageOf(questionResponse);

const listed = { ...place, statistics: questionStatistics.nullable() };
/** In the list of a section: with how it did so far; null before anybody met it. */
const listedQuestion = z.discriminatedUnion('type', [
  singleChoice.extend(listed),
  multipleChoice.extend(listed),
  trueFalse.extend(listed),
  shortText.extend(listed),
  numeric.extend(listed),
  matching.extend(listed),
  ordering.extend(listed),
  cloze.extend(listed),
  essay.extend(listed),
]);
export type ListedQuestionResponse = z.output<typeof listedQuestion>;
export const listedQuestionPage = pageOf(listedQuestion);

const difficulty = z.enum(['easy', 'medium', 'hard']);

export const questionQuery = storable(
  pageQuery.extend({
    tag: z.string().min(1).max(80).optional(),
    difficulty: difficulty.optional(),
    type: z.enum(questionTypes).optional(),
    /** Part of the stem or the name, in any case. */
    search: z.string().min(1).max(200).optional(),
    /** Only questions that look wrong or are challenged, or only the others. */
    flagged: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
  }),
);
export type QuestionQuery = z.output<typeof questionQuery>;

/** What a section has of everything that a filter or a pool may ask for. */
export const tagsResponse = z.object({
  questions: z.int(),
  /** The most frequent first. `easy`, `medium` and `hard` count those of the tag: what a pool of both may draw from. */
  tags: z.array(z.object({ tag: z.string(), count: z.int(), easy: z.int(), medium: z.int(), hard: z.int() })),
  /** False where the section has more tags than are told. */
  isComplete: z.boolean(),
  /** Null counts the questions without one. */
  difficulties: z.array(z.object({ difficulty: difficulty.nullable(), count: z.int() })),
  types: z.array(z.object({ type: z.enum(questionTypes), count: z.int() })),
});
export type TagsResponse = z.output<typeof tagsResponse>;
