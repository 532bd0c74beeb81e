import type { Policy, Question } from '#libs/contracts';

import type { Accommodation } from './accommodation.js';
import { drawPaper, type PaperPlace } from './draw.js';
import { gradePaper, type Grade } from './grade.js';
import type { Answer } from './questions/answer.js';
import type { Rational } from './rational.js';
import { unreachable } from './unreachable.js';

interface Begun {
  readonly startedAt: Date;
  /** The first moment at which no answer counts any more; null means no limit. Fixed at the start, never moved. */
  readonly deadlineAt: Date | null;
  readonly paper: readonly PaperPlace[];
}

export interface InProgressAttempt extends Begun {
  readonly state: 'in_progress';
}

export interface GradedAttempt extends Begun {
  readonly state: 'graded';
  /** `expired` when the clock ended it; what was saved counts. */
  readonly endedBy: 'submitted' | 'expired';
  /** When the learner's time ended: the moment of submission, or the deadline. */
  readonly endedAt: Date;
  readonly gradedAt: Date;
  readonly grade: Grade;
}

/** Ended, with answers that wait for a person's mark; its grade is what the rest earned so far. */
export interface SubmittedAttempt extends Begun {
  readonly state: 'submitted';
  readonly endedBy: 'submitted' | 'expired';
  readonly endedAt: Date;
  readonly grade: Grade;
}

export interface VoidedAttempt extends Begun {
  readonly state: 'voided';
  readonly voidedAt: Date;
  readonly voidedBy: string;
  readonly reason: string;
}

export type Attempt = InProgressAttempt | SubmittedAttempt | GradedAttempt | VoidedAttempt;
/** Over, whether or not everything is marked. */
export type EndedAttempt = SubmittedAttempt | GradedAttempt;

export type AttemptRefusalCode =
  | 'attempt_graded'
  | 'attempt_voided'
  | 'attempt_expired'
  | 'attempt_running'
  | 'question_not_in_paper'
  | 'sequence_invalid'
  | 'reason_missing';

/** A rule said no. */
export interface AttemptRefusal {
  readonly state: 'refused';
  readonly code: AttemptRefusalCode;
  readonly detail: string;
}

export interface SavedAnswer {
  readonly questionId: string;
  /** Grows with every save of the question in one client; the highest one counts. */
  readonly sequence: number;
  /** As `parseAnswer` returned it; null takes an answer back. */
  readonly answer: Answer | null;
  readonly savedAt: Date;
}

/** What a save did: `stored` must be written, `kept` is already there (a repeat, or an older save that came late). */
export type SaveOutcome =
  { readonly state: 'stored'; readonly saved: SavedAnswer } | { readonly state: 'kept'; readonly saved: SavedAnswer };

export interface StartInput {
  /** The section's pool. */
  readonly questions: readonly Question[];
  readonly policy: Policy;
  readonly accommodation: Accommodation;
  readonly seed: string;
}

/** Draws the paper and fixes the deadline. Whether the learner may start at all is asked of `eligibility`. */
export function startAttempt(input: StartInput, now: Date): InProgressAttempt {
  return {
    state: 'in_progress',
    startedAt: now,
    deadlineAt: deadlineFor(input.policy, input.accommodation, now),
    paper: drawPaper(input),
  };
}

/**
 * The time limit, stretched for the learner, or the closing of the window, whichever is first. A learner with more time is not
 * cut short by the closing: the whole stretched limit counts, or, without a limit, the stretched rest of the window.
 */
export function deadlineFor(
  policy: Pick<Policy, 'timeLimitSeconds' | 'closesAt'>,
  accommodation: Accommodation,
  startedAt: Date,
): Date | null {
  const start = startedAt.getTime();
  const stretched = (milliseconds: number) => start + Math.round(milliseconds * accommodation.timeFactor);
  const limit = policy.timeLimitSeconds === null ? null : stretched(policy.timeLimitSeconds * 1_000);
  const closing = policy.closesAt === null ? null : new Date(policy.closesAt).getTime();
  if (closing === null) return limit === null ? null : new Date(limit);
  if (accommodation.timeFactor > 1) return new Date(limit ?? stretched(closing - start));
  return new Date(limit === null ? closing : Math.min(limit, closing));
}

/** From this moment on the attempt is over, whether or not anybody has graded it yet. */
export function isPastDeadline(attempt: Pick<Begun, 'deadlineAt'>, now: Date): boolean {
  return attempt.deadlineAt !== null && now >= attempt.deadlineAt;
}

export interface SaveInput {
  readonly questionId: string;
  readonly sequence: number;
  readonly answer: Answer | null;
  /** What is stored for this question so far. */
  readonly stored: Pick<SavedAnswer, 'sequence' | 'answer' | 'savedAt'> | null;
}

/**
 * Takes an answer. The highest sequence number of a question wins, whichever tab or device it came from and in whatever order
 * saves arrive; a lower or equal one changes nothing and is answered with what is stored.
 */
export function saveAnswer(attempt: Attempt, input: SaveInput, now: Date): SaveOutcome | AttemptRefusal {
  const { questionId, sequence, answer, stored } = input;
  if (attempt.state !== 'in_progress') return refuseEnded(attempt);
  if (!attempt.paper.some((place) => place.questionId === questionId)) {
    return refuse('question_not_in_paper', 'The question is not on the paper of this attempt.');
  }
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    return refuse('sequence_invalid', 'The sequence number must be a whole number above zero.');
  }
  // A repeat of a save that was acknowledged in time gets its acknowledgement again, even after the deadline.
  if (stored !== null && sequence <= stored.sequence) return { state: 'kept', saved: { questionId, ...stored } };
  if (isPastDeadline(attempt, now)) return refuse('attempt_expired', 'The time of this attempt is over.');
  return { state: 'stored', saved: { questionId, sequence, answer, savedAt: now } };
}

export interface GradingInput {
  /** The questions of the paper, in the versions that it pins, with their keys. */
  readonly questions: readonly Question[];
  /** Saved answers by question id. */
  readonly answers: ReadonlyMap<string, Answer | null>;
  readonly policy: Pick<Policy, 'passMark'>;
}

/**
 * Ends the attempt and grades what is saved; with essays in it, it waits for their marks. Repeating it gives the same attempt. A
 * submission that comes at or after the deadline is an expiry.
 */
export function submitAttempt(attempt: Attempt, input: GradingInput, now: Date): EndedAttempt | AttemptRefusal {
  switch (attempt.state) {
    case 'submitted':
    case 'graded':
      return attempt;
    case 'voided':
      return refuseEnded(attempt);
    case 'in_progress':
      return ended(attempt, input, now);
    default:
      return unreachable('state of an attempt', attempt);
  }
}

/** Grades an attempt whose deadline has passed. Refused while it is running; repeating it gives the same graded attempt. */
export function expireAttempt(attempt: Attempt, input: GradingInput, now: Date): EndedAttempt | AttemptRefusal {
  if (attempt.state === 'in_progress' && !isPastDeadline(attempt, now)) {
    return refuse('attempt_running', 'The attempt still has time left.');
  }
  return submitAttempt(attempt, input, now);
}

export interface VoidInput {
  readonly reason: string;
  readonly voidedBy: string;
}

/** Takes an attempt out of every count, for a reason that the learner is told. The first voiding stays. */
export function voidAttempt(attempt: Attempt, input: VoidInput, now: Date): VoidedAttempt | AttemptRefusal {
  if (attempt.state === 'voided') return attempt;
  const reason = input.reason.trim();
  if (reason === '') return refuse('reason_missing', 'Voiding an attempt needs a reason.');
  const { startedAt, deadlineAt, paper } = attempt;
  return { state: 'voided', startedAt, deadlineAt, paper, voidedAt: now, voidedBy: input.voidedBy, reason };
}

/** Takes in a marker's decisions: `decided` holds the shares of all marked answers so far. Graded once nothing waits any more. */
export function markAttempt(
  attempt: EndedAttempt,
  input: GradingInput & { readonly decided: ReadonlyMap<string, Rational> },
  now: Date,
): EndedAttempt {
  const { startedAt, deadlineAt, paper, endedBy, endedAt } = attempt;
  const grade = gradePaper(onPaper(paper, input.questions), input, input.policy);
  const marked = { startedAt, deadlineAt, paper, endedBy, endedAt, grade };
  return grade.pendingCount > 0
    ? { state: 'submitted', ...marked }
    : { state: 'graded', ...marked, gradedAt: attempt.state === 'graded' ? attempt.gradedAt : now };
}

function ended(attempt: InProgressAttempt, input: GradingInput, now: Date): EndedAttempt {
  const { startedAt, deadlineAt, paper } = attempt;
  const ending =
    deadlineAt !== null && now >= deadlineAt
      ? { endedBy: 'expired' as const, endedAt: deadlineAt }
      : { endedBy: 'submitted' as const, endedAt: now };
  const grade = gradePaper(onPaper(paper, input.questions), input, input.policy);
  const over = { startedAt, deadlineAt, paper, ...ending, grade };
  return grade.pendingCount > 0 ? { state: 'submitted', ...over } : { state: 'graded', ...over, gradedAt: now };
}

/** The paper's questions in its order. A missing one is a fault: a grade without it would be wrong. */
function onPaper(paper: readonly PaperPlace[], questions: readonly Question[]): Question[] {
  return paper.map((place) => {
    const question = questions.find(({ id, version }) => id === place.questionId && version === place.version);
    if (question === undefined) {
      throw new RangeError(`Version ${place.version} of question ${place.questionId} is needed for grading.`);
    }
    return question;
  });
}

function refuseEnded(attempt: EndedAttempt | VoidedAttempt): AttemptRefusal {
  if (attempt.state === 'voided') return refuse('attempt_voided', 'The attempt was voided.');
  return attempt.endedBy === 'expired'
    ? refuse('attempt_expired', 'The time of this attempt is over.')
    : refuse('attempt_graded', 'The attempt has been submitted.');
}

function refuse(code: AttemptRefusalCode, detail: string): AttemptRefusal {
  return { state: 'refused', code, detail };
}
