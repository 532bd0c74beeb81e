import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

import { changeCoursePolicy, ownPolicy } from '../sections/policies.dto.js';
import { sectionResponse } from '../sections/sections.dto.js';
import { isSlug } from './slug.js';
import { line, prose, storable } from './text.js';

const slug = z
  .string()
  .refine(isSlug, 'must be lower-case words joined by hyphens, at most 80 characters, and not an id');

export const createCourseRequest = storable(z.strictObject({ title: line(300), slug: slug.optional() }));
export type CreateCourseRequest = z.output<typeof createCourseRequest>;

export const changeCourseRequest = storable(
  z.strictObject({
    title: line(300).optional(),
    summary: prose.optional(),
    slug: slug.optional(),
    policy: changeCoursePolicy.optional(),
  }),
);
export type ChangeCourseRequest = z.output<typeof changeCourseRequest>;

export const courseQuery = pageQuery;
export type CourseQuery = z.output<typeof courseQuery>;

const courseSummary = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  ownerId: z.uuid(),
  version: z.int(),
  /** Number of the newest publication. */
  publication: z.int().nullable(),
  isArchived: z.boolean(),
  updatedAt: z.iso.datetime(),
});
export type CourseSummary = z.output<typeof courseSummary>;
export const coursePage = pageOf(courseSummary);

export const courseResponse = courseSummary.extend({
  /** What the course says for all of its sections that do not say otherwise. */
  policy: ownPolicy,
  sections: z.array(sectionResponse),
});
export type CourseResponse = z.output<typeof courseResponse>;
