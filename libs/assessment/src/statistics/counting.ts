/** Which of a learner's attempts at a section a figure is about. */
export const attemptChoices = ['first', 'best', 'latest', 'all'] as const;
export type AttemptChoice = (typeof attemptChoices)[number];

/** What is added to a count, by choice in the order of `attemptChoices`: 1 where the attempt is one of the chosen. */
export type Tally = readonly [first: number, best: number, latest: number, all: number];

/** A graded attempt that is not voided. */
export interface ChoosableAttempt {
  readonly id: string;
  /** Counts the learner's attempts at the section from 1. */
  readonly number: number;
  readonly percent: number;
}

/** Where each of one learner's attempts at a section counts. The earlier of two equally good ones is the best. */
export function talliesOf(attempts: readonly ChoosableAttempt[]): Map<string, Tally> {
  const inOrder = attempts.toSorted((left, right) => left.number - right.number);
  const first = inOrder[0];
  const latest = inOrder.at(-1);
  const best = inOrder.reduce<ChoosableAttempt | undefined>(
    (found, attempt) => (found === undefined || attempt.percent > found.percent ? attempt : found),
    undefined,
  );
  return new Map(
    attempts.map((attempt) => [
      attempt.id,
      [Number(attempt === first), Number(attempt === best), Number(attempt === latest), 1],
    ]),
  );
}

/** What an answer to one part said: `[partId, value, isRight]`, as `responseClasses` tells them. */
export type CountedClass = readonly [partId: string, value: string, isRight: boolean];

/** One question of a counted attempt. Marks are decimals in a fixed number of places. */
export interface CountedAnswer {
  readonly questionId: string;
  /** The version that graded it. */
  readonly version: number;
  /** Where it stands for the figures of the whole quiz; see `positionsOf`. */
  readonly position: string;
  readonly mark: string;
  /** Score of the paper without this question. */
  readonly rest: string;
  readonly classes: readonly CountedClass[];
  readonly timeBucket: number | null;
}

/** Everything that an attempt adds to the statistics. It is kept, so that taking it back takes back exactly that. */
export interface CountedAttempt {
  readonly tally: Tally;
  readonly publication: number;
  /** Sum of the marks; wrong answers may bring it below zero, where no score goes. */
  readonly total: string;
  /** What the paper could earn. */
  readonly max: string;
  readonly answers: readonly CountedAnswer[];
}

/** A change of one count, all columns of its key included. */
export interface CountChange<Key> {
  readonly key: Key;
  readonly tally: Tally;
}

export interface PaperKey {
  readonly publication: number;
  readonly total: string;
  readonly max: string;
}
export interface PositionKey {
  readonly publication: number;
  readonly position: string;
  readonly mark: string;
  readonly rest: string;
}
export interface QuestionKey {
  readonly publication: number;
  readonly questionId: string;
  readonly version: number;
}
export interface ItemKey extends QuestionKey {
  readonly mark: string;
  readonly rest: string;
}
export interface TimeKey extends QuestionKey {
  readonly timeBucket: number;
}
export interface ClassKey extends QuestionKey {
  readonly partId: string;
  readonly value: string;
  readonly isRight: boolean;
  /** Rests are summed per class: with the rest in the key a sum is a change of a count, too. */
  readonly rest: string;
}

export interface CountChanges {
  readonly papers: readonly CountChange<PaperKey>[];
  readonly positions: readonly CountChange<PositionKey>[];
  readonly items: readonly CountChange<ItemKey>[];
  readonly times: readonly CountChange<TimeKey>[];
  readonly classes: readonly CountChange<ClassKey>[];
}

/** How the same attempt was counted before and is to be counted now; null where it is not. */
export interface Recount {
  readonly before: CountedAttempt | null;
  readonly after: CountedAttempt | null;
}

/** What the recounts change, all of them taken together: counts that end as they began are left out. */
export function changesOf(recounts: Iterable<Recount>): CountChanges {
  const changes = {
    papers: new Ledger<PaperKey>(),
    positions: new Ledger<PositionKey>(),
    items: new Ledger<ItemKey>(),
    times: new Ledger<TimeKey>(),
    classes: new Ledger<ClassKey>(),
  };
  const add = (attempt: CountedAttempt, sign: 1 | -1) => {
    const { publication, total, max } = attempt;
    const tally = signed(attempt.tally, sign);
    changes.papers.add({ publication, total, max }, tally);
    for (const { questionId, version, position, mark, rest, timeBucket, classes } of attempt.answers) {
      const question = { publication, questionId, version };
      changes.positions.add({ publication, position, mark, rest }, tally);
      changes.items.add({ ...question, mark, rest }, tally);
      if (timeBucket !== null) changes.times.add({ ...question, timeBucket }, tally);
      for (const [partId, value, isRight] of classes) {
        changes.classes.add({ ...question, partId, value, isRight, rest }, tally);
      }
    }
  };
  for (const { before, after } of recounts) {
    if (before !== null) add(before, -1);
    if (after !== null) add(after, 1);
  }
  return {
    papers: changes.papers.changed(),
    positions: changes.positions.changed(),
    items: changes.items.changed(),
    times: changes.times.changed(),
    classes: changes.classes.changed(),
  };
}

function signed([first, best, latest, all]: Tally, sign: 1 | -1): Tally {
  return [sign * first, sign * best, sign * latest, sign * all];
}

/** Changes by key. */
class Ledger<Key extends object> {
  private readonly changes = new Map<string, CountChange<Key>>();

  add(key: Key, tally: Tally): void {
    const name = JSON.stringify(Object.values(key));
    const known = this.changes.get(name)?.tally ?? [0, 0, 0, 0];
    const [first, best, latest, all] = known;
    const sum: Tally = [first + tally[0], best + tally[1], latest + tally[2], all + tally[3]];
    this.changes.set(name, { key, tally: sum });
  }

  changed(): CountChange<Key>[] {
    return [...this.changes.values()].filter(({ tally }) => tally.some((count) => count !== 0));
  }
}
