import { createHash } from 'node:crypto';

/** Work of the same key runs in the order it was given; work of different keys may run side by side, to a limit. */
export class Lanes {
  private readonly ends: Promise<unknown>[];

  constructor(count: number) {
    this.ends = Array.from({ length: count }, () => Promise.resolve());
  }

  /** The things by the lane of their key, in their order. */
  split<T extends { readonly key: string | null }>(things: readonly T[]): Map<number, T[]> {
    const byLane = new Map<number, T[]>();
    for (const thing of things) {
      const lane =
        createHash('sha256')
          .update(thing.key ?? '')
          .digest()
          .readUInt32BE(0) % this.ends.length;
      byLane.set(lane, [...(byLane.get(lane) ?? []), thing]);
    }
    return byLane;
  }

  run<T>(lane: number, work: () => Promise<T>): Promise<T> {
    const done = (this.ends[lane] ?? Promise.resolve()).then(work);
    // The next one starts whether or not this one succeeds; its failure belongs to whoever gave the work.
    this.ends[lane] = done.catch(() => undefined);
    return done;
  }

  async settled(): Promise<void> {
    await Promise.all(this.ends);
  }
}
