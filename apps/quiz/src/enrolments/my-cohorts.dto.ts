import { pageOf, pageQuery } from '#libs/platform';
import { z } from 'zod';

export const openCohort = z.object({
  id: z.uuid(),
  name: z.string(),
  instructors: z.array(z.string()),
  isMine: z.boolean().describe('Whether you are in it.'),
  canLeave: z.boolean(),
});
export type OpenCohortResponse = z.output<typeof openCohort>;
export const openCohortPageResponse = pageOf(openCohort);

export const myCohort = z.object({
  id: z.uuid(),
  name: z.string(),
  isArchived: z.boolean(),
  course: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
  instructors: z.array(z.string()),
  enrolledAt: z.iso.datetime(),
  canLeave: z.boolean().describe('You came in by yourself; whom an instructor enrolled asks them.'),
  dueDates: z.array(
    z.object({ sectionId: z.uuid(), title: z.string(), dueAt: z.iso.datetime(), hasPassed: z.boolean() }),
  ),
});
export type MyCohortResponse = z.output<typeof myCohort>;
export const myCohortPageResponse = pageOf(myCohort);

export const myCohortsQuery = pageQuery;
