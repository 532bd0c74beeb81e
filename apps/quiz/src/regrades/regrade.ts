import {
  type Answer,
  type GradedPlace,
  gradePaper,
  type Outcome,
  type PaperPlace,
  Rational,
  regradePlace,
  type RegradePolicy,
  replacementProblems,
} from '#libs/assessment';
import type { Question } from '#libs/contracts';

import { storedGrade, type StoredGrade, storedScore } from '../attempts/ending.js';

/**
 * What is done about a question. It holds for every paper of the section with one of the `fromVersions`, whenever its attempt
 * ends: attempts that are over are walked through, and one that ends later, or while the walk is at work, follows as soon as
 * its end is announced. Doing it again changes nothing.
 */
export interface Regrading {
  readonly questionId: string;
  /** As they stand on papers; what an earlier regrade graded by plays no role. */
  readonly fromVersions: readonly number[];
  readonly replacement: Question;
  readonly policy: RegradePolicy;
}

/** The answer to one question of an ended attempt, and what its grade rests on. */
export interface GradedAnswer {
  readonly questionId: string;
  readonly answer: Answer | null;
  /** Null for the version on the paper. */
  readonly gradedVersion: number | null;
  readonly decidedShare: string | null;
  readonly isDropped: boolean;
}

export interface EndedPaper {
  readonly state: 'submitted' | 'graded';
  readonly places: readonly PaperPlace[];
  readonly responses: readonly GradedAnswer[];
  /** Of the publication that the attempt was made in. */
  readonly passMark: number;
}

export interface RegradedAnswer extends Omit<GradedAnswer, 'answer'> {
  readonly score: string;
  readonly outcome: Outcome;
}

export type RegradedPaper =
  | { readonly outcome: 'absent' | 'unchanged' }
  /** An answer would wait for a person's mark in an attempt that has its grade; it is left as it is. */
  | { readonly outcome: 'would_wait' }
  /** Without a grade while other answers wait for a mark. */
  | { readonly outcome: 'regraded'; readonly response: RegradedAnswer; readonly grade: StoredGrade | null };

export type QuestionOf = (questionId: string, version: number) => Question;

/**
 * The grade of an attempt after the regrade. Every question is graded anew from its answer and the version, share or dropping
 * that holds for it: rounded scores are never added up.
 */
export function regradePaper(paper: EndedPaper, regrading: Regrading, questionOf: QuestionOf): RegradedPaper {
  const place = paper.places.find(({ questionId }) => questionId === regrading.questionId);
  if (place === undefined || !regrading.fromVersions.includes(place.version)) return { outcome: 'absent' };
  const graded = gradedPlaces(paper, questionOf);
  const before = graded.get(regrading.questionId)!; // it is one of the places
  const after = regradePlace(before, replacementFor(before.question, regrading), regrading.policy);
  if (isSame(before, after)) return { outcome: 'unchanged' };
  const grade = gradeOf([...graded.set(regrading.questionId, after).values()], paper.passMark);
  if (grade.pendingCount > 0 && paper.state === 'graded') return { outcome: 'would_wait' };
  const { score, outcome } = grade.perQuestion.find(({ questionId }) => questionId === regrading.questionId)!; // as above
  const { question, decided, isDropped } = after;
  return {
    outcome: 'regraded',
    response: {
      questionId: regrading.questionId,
      gradedVersion: question.version === place.version ? null : question.version,
      decidedShare: decided?.toString() ?? null,
      isDropped,
      score: storedScore(score),
      outcome,
    },
    grade: grade.pendingCount > 0 ? null : storedGrade(grade),
  };
}

/**
 * Whether the paper is as these regrades leave it, one after the other. An attempt that several of them have reached must not be
 * taken through all of their states again because its end is announced late.
 */
export function isSettled(paper: EndedPaper, regradings: readonly Regrading[], questionOf: QuestionOf): boolean {
  const responses = new Map(paper.responses.map((response) => [response.questionId, response]));
  for (const regrading of regradings) {
    const regraded = regradePaper({ ...paper, responses: [...responses.values()] }, regrading, questionOf);
    if (regraded.outcome !== 'regraded') continue;
    const answer = responses.get(regrading.questionId)?.answer ?? null;
    responses.set(regrading.questionId, { ...regraded.response, answer });
  }
  return paper.responses.every((before) => {
    const after = responses.get(before.questionId);
    return (
      after?.gradedVersion === before.gradedVersion &&
      after.decidedShare === before.decidedShare &&
      after.isDropped === before.isDropped
    );
  });
}

/** Why the replacement will not do, from what is known of the versions; empty when it will. */
export function problemsOf(
  versions: readonly Question[],
  { replacement, policy }: Pick<Regrading, 'replacement' | 'policy'>,
) {
  if (policy === 'full_marks' || policy === 'drop') return [];
  return versions.flatMap((before) => replacementProblems(before, replacement));
}

/** By paper order. */
function gradedPlaces({ places, responses }: EndedPaper, questionOf: QuestionOf): Map<string, GradedPlace> {
  const given = new Map(responses.map((response) => [response.questionId, response]));
  return new Map(
    places.map(({ questionId, version }) => {
      const response = given.get(questionId);
      const share = response?.decidedShare ?? null;
      return [
        questionId,
        {
          question: questionOf(questionId, response?.gradedVersion ?? version),
          answer: response?.answer ?? null,
          decided: share === null ? null : Rational.parse(share),
          isDropped: response?.isDropped ?? false,
        },
      ];
    }),
  );
}

function gradeOf(places: readonly GradedPlace[], passMark: number) {
  const decided = places.flatMap(({ question, decided: share }): [string, Rational][] =>
    share === null ? [] : [[question.id, share]],
  );
  return gradePaper(
    places.map(({ question }) => question),
    {
      answers: new Map(places.map(({ question, answer }) => [question.id, answer])),
      decided: new Map(decided),
      dropped: new Set(places.filter(({ isDropped }) => isDropped).map(({ question }) => question.id)),
    },
    { passMark },
  );
}

/** Full marks need no key: where the new version is of another type, the answer stays beside the question it answers. */
function replacementFor(before: Question, { replacement, policy }: Regrading): Question {
  return policy === 'full_marks' && before.type !== replacement.type ? before : replacement;
}

function isSame(before: GradedPlace, after: GradedPlace): boolean {
  return (
    before.question.version === after.question.version &&
    before.isDropped === after.isDropped &&
    before.decided?.toString() === after.decided?.toString()
  );
}
