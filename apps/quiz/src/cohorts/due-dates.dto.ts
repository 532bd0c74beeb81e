import { z } from 'zod';

/** One for each section of the largest course that can be published, and then some. */
const dueDatesMax = 500;

const section = z.uuid();

export const dueDatesRequest = z
  .record(section, z.iso.datetime({ offset: true }).nullable())
  .refine((dates) => Object.keys(dates).length <= dueDatesMax, `holds more than ${dueDatesMax} sections`)
  .describe('By section id; null takes a date away; sections that are not named keep theirs.');
export type DueDatesRequest = z.output<typeof dueDatesRequest>;

export const dueDatesResponse = z.object({
  sections: z
    .array(z.object({ sectionId: z.uuid(), title: z.string(), dueAt: z.iso.datetime().nullable() }))
    .describe('The sections of the course as learners meet them, in order.'),
});
export type DueDatesResponse = z.output<typeof dueDatesResponse>;
