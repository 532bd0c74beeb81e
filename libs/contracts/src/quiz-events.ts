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
  /** `renewal` for the shorter quiz that renews a badge and counts for nothing else; missing means `exam`. */
  purpose: z.enum(['exam', 'renewal']).optional(),
};

export const AttemptStarted = defineEvent({
  topic: 'quiz.attempts',
  type: 'AttemptStarted.v1',
  schema: z.object({ ...attempt, number: z.int().positive(), startedAt: z.iso.datetime({ offset: true }) }),
  keyOf: (event) => event.attemptId,
});

/** An attempt that ended with answers for a person to mark; `AttemptGraded` follows when all are marked. */
export const AttemptSubmitted = defineEvent({
  topic: 'quiz.attempts',
  type: 'AttemptSubmitted.v1',
  schema: z.object({
    ...attempt,
    number: z.int().positive(),
    endedBy: z.enum(['submitted', 'expired']),
    /** Answers that wait for a mark. */
    pendingCount: z.int().positive(),
    submittedAt: z.iso.datetime({ offset: true }),
  }),
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

const grade = z.object({ score: z.string(), scoreMax: z.string(), hasPassed: z.boolean() });

/** The grade of an attempt was changed after the fact: by a regrade of a question, or by a mark given anew. */
export const AttemptRegraded = defineEvent({
  topic: 'quiz.attempts',
  type: 'AttemptRegraded.v1',
  schema: z.object({
    ...attempt,
    number: z.int().positive(),
    cause: z.enum(['regrade', 'mark']),
    /** The recorded operation behind it; null for a mark. */
    regradeId: z.uuid().nullable(),
    before: grade,
    after: grade,
    /** What happens to a badge that is not deserved any more. */
    credentials: z.enum(['suspend', 'keep']),
    /** For the learner. */
    reason: z.string(),
    regradedAt: z.iso.datetime({ offset: true }),
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
    /** Missing or null: it does not expire. */
    expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
  }),
  keyOf: (event) => event.credentialId,
});

/** A newer edition of the same credential: same id, same award date, a later end. */
export const CredentialRenewed = defineEvent({
  topic: 'quiz.credentials',
  type: 'CredentialRenewed.v1',
  schema: z.object({
    ...credential,
    kind: z.enum(['section_badge', 'course_certificate']),
    courseId: z.uuid(),
    renewedAt: z.iso.datetime({ offset: true }),
    expiresAt: z.iso.datetime({ offset: true }).nullable(),
  }),
  keyOf: (event) => event.credentialId,
});

/** A reminder: once for each number of days named by the platform (90, 30, 7), and once when it is over (0). */
export const CredentialExpiring = defineEvent({
  topic: 'quiz.credentials',
  type: 'CredentialExpiring.v1',
  schema: z.object({
    ...credential,
    kind: z.enum(['section_badge', 'course_certificate']),
    courseId: z.uuid(),
    /** Null for a certificate. */
    sectionId: z.uuid().nullable(),
    title: z.string(),
    courseTitle: z.string(),
    expiresAt: z.iso.datetime({ offset: true }),
    daysLeft: z.int().min(0),
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
    /** As the credential calls itself, and what it is. Missing in older events, and where everything about the holder was erased. */
    title: z.string().optional(),
    kind: z.enum(['section_badge', 'course_certificate']).optional(),
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

/** Somebody was asked into a cohort by an address that no account has. `auth` makes the link and sends the message. */
export const LearnerInvited = defineEvent({
  topic: 'quiz.cohorts',
  type: 'LearnerInvited.v1',
  schema: z.object({
    invitationId: z.uuid(),
    /** Grows when the same invitation is sent anew: the link sent before dies. */
    version: z.int().positive(),
    cohortId: z.uuid(),
    cohortName: z.string(),
    courseTitle: z.string(),
    email: z.email(),
    invitedBy: z.uuid(),
    invitedByName: z.string(),
    expiresAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (event) => event.cohortId,
});

/** The invitation holds no more: it was withdrawn, or the person came in by another way. */
export const InvitationWithdrawn = defineEvent({
  topic: 'quiz.cohorts',
  type: 'InvitationWithdrawn.v1',
  schema: z.object({
    invitationId: z.uuid(),
    version: z.int().positive(),
    cohortId: z.uuid(),
    withdrawnAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (event) => event.cohortId,
});

/** How one version of a question did so far, over each learner's first attempt. Announced at intervals, not per attempt. */
export const QuestionAnalysed = defineEvent({
  topic: 'quiz.items',
  type: 'QuestionAnalysed.v1',
  schema: z.object({
    questionId: z.uuid(),
    questionVersion: z.int().positive(),
    courseId: z.uuid(),
    sectionId: z.uuid(),
    /** Attempts behind the figures. */
    attempts: z.int().min(0),
    /** Share of the mark earned on average, 0 to 1. */
    facility: z.number().nullable(),
    /** Correlation with the rest of the paper in percent, -100 to 100. */
    discrimination: z.number().nullable(),
    /** Codes of what looks wrong, such as `negative_discrimination`. */
    flags: z.array(z.string()),
    openChallenges: z.int().min(0),
    analysedAt: z.iso.datetime({ offset: true }),
  }),
  keyOf: (event) => event.questionId,
});
