import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

const time = z.iso.datetime();

/** Control characters and the marks that turn text around have no place in what others read; half a character cannot be stored. */
export const legible = /^[^\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;
const name = z.string().trim().min(1).max(120).regex(legible, 'must not contain control characters');

export const createCohortRequest = z.strictObject({ name, courseId: z.uuid() });
export type CreateCohortRequest = z.output<typeof createCohortRequest>;

export const changeCohortRequest = z.strictObject({
  name: name.optional(),
  isArchived: z.boolean().optional(),
  selfEnrolment: z.boolean().optional().describe('Whether any learner may join from the page of the course.'),
});
export type ChangeCohortRequest = z.output<typeof changeCohortRequest>;

export const cohortStates = ['active', 'archived', 'all'] as const;

export const cohortQuery = pageQuery.extend({
  state: z.enum(cohortStates).default('all'),
  search: z
    .string()
    .trim()
    .max(120)
    .regex(legible, 'must not contain control characters')
    .default('')
    .describe('Part of the name or of the title of the course.'),
});
export type CohortQuery = z.output<typeof cohortQuery>;

export const instructorRequest = z.strictObject({
  email: z.string().trim().min(3).max(254).regex(legible, 'must not contain control characters'),
});
export type InstructorRequest = z.output<typeof instructorRequest>;

export const instructorResponse = z.object({ id: z.uuid(), displayName: z.string() });
export type InstructorResponse = z.output<typeof instructorResponse>;

export const cohortResponse = z.object({
  id: z.uuid(),
  name: z.string(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  isArchived: z.boolean(),
  selfEnrolment: z.boolean(),
  version: z.int(),
  instructors: z.array(instructorResponse),
  learnerCount: z.int(),
  createdAt: time,
});
export type CohortResponse = z.output<typeof cohortResponse>;
export const cohortPageResponse = pageOf(cohortResponse);
