import { BoundedCache } from '../catalog/bounded-cache.js';

interface Kept<Answer> {
  readonly revision: string;
  readonly at: number;
  readonly answer: Promise<Answer>;
}

/**
 * One answer for many who ask: worked out once per revision, and again when it has grown so old that time alone may have
 * changed it. Whoever asks while it is being worked out waits for the same one. A failure is kept for nobody else.
 */
export class SharedAnswers<Answer> {
  private readonly kept: BoundedCache<Kept<Answer> | null>;

  constructor(
    sizeMax: number,
    private readonly ageMsMax: number,
  ) {
    this.kept = new BoundedCache(sizeMax);
  }

  /** `revision` was read before `make` is called: the answer is as new or newer, and what is newer has a revision of its own. */
  get(
    key: string,
    { revision, now, make }: { revision: string; now: Date; make: () => Promise<Answer> },
  ): Promise<Answer> {
    const known = this.kept.get(key);
    const isFresh = known?.revision === revision && Math.abs(now.getTime() - known.at) < this.ageMsMax;
    if (known && isFresh) return known.answer;
    const answer = make();
    const entry = { revision, at: now.getTime(), answer };
    this.kept.set(key, entry);
    answer.catch(() => {
      if (this.kept.get(key) === entry) this.kept.set(key, null);
    });
    return answer;
  }
}
