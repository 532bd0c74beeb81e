import { pageOf } from '#libs/platform';
import { z } from 'zod';

export const mediaName = z.string().regex(/^[0-9a-f]{32}\.(png|jpg|gif|webp)$/);

export const mediaResponse = z.object({
  /** Markdown shows it as `![words for those who cannot see it](media:<name>)`. */
  name: z.string(),
  url: z.string(),
  mediaType: z.string(),
  width: z.int(),
  height: z.int(),
  size: z.int(),
});
export type MediaResponse = z.output<typeof mediaResponse>;
export const mediaPage = pageOf(mediaResponse);
