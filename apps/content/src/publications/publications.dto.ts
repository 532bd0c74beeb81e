import { pageOf } from '#libs/platform';
import { z } from 'zod';

export const publicationResponse = z.object({ publication: z.int(), publishedAt: z.iso.datetime() });
export type PublicationResponse = z.output<typeof publicationResponse>;

const publicationSummary = publicationResponse.extend({
  title: z.string(),
  sectionCount: z.int(),
  questionCount: z.int(),
});
export type PublicationSummary = z.output<typeof publicationSummary>;
export const publicationPage = pageOf(publicationSummary);
