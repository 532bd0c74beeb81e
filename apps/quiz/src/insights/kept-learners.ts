interface Asked<Value> {
  readonly cohortId: string;
  /** Read before anything else: what is read afterwards is as new, or newer and has a revision of its own. */
  readonly revision: string;
  readonly now: Date;
  /** What is kept of one learner at most; to bound the memory, not to bill it. */
  readonly bytesEach: number;
  /** Of everybody in the cohort, or of those of the list who are in it. */
  readonly load: (learnerIds: readonly string[] | null) => Promise<ReadonlyMap<string, Value>>;
}

interface Entry<Value> {
  readonly revision: string;
  /** When everybody was read, milliseconds since 1970. */
  readonly wholeAt: number;
  readonly values: Promise<ReadonlyMap<string, Value>>;
  bytes: number;
}

type ChangedSince = (cohortId: string, revision: string, max: number) => Promise<string[] | null>;

/** What nobody announces, as a repair by hand, is seen after this long. */
export const wholeMsMax = 300_000;
/** Beyond it everybody is read: a list would be as long. */
export const changedMax = 500;

/**
 * What figures of cohorts are made from, by learner. Everybody is read once, and then only those whose figures changed: what
 * it costs to be up to date grows neither with the cohort nor with its attempts. Whoever asks for a revision that is being
 * read waits for the same reading; what was asked for longest ago goes first when there is no room.
 */
export class KeptLearners<Value> {
  private readonly entries = new Map<string, Entry<Value>>();

  constructor(
    private readonly bytesMax: number,
    private readonly changedSince: ChangedSince,
  ) {}

  /** By learner, those enrolled now. A failed reading is kept for nobody else. */
  read(key: string, asked: Asked<Value>): Promise<ReadonlyMap<string, Value>> {
    const known = this.entries.get(key);
    const now = asked.now.getTime();
    if (known === undefined) return this.keep(key, asked, { wholeAt: now, values: asked.load(null) });
    const isOld = now - known.wholeAt >= wholeMsMax;
    if (isOld) this.renew(key, asked);
    if (!isOld && known.revision === asked.revision) return this.touch(key, known).values;
    const values = known.revision === asked.revision ? known.values : this.exchange(known, asked);
    return this.keep(key, asked, { wholeAt: isOld ? now : known.wholeAt, values });
  }

  /** Everybody anew, for those who ask later: nobody waits for it. What failed is tried after as long again. */
  private renew(key: string, asked: Asked<Value>): void {
    const values = asked.load(null);
    const wholeAt = asked.now.getTime();
    values.then(
      () => void this.keep(key, asked, { wholeAt, values }),
      () => undefined,
    );
  }

  private keep(
    key: string,
    { revision, bytesEach }: Asked<Value>,
    given: Pick<Entry<Value>, 'wholeAt' | 'values'>,
  ): Entry<Value>['values'] {
    const entry = this.touch(key, { revision, ...given, bytes: this.entries.get(key)?.bytes ?? 0 });
    given.values.then(
      ({ size }) => this.weigh(entry, size * bytesEach),
      () => this.forget(key, entry),
    );
    return given.values;
  }

  private async exchange(known: Entry<Value>, asked: Asked<Value>): Promise<ReadonlyMap<string, Value>> {
    const before = await known.values;
    const changed = await this.changedSince(asked.cohortId, known.revision, changedMax);
    if (changed === null) return asked.load(null);
    const after = new Map(before);
    for (const learnerId of changed) after.delete(learnerId);
    if (changed.length === 0) return after;
    for (const [learnerId, value] of await asked.load(changed)) after.set(learnerId, value);
    return after;
  }

  private touch(key: string, entry: Entry<Value>): Entry<Value> {
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry;
  }

  private forget(key: string, entry: Entry<Value>): void {
    if (this.entries.get(key) === entry) this.entries.delete(key);
  }

  private weigh(entry: Entry<Value>, bytes: number): void {
    entry.bytes = bytes;
    let total = 0;
    for (const [key, each] of [...this.entries].reverse()) {
      total += each.bytes;
      if (total > this.bytesMax) this.entries.delete(key);
    }
  }
}
