import { eligibility, type PaperItem, presentQuestion, reviewFor, showAnswer } from '#libs/assessment';

import type { AttemptRecord, Paper, StoredResponse } from './attempt.js';
import { type Aftermath, nothingSince, viewReview } from './review.js';

interface Moment {
  readonly now: Date;
  readonly aftermath?: Aftermath;
}

/** The attempt for its learner's eyes. The key and whatever shows it appear only through `reviewFor`. */
export function viewAttempt(paper: Paper, record: AttemptRecord, { now, aftermath = nothingSince }: Moment) {
  const shown = [...paper.items.values()];
  return {
    id: paper.id,
    courseId: paper.courseId,
    sectionId: paper.sectionId,
    sectionTitle: paper.section.title,
    number: paper.number,
    purpose: paper.purpose,
    state: record.state,
    startedAt: paper.startedAt.toISOString(),
    deadlineAt: paper.deadlineAt?.toISOString() ?? null,
    serverTime: now.toISOString(),
    submittedAt: record.endedAt?.toISOString() ?? null,
    endedBy: record.endedBy,
    questions: shown.map((item) => presentQuestion(item)),
    answers: record.responses.flatMap((response) => viewAnswer(paper.items.get(response.questionId), response)),
    result:
      record.state === 'graded' || record.state === 'submitted' ? viewResult(paper, record, { now, aftermath }) : null,
  };
}

/** Scores appear as the policy allows, everywhere: in the attempt, in lists and in the progress of a course. */
export function viewScore(
  policy: Parameters<typeof reviewFor>[0],
  record: Pick<AttemptRecord, 'state' | 'score' | 'scoreMax' | 'percent'>,
  moment: { readonly hasPassedSection: boolean; readonly now: Date },
) {
  const { showsScore } = reviewFor(policy, { state: record.state, ...moment });
  const { score, scoreMax, percent } = record;
  return showsScore ? { score, scoreMax, percent } : { score: null, scoreMax: null, percent: null };
}

function viewAnswer(item: PaperItem | undefined, { questionId, sequence, answer, savedAt }: StoredResponse) {
  if (item === undefined || sequence === 0) return [];
  const at = new Date(savedAt).toISOString();
  return [{ questionId, sequence, answer: answer === null ? null : showAnswer(item, answer), savedAt: at }];
}

function viewResult(paper: Paper, record: AttemptRecord, { now, aftermath }: Required<Moment>) {
  const { policy } = paper.section;
  const { hasPassedSection } = record;
  const permission = reviewFor(policy, { state: record.state, hasPassedSection, now });
  const showsReview = permission.showsCorrectness || permission.showsKey || permission.showsFeedback;
  return {
    ...viewScore(policy, record, { hasPassedSection, now }),
    hasPassed: record.hasPassed,
    gradedAt: record.gradedAt?.toISOString() ?? null,
    next: nextChance(paper, record),
    review: showsReview ? viewReview({ paper, record }, aftermath, permission) : null,
    reviewWithheld: permission.withheld,
    regrades: aftermath.regrades.map((regrade) => viewRegrade(regrade, permission.showsScore)),
    pendingCount: record.responses.filter(({ outcome, isDropped }) => outcome === 'pending' && !isDropped).length,
  };
}

/**
 * When the learner may try again, by the policy of this attempt and as it looked when it ended, so that reading it twice
 * says the same. The progress of the course has the last word at any later moment.
 */
function nextChance(paper: Paper, record: AttemptRecord) {
  const endedAt = record.endedAt ?? paper.startedAt;
  // Of the others only their number counts: how the newest one ended is what a cooldown looks at, and that is this one.
  const { hasPassed } = record;
  const others = Array.from({ length: Math.max(0, record.attemptsUsed - 1) }, () => ({
    state: 'in_progress' as const,
  }));
  const { attemptsLeft, canStartAt } = eligibility({
    policy: paper.section.policy,
    pastAttempts: [hasPassed === null ? { state: 'submitted' } : { state: 'graded', hasPassed, endedAt }, ...others],
    accommodation: { timeFactor: 1, extraAttempts: record.extraAttempts, waivesCooldown: record.waivesCooldown },
    prerequisites: [],
    now: endedAt,
  });
  return { canRetryAt: canStartAt?.toISOString() ?? null, attemptsLeft };
}

function viewRegrade({ at, reason, ...change }: Aftermath['regrades'][number], showsScore: boolean) {
  const shown = showsScore ? change : { ...change, scoreBefore: null, scoreAfter: null };
  return { at: at.toISOString(), reason, ...shown };
}
