import { z } from 'zod';

const time = z.iso.datetime();

const reason = z.object({
  code: z.enum(['prerequisite', 'cooldown', 'attempts_used', 'window_not_open', 'window_closed']),
  sectionId: z.uuid().optional(),
  until: time.optional(),
  text: z.string(),
});

const sectionProgress = z.object({
  sectionId: z.uuid(),
  state: z.enum(['locked', 'open', 'in_progress', 'passed']),
  reasons: z.array(reason).describe('Why no attempt can be started now; also given for a section that is passed.'),
  bestScore: z.number().nullable(),
  scoreMax: z.number().nullable(),
  bestPercent: z.number().nullable(),
  attemptsUsed: z.int(),
  attemptsLeft: z.int().nullable(),
  openAttemptId: z.uuid().nullable(),
  credentialId: z.uuid().nullable(),
  lastActivityAt: time.nullable(),
});

export const courseProgress = z.object({
  courseId: z.uuid(),
  sectionsPassed: z.int().describe('Of the required sections.'),
  sectionsRequired: z.int(),
  certificateId: z.uuid().nullable(),
  nextSectionId: z
    .uuid()
    .nullable()
    .describe('The first section in course order that is not passed and can be worked on.'),
  sections: z.array(sectionProgress),
});
export type CourseProgressResponse = z.output<typeof courseProgress>;
