import { type Grade, isPastDeadline, Rational, submitAttempt, type Outcome } from '#libs/assessment';

import { type AttemptRecord, type GivenAnswer, inProgress, newestAnswers, type Paper } from './attempt.js';

/** Places of a stored score: far finer than anything shown. */
const scorePlaces = 10;

export interface GradedResponse {
  readonly questionId: string;
  readonly sequence: number;
  readonly answer: GivenAnswer['answer'];
  readonly savedAt: string;
  readonly score: string;
  readonly outcome: Outcome;
}

/** How an attempt ends now. Scores are decimals as they are stored; what is shown is rounded from them, never computed anew. */
export interface Ending {
  readonly endedAt: Date;
  readonly endedBy: 'submitted' | 'expired';
  readonly gradedAt: Date;
  readonly score: string;
  readonly scoreMax: string;
  readonly percent: number;
  readonly hasPassed: boolean;
  /** Every question of the paper, answered or not: item analysis asks for those that nobody answered, too. */
  readonly responses: readonly GradedResponse[];
}

/** Grades what is stored and, unless the time is over, what came along with the submission. */
export function endingOf(paper: Paper, record: AttemptRecord, given: readonly GivenAnswer[], now: Date): Ending {
  const newest = newestAnswers(record.responses, isPastDeadline(paper, now) ? [] : given, now);
  const answers = new Map([...newest.values()].map(({ questionId, answer }) => [questionId, answer]));
  const { questions, policy } = paper.section;
  const graded = submitAttempt(inProgress(paper), { questions, answers, policy }, now);
  if (graded.state === 'refused') throw new RangeError(`An open attempt refused its end: ${graded.code}.`);
  const { endedAt, endedBy, grade } = graded;
  return {
    endedAt,
    endedBy,
    gradedAt: now,
    score: grade.score.toDecimalString(scorePlaces),
    scoreMax: grade.scoreMax.toDecimalString(scorePlaces),
    percent: grade.percent,
    hasPassed: grade.hasPassed,
    responses: responsesOf(grade, newest, now),
  };
}

/** The record as a reader will find it after this ending. */
export function afterEnding(
  record: AttemptRecord,
  ending: Ending,
  around: Pick<AttemptRecord, 'hasPassedSection' | 'attemptsUsed' | 'extraAttempts' | 'waivesCooldown'>,
): AttemptRecord {
  return {
    ...record,
    ...ending,
    ...around,
    state: 'graded',
    version: record.version + 1,
    score: shown(ending.score),
    scoreMax: shown(ending.scoreMax),
    responses: ending.responses.map((response) => ({ ...asPapered, ...response, score: shown(response.score) })),
  };
}

/** Of every response at the end of its attempt: nothing has been marked or regraded yet. */
const asPapered = { gradedVersion: null, decidedShare: null, isDropped: false, spentSeconds: null };

function responsesOf(grade: Grade, newest: ReturnType<typeof newestAnswers>, now: Date): GradedResponse[] {
  return grade.perQuestion.map(({ questionId, score, outcome }) => {
    const given = newest.get(questionId);
    return {
      questionId,
      sequence: given?.sequence ?? 0,
      answer: given?.answer ?? null,
      savedAt: given?.savedAt ?? now.toISOString(),
      score: score.toDecimalString(scorePlaces),
      outcome,
    };
  });
}

function shown(score: string): number {
  return Rational.parse(score).toNumber();
}
