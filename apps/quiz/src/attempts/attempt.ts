import {
  type Answer,
  type InProgressAttempt,
  type Outcome,
  type PaperItem,
  type PaperPlace,
  partGroupsOf,
} from '#libs/assessment';
import type { PublishedSection, Question } from '#libs/contracts';

/** What never changes of an attempt from its start on. */
export interface AttemptPin {
  readonly id: string;
  readonly learnerId: string;
  readonly courseId: string;
  readonly sectionId: string;
  readonly publication: number;
  readonly number: number;
  /** `renewal` for the shorter quiz that renews a badge and counts for nothing else. */
  readonly purpose: 'exam' | 'renewal';
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
}

/** A pinned attempt with the questions behind its places: all that reading, saving and grading need besides the rows. */
export interface Paper extends AttemptPin {
  readonly section: PublishedSection;
  readonly places: readonly PaperPlace[];
  /** By question id, in the order of the paper. */
  readonly items: ReadonlyMap<string, PaperItem>;
}

export interface StoredResponse {
  readonly questionId: string;
  /** 0 for a question of a graded paper that was never answered. */
  readonly sequence: number;
  /** With the author's option ids. */
  readonly answer: Answer | null;
  readonly savedAt: string;
  readonly score: number | null;
  readonly outcome: Outcome | null;
  /** The version whose key graded the answer; null for the one on the paper. */
  readonly gradedVersion: number | null;
  /** Exact share of the mark that a marker or a regrade decided; null where the rule of the type decides. */
  readonly decidedShare: string | null;
  /** Taken out of the paper by a regrade: it neither earns nor costs anything. */
  readonly isDropped: boolean;
  /** As the client measured it; null where it said nothing. */
  readonly spentSeconds: number | null;
}

/** An attempt as stored, with what surrounds it when it is shown. */
export interface AttemptRecord extends AttemptPin {
  readonly state: 'in_progress' | 'submitted' | 'graded' | 'voided';
  readonly version: number;
  readonly saves: number;
  readonly endedAt: Date | null;
  readonly endedBy: 'submitted' | 'expired' | null;
  readonly gradedAt: Date | null;
  readonly score: number | null;
  readonly scoreMax: number | null;
  readonly percent: number | null;
  readonly hasPassed: boolean | null;
  readonly hasPassedSection: boolean;
  /** Of the section, voided ones left out. */
  readonly attemptsUsed: number;
  readonly extraAttempts: number;
  readonly waivesCooldown: boolean;
  readonly responses: readonly StoredResponse[];
}

/** An answer that came along with a submission, already with the author's option ids. */
export interface GivenAnswer {
  readonly questionId: string;
  readonly sequence: number;
  readonly answer: Answer | null;
  readonly spentSeconds?: number | null;
}

export function openPaper(pin: AttemptPin, places: readonly PaperPlace[], section: PublishedSection): Paper {
  const questions = new Map(section.questions.map((question) => [question.id, question]));
  const items = new Map<string, PaperItem>();
  for (const place of places) {
    const question = questions.get(place.questionId);
    // A publication is immutable, so this is damaged data, and a paper without the question would be graded wrongly.
    if (question?.version !== place.version) {
      throw new RangeError(`Publication ${pin.publication} has no version ${place.version} of ${place.questionId}.`);
    }
    items.set(place.questionId, { question, optionOrder: place.optionOrder });
  }
  const { id, learnerId, courseId, sectionId, publication, number, purpose, startedAt, deadlineAt } = pin;
  return {
    id,
    learnerId,
    courseId,
    sectionId,
    publication,
    number,
    purpose,
    startedAt,
    deadlineAt,
    section,
    places,
    items,
  };
}

/** The record of an attempt just started. */
export function untouched(paper: Paper): AttemptRecord {
  const notEnded = { endedAt: null, endedBy: null, gradedAt: null };
  const notGraded = { score: null, scoreMax: null, percent: null, hasPassed: null, hasPassedSection: false };
  const counts = { version: 1, saves: 0, attemptsUsed: 1, extraAttempts: 0, waivesCooldown: false };
  return { ...paper, state: 'in_progress', ...notEnded, ...notGraded, ...counts, responses: [] };
}

/** The paper as the rules of an attempt that is still open see it. */
export function inProgress({ startedAt, deadlineAt, places }: Paper): InProgressAttempt {
  return { state: 'in_progress', startedAt, deadlineAt, paper: places };
}

/** What counts when the attempt ends: per question the highest sequence number, stored or sent along. */
export function newestAnswers(
  stored: readonly StoredResponse[],
  given: readonly GivenAnswer[],
  now: Date,
): Map<string, GivenAnswer & { savedAt: string }> {
  const newest = new Map<string, GivenAnswer & { savedAt: string }>();
  const at = now.toISOString();
  for (const answer of [...stored, ...given.map((answer) => ({ ...answer, savedAt: at }))]) {
    const known = newest.get(answer.questionId);
    if (known !== undefined && answer.sequence <= known.sequence) continue;
    newest.set(answer.questionId, { ...answer, spentSeconds: longest(known?.spentSeconds, answer.spentSeconds) });
  }
  return newest;
}

/** Time that was spent does not come back, whatever a later client counts. */
function longest(one: number | null = null, other: number | null = null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** A client's measure of time, which is never believed beyond the time that the attempt has been open. */
export function believable(spentSeconds: number | undefined, { startedAt }: AttemptPin, now: Date): number | null {
  if (spentSeconds === undefined) return null;
  return Math.min(spentSeconds, Math.max(0, Math.ceil((now.getTime() - startedAt.getTime()) / 1_000)));
}

/**
 * A place of the paper with the version that grades it now: parts that were on the paper keep their order, new ones follow in
 * their group.
 */
export function regraded({ optionOrder }: PaperItem, question: Question): PaperItem {
  const order = partGroupsOf(question).flatMap(({ ids }) => [
    ...optionOrder.filter((id) => ids.includes(id)),
    ...ids.filter((id) => !optionOrder.includes(id)),
  ]);
  return { question, optionOrder: order };
}
