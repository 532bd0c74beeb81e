import { type Grade, isPastDeadline, Rational, submitAttempt, type Outcome } from '#libs/assessment';

import { type AttemptRecord, type GivenAnswer, inProgress, newestAnswers, type Paper } from './attempt.js';

/** Places of a stored score: far finer than anything shown. */
const scorePlaces = 10;

export interface GradedResponse {
  readonly questionId: string;
  readonly sequence: number;
  readonly answer: GivenAnswer['answer'];
  readonly savedAt: string;
  readonly spentSeconds: number | null;
  readonly score: string;
  readonly outcome: Outcome;
}

interface Ended {
  readonly endedAt: Date;
  readonly endedBy: 'submitted' | 'expired';
  /** Every question of the paper, answered or not: item analysis asks for those that nobody answered, too. */
  readonly responses: readonly GradedResponse[];
}

/** A grade as it is stored: decimals, rounded once; what is shown is rounded from them, never computed anew. */
export interface StoredGrade {
  readonly score: string;
  readonly scoreMax: string;
  readonly percent: number;
  readonly hasPassed: boolean;
}

export interface GradedEnding extends Ended, StoredGrade {
  readonly state: 'graded';
  readonly gradedAt: Date;
}

/** With answers that wait for a person's mark: there is no score before the last of them. */
export interface SubmittedEnding extends Ended {
  readonly state: 'submitted';
  readonly pendingCount: number;
}

/** How an attempt ends now. */
export type Ending = GradedEnding | SubmittedEnding;

/** What a reader of the ended attempt asks for besides. */
export type Surroundings = Pick<
  AttemptRecord,
  'hasPassedSection' | 'attemptsUsed' | 'extraAttempts' | 'waivesCooldown'
>;

/** Grades what is stored and, unless the time is over, what came along with the submission. */
export function endingOf(paper: Paper, record: AttemptRecord, given: readonly GivenAnswer[], now: Date): Ending {
  const newest = newestAnswers(record.responses, isPastDeadline(paper, now) ? [] : given, now);
  const answers = new Map([...newest.values()].map(({ questionId, answer }) => [questionId, answer]));
  const { questions, policy } = paper.section;
  const ended = submitAttempt(inProgress(paper), { questions, answers, policy }, now);
  if (ended.state === 'refused') throw new RangeError(`An open attempt refused its end: ${ended.code}.`);
  const { endedAt, endedBy, grade } = ended;
  const over = { endedAt, endedBy, responses: responsesOf(grade, newest, now) };
  if (ended.state === 'submitted') return { state: 'submitted', ...over, pendingCount: grade.pendingCount };
  return { state: 'graded', ...over, gradedAt: ended.gradedAt, ...storedGrade(grade) };
}

export function storedGrade({ score, scoreMax, percent, hasPassed }: Omit<Grade, 'perQuestion'>): StoredGrade {
  return { score: storedScore(score), scoreMax: storedScore(scoreMax), percent, hasPassed };
}

export function storedScore(score: Rational): string {
  return score.toDecimalString(scorePlaces);
}

/** The record as a reader will find it after this ending. */
export function afterEnding(record: AttemptRecord, ending: Ending, around: Surroundings): AttemptRecord {
  const { endedAt, endedBy, state } = ending;
  const responses = ending.responses.map((response) => ({
    ...asPapered,
    ...response,
    score: shown(response.score),
  }));
  const over = { ...record, ...around, state, version: record.version + 1, endedAt, endedBy, responses };
  if (ending.state === 'submitted') return over;
  const { gradedAt, score, scoreMax, percent, hasPassed } = ending;
  return { ...over, gradedAt, score: shown(score), scoreMax: shown(scoreMax), percent, hasPassed };
}

/** Of every response at the end of its attempt: nothing has been marked or regraded yet. */
const asPapered = { gradedVersion: null, decidedShare: null, isDropped: false };

function responsesOf(grade: Grade, newest: ReturnType<typeof newestAnswers>, now: Date): GradedResponse[] {
  return grade.perQuestion.map(({ questionId, score, outcome }) => {
    const given = newest.get(questionId);
    return {
      questionId,
      sequence: given?.sequence ?? 0,
      answer: given?.answer ?? null,
      savedAt: given?.savedAt ?? now.toISOString(),
      spentSeconds: given?.spentSeconds ?? null,
      score: storedScore(score),
      outcome,
    };
  });
}

function shown(score: string): number {
  return Rational.parse(score).toNumber();
}
