import {
  type Answer,
  type CountedAnswer,
  type CountedAttempt,
  type CountedClass,
  positionsOf,
  Rational,
  responseClasses,
  type Tally,
  timeBucketOf,
} from '#libs/assessment';
import type { PublishedSection, Question } from '#libs/contracts';

/** A response of a graded attempt, as stored. */
export interface GradedAnswer {
  readonly questionId: string;
  readonly answer: Answer | null;
  /** Decimal. */
  readonly score: string | null;
  /** The version that graded it; null for the one on the paper. */
  readonly gradedVersion: number | null;
  readonly isDropped: boolean;
  readonly spentSeconds: number | null;
}

export interface GradedPaper {
  readonly publication: number;
  /** Decimal. */
  readonly max: string;
  readonly places: readonly { readonly questionId: string; readonly version: number }[];
  readonly answers: readonly GradedAnswer[];
}

export interface Definitions {
  readonly section: Pick<PublishedSection, 'questions' | 'policy'>;
  /** A version that may come from a later publication. */
  questionOf(questionId: string, version: number): Question;
}

/** Places of a stored mark. */
const places = 10;
/** Long enough to tell answers apart; a key of an index has a limit, and an answer has none to speak of. */
const valueLengthMax = 100;

/**
 * What a graded attempt adds to the statistics. Every question of the paper counts, also those that nobody answered, but none
 * that a regrade dropped. Marks are taken as stored: a person or a regrade may have decided them.
 */
export function countOf(paper: GradedPaper, { section, questionOf }: Definitions, tally: Tally): CountedAttempt {
  const byQuestion = new Map(paper.answers.map((answer) => [answer.questionId, answer]));
  const positions = positionsOf(
    paper.places.map(({ questionId }) => questionId),
    section,
  );
  const counted = paper.places.flatMap((place, index) => {
    const given = byQuestion.get(place.questionId);
    if (given === undefined || given.isDropped) return [];
    const version = given.gradedVersion ?? place.version;
    const mark = Rational.parse(given.score ?? '0');
    return [{ given, version, mark, position: positions[index]! }]; // one per place
  });
  const asked = new Map(section.questions.map((question) => [question.id, question]));
  const total = counted.reduce((sum, { mark }) => sum.plus(mark), Rational.zero);
  const answers = counted.map(({ given, version, mark, position }): CountedAnswer => {
    const { questionId, answer, spentSeconds } = given;
    return {
      questionId,
      version,
      position,
      mark: mark.toDecimalString(places),
      rest: total.minus(mark).toDecimalString(places),
      classes: classesOf(asked.get(questionId), questionOf(questionId, version), answer),
      timeBucket: spentSeconds === null ? null : timeBucketOf(spentSeconds),
    };
  });
  return { tally, publication: paper.publication, total: total.toDecimalString(places), max: paper.max, answers };
}

/** Of an answer to a question that a regrade replaced by one of another type nothing can be said. */
function classesOf(asked: Question | undefined, graded: Question, answer: Answer | null): CountedClass[] {
  if (asked?.type !== graded.type) return [];
  const seen = new Map<string, CountedClass>();
  for (const { partId, value, isRight } of responseClasses(graded, answer)) {
    const short = value.length > valueLengthMax ? `${[...value].slice(0, valueLengthMax).join('')}…` : value;
    seen.set(JSON.stringify([partId, short, isRight]), [partId, short, isRight]);
  }
  return [...seen.values()];
}
