import { policySchema } from '#libs/contracts';
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
  aggregation: policySchema.shape.aggregation
    .unwrap()
    .describe('Which attempt makes the grade; `mean` is over all of them.'),
  score: z.number().nullable().describe('Of the attempt that makes the grade; null under `mean`.'),
  scoreMax: z.number().nullable(),
  percent: z.number().nullable().describe('The grade of the section; null while nothing is graded or shown.'),
  waitingForMarks: z.int().describe('Attempts that ended with answers for a person to mark.'),
  attemptsUsed: z.int(),
  attemptsLeft: z.int().nullable(),
  openAttemptId: z.uuid().nullable(),
  credentialId: z.uuid().nullable(),
  dueAt: time.nullable().describe('The earliest date of the cohorts you learn in; nothing is locked when it is over.'),
  lastActivityAt: time.nullable(),
});

export const courseProgress = z.object({
  courseId: z.uuid(),
  sectionsPassed: z.int().describe('Of the required sections.'),
  sectionsRequired: z.int(),
  certificateId: z.uuid().nullable(),
  accommodation: z
    .object({ timeFactor: z.number(), extraAttempts: z.int(), waivesCooldown: z.boolean() })
    .describe('Standing adjustments that these figures take into account.'),
  nextSectionId: z
    .uuid()
    .nullable()
    .describe('The first section in course order that is not passed and can be worked on.'),
  sections: z.array(sectionProgress),
});
export type CourseProgressResponse = z.output<typeof courseProgress>;
