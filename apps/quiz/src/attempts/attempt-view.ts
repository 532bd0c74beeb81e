import {
  eligibility,
  explainAnswer,
  outcomeFeedbackOf,
  type PaperItem,
  presentQuestion,
  Rational,
  reviewFor,
  type ReviewPermission,
  revealQuestion,
  showAnswer,
} from '#libs/assessment';

import type { AttemptRecord, Paper, StoredResponse } from './attempt.js';

/** The attempt for its learner's eyes. The key and whatever shows it appear only through `reviewFor`. */
export function viewAttempt(paper: Paper, record: AttemptRecord, now: Date) {
  const shown = [...paper.items.values()];
  return {
    id: paper.id,
    courseId: paper.courseId,
    sectionId: paper.sectionId,
    sectionTitle: paper.section.title,
    number: paper.number,
    state: record.state,
    startedAt: paper.startedAt.toISOString(),
    deadlineAt: paper.deadlineAt?.toISOString() ?? null,
    serverTime: now.toISOString(),
    submittedAt: record.endedAt?.toISOString() ?? null,
    endedBy: record.endedBy,
    questions: shown.map((item) => presentQuestion(item)),
    answers: record.responses.flatMap((response) => viewAnswer(paper.items.get(response.questionId), response)),
    result: record.state === 'graded' || record.state === 'submitted' ? viewResult(paper, record, now) : null,
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

function viewResult(paper: Paper, record: AttemptRecord, now: Date) {
  const { policy } = paper.section;
  const { hasPassedSection } = record;
  const permission = reviewFor(policy, { state: record.state, hasPassedSection, now });
  const showsReview = permission.showsCorrectness || permission.showsKey || permission.showsFeedback;
  return {
    ...viewScore(policy, record, { hasPassedSection, now }),
    hasPassed: record.hasPassed,
    gradedAt: record.gradedAt?.toISOString() ?? null,
    next: nextChance(paper, record),
    review: showsReview ? viewReview(paper, record, permission) : null,
    reviewWithheld: permission.withheld,
    pendingCount: record.responses.filter((response) => response.outcome === 'pending').length,
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

function viewReview(paper: Paper, record: AttemptRecord, permission: ReviewPermission) {
  const responses = new Map(record.responses.map((response) => [response.questionId, response]));
  return [...paper.items.values()].map((item) => reviewItem(item, responses.get(item.question.id), permission));
}

/** One question of the review: each part of it only as far as the policy lets it be seen now. */
function reviewItem(item: PaperItem, response: StoredResponse | undefined, permission: ReviewPermission) {
  const { showsScore, showsCorrectness, showsKey, showsFeedback } = permission;
  const { key, optionFeedback, explanation } = revealQuestion(item);
  const outcome = response?.outcome ?? ('unanswered' as const);
  const explained = explainAnswer(item, response?.answer ?? null);
  const feedback = [explained?.feedback ?? null, outcomeFeedbackOf(item.question, outcome)].filter(
    (text) => text !== null,
  );
  const parts = (explained?.parts ?? []).map((part) => ({
    partId: part.partId,
    outcome: part.outcome,
    feedback: showsFeedback ? part.feedback : null,
  }));
  return {
    questionId: item.question.id,
    outcome: showsCorrectness ? outcome : null,
    score: showsScore && showsCorrectness ? (response?.score ?? 0) : null,
    scoreMax: Rational.parse(item.question.points).toNumber(),
    parts: showsCorrectness ? parts : [],
    key: showsKey ? key : null,
    responseFeedback: showsFeedback && feedback.length > 0 ? feedback.join('\n\n') : null,
    // The feedback of an option names the right ones as a rule, so it needs both permissions.
    optionFeedback: showsKey
      ? optionFeedback.map((option) => ({ ...option, feedback: showsFeedback ? option.feedback : null }))
      : [],
    explanation: showsFeedback && showsKey ? explanation : null,
  };
}
