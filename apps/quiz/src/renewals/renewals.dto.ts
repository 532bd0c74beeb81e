import { z } from 'zod';

const time = z.iso.datetime();

const renewal = z.object({
  credentialId: z.uuid(),
  kind: z.enum(['section_badge', 'course_certificate']),
  title: z.string(),
  courseId: z.uuid(),
  sectionId: z.uuid().nullable(),
  expiresAt: time.nullable(),
  isExpired: z.boolean(),
  opensAt: time.nullable().describe('From when on it can be renewed.'),
  questionCount: z.int().nullable().describe('Of the shorter quiz; null for a certificate, which has none.'),
  timeLimitSeconds: z.int().nullable(),
  canStartAt: time.nullable().describe('After a failed renewal a break may be due; null where waiting does not help.'),
  openAttemptId: z.uuid().nullable().describe('A renewal that is under way, or waits for marks.'),
  waitsFor: z
    .array(z.object({ sectionId: z.uuid(), title: z.string() }))
    .describe('Of a certificate: the required sections whose badges have to hold longer first.'),
});
export const renewalsResponse = z.object({ items: z.array(renewal) });
export type RenewalsResponse = z.output<typeof renewalsResponse>;
export type RenewalResponse = RenewalsResponse['items'][number];
