import { z } from 'zod';

import { defineEvent } from './event.js';

const attempt = {
  attemptId: z.uuid(),
  /** Grows by one with each event of the attempt. */
  version: z.int().positive(),
  learnerId: z.uuid(),
  courseId: z.uuid(),
  sectionId: z.uuid(),
  publication: z.int().positive(),
};

export const AttemptStarted = defineEvent({
  topic: 'quiz.attempts',
  type: 'AttemptStarted.v1',
  schema: z.object({ ...attempt, number: z.int().positive(), startedAt: z.iso.datetime({ offset: true }) }),
  keyOf: (event) => event.attemptId,
});

export const AttemptGraded = defineEvent({
  topic: 'quiz.attempts',
  type: 'AttemptGraded.v1',
  schema: z.object({
    ...attempt,
    number: z.int().positive(),
    /** Exact decimals of points, as text. */
    score: z.string(),
    scoreMax: z.string(),
    hasPassed: z.boolean(),
    /** `expired` when the clock ended the attempt; what was saved counts. */
    endedBy: z.enum(['submitted', 'expired']),
    gradedAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (event) => event.attemptId,
});

export const AttemptVoided = defineEvent({
  topic: 'quiz.attempts',
  type: 'AttemptVoided.v1',
  schema: z.object({ ...attempt, reason: z.string(), voidedBy: z.uuid(), voidedAt: z.iso.datetime({ offset: true }) }),
  keyOf: (event) => event.attemptId,
});

const credential = {
  credentialId: z.uuid(),
  version: z.int().positive(),
  learnerId: z.uuid(),
  /** `section:<id>` or `course:<id>`: what was achieved, whatever its title is today. */
  achievementId: z.string(),
};

export const CredentialIssued = defineEvent({
  topic: 'quiz.credentials',
  type: 'CredentialIssued.v1',
  schema: z.object({
    ...credential,
    kind: z.enum(['section_badge', 'course_certificate']),
    courseId: z.uuid(),
    issuedAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (event) => event.credentialId,
});

export const CredentialStatusChanged = defineEvent({
  topic: 'quiz.credentials',
  type: 'CredentialStatusChanged.v1',
  schema: z.object({
    ...credential,
    status: z.enum(['active', 'suspended', 'revoked']),
    reason: z.string(),
    changedAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (event) => event.credentialId,
});

export const CohortChanged = defineEvent({
  topic: 'quiz.cohorts',
  type: 'CohortChanged.v1',
  schema: z.object({
    cohortId: z.uuid(),
    version: z.int().positive(),
    courseId: z.uuid(),
    name: z.string(),
    isArchived: z.boolean(),
    instructorIds: z.array(z.uuid()),
  }),
  keyOf: (event) => event.cohortId,
});

export const EnrolmentChanged = defineEvent({
  topic: 'quiz.cohorts',
  type: 'EnrolmentChanged.v1',
  schema: z.object({
    cohortId: z.uuid(),
    version: z.int().positive(),
    learnerId: z.uuid(),
    state: z.enum(['enrolled', 'removed']),
    changedAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (event) => event.cohortId,
});
