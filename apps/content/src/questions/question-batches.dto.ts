import { z } from 'zod';

import { storable } from '../courses/text.js';

export const batchMax = 200;

const questions = z
  .array(z.strictObject({ id: z.uuid(), version: z.int().positive() }))
  .min(1)
  .max(batchMax)
  .refine((given) => new Set(given.map(({ id }) => id)).size === given.length, 'name each question once');

const tags = z.array(z.string().min(1).max(80)).max(30).default([]);

export const moveQuestionRequest = z.strictObject({ sectionId: z.uuid() });
export type MoveQuestionRequest = z.output<typeof moveQuestionRequest>;

export const moveQuestionsRequest = z.strictObject({ questions, sectionId: z.uuid() });
export type MoveQuestionsRequest = z.output<typeof moveQuestionsRequest>;

export const removeQuestionsRequest = z.strictObject({ questions });
export type RemoveQuestionsRequest = z.output<typeof removeQuestionsRequest>;

export const tagQuestionsRequest = storable(z.strictObject({ questions, add: tags, remove: tags }));
export type TagQuestionsRequest = z.output<typeof tagQuestionsRequest>;

/** The questions of the batch with the versions that they have now. */
export const batchResponse = z.object({ questions: z.array(z.object({ id: z.uuid(), version: z.int() })) });
export type BatchResponse = z.output<typeof batchResponse>;
