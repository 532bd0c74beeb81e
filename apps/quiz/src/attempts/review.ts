import {
  explainAnswer,
  outcomeFeedbackOf,
  type PaperItem,
  presentQuestion,
  Rational,
  type ReviewPermission,
  revealQuestion,
  showAnswer,
} from '#libs/assessment';

import type { AttemptRecord, Paper, StoredResponse } from './attempt.js';

/** A marker's decision, as the review tells it. */
export interface GivenMark {
  readonly levels: Readonly<Record<string, string>> | null;
  readonly comment: string | null;
}

/** A change of the grade by a regrade, for its learner. */
export interface Regrading {
  readonly at: Date;
  readonly reason: string;
  readonly scoreBefore: number | null;
  readonly scoreAfter: number;
  readonly hasPassedBefore: boolean | null;
  readonly hasPassedAfter: boolean;
}

/** What has happened to an attempt since it ended. */
export interface Aftermath {
  /** By question id, the places that another version grades now. */
  readonly regraded: ReadonlyMap<string, PaperItem>;
  /** By question id. */
  readonly marks: ReadonlyMap<string, GivenMark>;
  readonly regrades: readonly Regrading[];
}

export const nothingSince: Aftermath = { regraded: new Map(), marks: new Map(), regrades: [] };

/** The questions of the paper one by one, each part of them only as far as the policy lets it be seen now. */
export function viewReview(
  { paper, record }: { paper: Paper; record: AttemptRecord },
  aftermath: Aftermath,
  permission: ReviewPermission,
) {
  const responses = new Map(record.responses.map((response) => [response.questionId, response]));
  return [...paper.items].map(([id, item]) => {
    const place = { item, graded: aftermath.regraded.get(id) ?? item };
    return reviewItem(place, { response: responses.get(id), mark: aftermath.marks.get(id) }, permission);
  });
}

interface Place {
  readonly item: PaperItem;
  /** In the version that grades it: the same, unless it was regraded. */
  readonly graded: PaperItem;
}

interface Given {
  readonly response: StoredResponse | undefined;
  readonly mark: GivenMark | undefined;
}

function reviewItem({ item, graded }: Place, { response, mark }: Given, permission: ReviewPermission) {
  const { showsScore, showsCorrectness, showsKey, showsFeedback } = permission;
  const { key, optionFeedback, explanation } = revealQuestion(graded);
  const outcome = response?.outcome ?? ('unanswered' as const);
  // A regrade may give full marks for what has become a question of another type: nothing can be said about the answer then.
  const answer = graded.question.type === item.question.type ? (response?.answer ?? null) : null;
  const explained = explainAnswer(graded, answer);
  const feedback = [explained?.feedback ?? null, outcomeFeedbackOf(graded.question, outcome)].filter(
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
    scoreMax: response?.isDropped ? 0 : Rational.parse(graded.question.points).toNumber(),
    isDropped: response?.isDropped ?? false,
    isGranted: showsCorrectness && showsScore && mark === undefined && (response?.decidedShare ?? null) !== null,
    regraded: graded === item ? null : viewRegraded(graded, answer),
    parts: showsCorrectness ? parts : [],
    key: showsKey ? key : null,
    // What is said of a right or a wrong answer says which it was.
    responseFeedback: showsFeedback && showsCorrectness && feedback.length > 0 ? feedback.join('\n\n') : null,
    // The feedback of an option names the right ones as a rule, so it needs both permissions.
    optionFeedback: showsKey
      ? optionFeedback.map((option) => ({ ...option, feedback: showsFeedback ? option.feedback : null }))
      : [],
    explanation: showsFeedback && showsKey ? explanation : null,
    mark: showsFeedback && showsCorrectness && mark !== undefined ? viewMark(graded, mark, showsScore) : null,
  };
}

function viewRegraded(graded: PaperItem, answer: StoredResponse['answer']) {
  return { question: presentQuestion(graded), answer: answer === null ? null : showAnswer(graded, answer) };
}

function viewMark({ question }: PaperItem, { levels, comment }: GivenMark, showsScore: boolean) {
  const rubric = question.type === 'essay' && levels !== null ? (question.rubric ?? []) : [];
  const criteria = rubric.flatMap((criterion) => {
    const level = criterion.levels.find(({ id }) => id === levels?.[criterion.id]);
    if (level === undefined) return [];
    const best = Math.max(...criterion.levels.map(({ points }) => Rational.parse(points).toNumber()));
    const points = Rational.parse(level.points).toNumber();
    const score = showsScore ? { points, pointsMax: best } : { points: null, pointsMax: null };
    return [{ title: criterion.title, level: level.text, ...score }];
  });
  return { comment, criteria };
}
