import { policySchema } from '#libs/contracts';
import { z } from 'zod';

import { line, prose, storable } from '../courses/text.js';
import { changeSectionPolicy, policySources } from './policies.dto.js';

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
  /** As learners meet it: what the section leaves open comes from the course, and else from the platform. */
  policy: policySchema,
  policySources,
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

export const changeSectionRequest = storable(
  z.strictObject({
    title: line(300).optional(),
    prose: prose.optional(),
    position: z.int().min(0).max(10_000).optional(),
    isRequired: z.boolean().optional(),
    prerequisites: z.array(z.uuid()).max(100).optional(),
    policy: changeSectionPolicy.optional(),
    topics: z.array(changedTopic).max(200).optional(),
    resources: z.array(changedResource).max(500).optional(),
  }),
);
export type ChangeSectionRequest = z.output<typeof changeSectionRequest>;
