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

/** One question of a counted attempt. Marks are decimals in `markPlaces` places. */
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

/** By choice as a tally; decimals in `markPlaces` places. */
export type TallySums = readonly [first: string, best: string, latest: string, all: string];

/** A change of a count and of what the counted attempts have of something else, all of them taken together. */
export interface SumChange<Key> extends CountChange<Key> {
  readonly sums: TallySums;
}

export interface PaperKey {
  readonly publication: number;
  readonly total: string;
}
export interface PositionKey {
  readonly publication: number;
  readonly position: string;
  readonly mark: string;
}
export interface QuestionKey {
  readonly publication: number;
  readonly questionId: string;
  readonly version: number;
}
export interface MarkKey extends QuestionKey {
  readonly mark: string;
}
export interface RestKey extends QuestionKey {
  readonly rest: string;
}
export interface TimeKey extends QuestionKey {
  readonly timeBucket: number;
}
export interface ClassKey extends QuestionKey {
  readonly partId: string;
  readonly value: string;
  readonly isRight: boolean;
}

/**
 * Histograms of one thing each. The two of a question, of marks and of rests, are not one of pairs, which would have a count for
 * nearly every attempt; what the figures need of the pairs is the sum of the rests at each mark (see `MarkCount`).
 */
export interface CountChanges {
  /** Summed: what the papers could earn. */
  readonly papers: readonly SumChange<PaperKey>[];
  /** Summed, as for marks and classes: the rests. */
  readonly positions: readonly SumChange<PositionKey>[];
  readonly marks: readonly SumChange<MarkKey>[];
  readonly rests: readonly CountChange<RestKey>[];
  readonly times: readonly CountChange<TimeKey>[];
  readonly classes: readonly SumChange<ClassKey>[];
}

/** How the same attempt was counted before and is to be counted now; null where it is not. */
export interface Recount {
  readonly before: CountedAttempt | null;
  readonly after: CountedAttempt | null;
}

/** Places of the marks that are counted. */
export const markPlaces = 10;

/** A decimal of at most `markPlaces` places as a whole number of its last place. Throws a SyntaxError for anything else. */
export function unitsOf(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(markPlaces, '0'));
}

function decimalOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(markPlaces + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -markPlaces)}.${digits.slice(-markPlaces)}`;
}

/** What the recounts change, all of them taken together: counts that end as they began are left out. */
export function changesOf(recounts: Iterable<Recount>): CountChanges {
  const changes = {
    papers: new Ledger<PaperKey>(),
    positions: new Ledger<PositionKey>(),
    marks: new Ledger<MarkKey>(),
    rests: new Ledger<RestKey>(),
    times: new Ledger<TimeKey>(),
    classes: new Ledger<ClassKey>(),
  };
  const add = (attempt: CountedAttempt, sign: 1 | -1) => {
    const { publication, total } = attempt;
    const tally = signed(attempt.tally, sign);
    changes.papers.add({ publication, total }, tally, unitsOf(attempt.max));
    for (const { questionId, version, position, mark, rest, timeBucket, classes } of attempt.answers) {
      const question = { publication, questionId, version };
      const restUnits = unitsOf(rest);
      changes.positions.add({ publication, position, mark }, tally, restUnits);
      changes.marks.add({ ...question, mark }, tally, restUnits);
      changes.rests.add({ ...question, rest }, tally);
      if (timeBucket !== null) changes.times.add({ ...question, timeBucket }, tally);
      for (const [partId, value, isRight] of classes) {
        changes.classes.add({ ...question, partId, value, isRight }, tally, restUnits);
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
    marks: changes.marks.changed(),
    rests: changes.rests.changed(),
    times: changes.times.changed(),
    classes: changes.classes.changed(),
  };
}

function signed([first, best, latest, all]: Tally, sign: 1 | -1): Tally {
  return [sign * first, sign * best, sign * latest, sign * all];
}

interface Entry<Key> {
  readonly key: Key;
  readonly tally: [number, number, number, number];
  readonly sums: [bigint, bigint, bigint, bigint];
}

/** Changes by key. */
class Ledger<Key extends object> {
  private readonly entries = new Map<string, Entry<Key>>();

  /** `each` is what every attempt adds to the sum, in units. */
  add(key: Key, tally: Tally, each = 0n): void {
    const name = JSON.stringify(Object.values(key));
    let entry = this.entries.get(name);
    if (entry === undefined) {
      entry = { key, tally: [0, 0, 0, 0], sums: [0n, 0n, 0n, 0n] };
      this.entries.set(name, entry);
    }
    for (const choice of choices) {
      entry.tally[choice] += tally[choice];
      if (each !== 0n) entry.sums[choice] += each * BigInt(tally[choice]);
    }
  }

  changed(): SumChange<Key>[] {
    return [...this.entries.values()]
      .filter(({ tally, sums }) => tally.some((count) => count !== 0) || sums.some((sum) => sum !== 0n))
      .map(({ key, tally, sums: [first, best, latest, all] }) => ({
        key,
        tally,
        sums: [decimalOf(first), decimalOf(best), decimalOf(latest), decimalOf(all)],
      }));
  }
}

const choices = [0, 1, 2, 3] as const;
