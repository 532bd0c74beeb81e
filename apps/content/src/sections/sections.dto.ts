import { policySchema } from '#libs/contracts';
import { z } from 'zod';

import { line, prose, storable } from '../courses/text.js';

/** Only what a browser may follow without harm. */
const address = z
  .string()
  .max(2_000)
  .refine((url) => /^(https?|mailto):/i.test(url) && URL.canParse(url), 'must be an http, https or mailto address');

export const resourceResponse = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  kind: z.string(),
});

/** What the roadmap calls a part for ever: `{#key}`. */
const key = z.string().nullable();

export const topicResponse = z.object({
  id: z.string(),
  key,
  title: z.string(),
  prose: z.string(),
  resources: z.array(resourceResponse),
});

export const sectionResponse = z.object({
  id: z.uuid(),
  key,
  position: z.int(),
  title: z.string(),
  prose: z.string(),
  isRequired: z.boolean(),
  prerequisites: z.array(z.uuid()),
  policy: policySchema,
  questionCount: z.int(),
  version: z.int(),
  topics: z.array(topicResponse),
  resources: z.array(resourceResponse),
});
export type SectionResponse = z.output<typeof sectionResponse>;

export const addSectionRequest = storable(z.strictObject({ title: line(300), prose: prose.default('') }));
export type AddSectionRequest = z.output<typeof addSectionRequest>;

/** `id` names one that the section has already; without it the thing is new. */
const changedResource = z.strictObject({
  id: z.string().max(100).optional(),
  title: line(500),
  url: address.nullable(),
  kind: z
    .string()
    .regex(/^[a-z_]{1,30}$/)
    .default('article'),
});
export type ChangedResource = z.output<typeof changedResource>;

const changedTopic = z.strictObject({
  id: z.string().max(100).optional(),
  title: line(300),
  prose: prose.default(''),
  resources: z.array(changedResource).default([]),
});
export type ChangedTopic = z.output<typeof changedTopic>;

const policy = policySchema.shape;
/** Settings that are not named stay as they are, so the defaults of a new policy must not step in. */
const changedPolicy = z.strictObject({
  passMark: policy.passMark.unwrap().optional(),
  timeLimitSeconds: policy.timeLimitSeconds.unwrap().optional(),
  attemptsMax: policy.attemptsMax.unwrap().optional(),
  cooldownSeconds: policy.cooldownSeconds.unwrap().optional(),
  drawCount: policy.drawCount.unwrap().optional(),
  shuffleQuestions: policy.shuffleQuestions.unwrap().optional(),
  shuffleOptions: policy.shuffleOptions.unwrap().optional(),
  review: policy.review.unwrap().optional(),
  aggregation: policy.aggregation.unwrap().optional(),
  opensAt: policy.opensAt.unwrap().optional(),
  closesAt: policy.closesAt.unwrap().optional(),
});

export const changeSectionRequest = storable(
  z.strictObject({
    title: line(300).optional(),
    prose: prose.optional(),
    position: z.int().min(0).max(10_000).optional(),
    isRequired: z.boolean().optional(),
    prerequisites: z.array(z.uuid()).max(100).optional(),
    policy: changedPolicy.optional(),
    topics: z.array(changedTopic).max(200).optional(),
    resources: z.array(changedResource).max(500).optional(),
  }),
);
export type ChangeSectionRequest = z.output<typeof changeSectionRequest>;
