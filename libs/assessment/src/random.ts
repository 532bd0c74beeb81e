import { createHash } from 'node:crypto';

/** A stream of unbiased whole numbers that is the same for the same seed, on every machine and for ever. */
export interface SeededRandom {
  /** A whole number from 0 to `limit - 1`, each equally likely. `limit` is 1 to 2^32. */
  below(limit: number): number;
}

/**
 * sfc32 (Chris Doty-Humphrey's small fast chaotic generator) over the first 128 bits of SHA-256 of the seed. Stored attempts
 * depend on it: a change here would reorder papers that learners have already seen.
 */
export function seededRandom(seed: string): SeededRandom {
  const digest = createHash('sha256').update(seed, 'utf8').digest();
  let a = digest.readUInt32LE(0);
  let b = digest.readUInt32LE(4);
  let c = digest.readUInt32LE(8);
  let counter = digest.readUInt32LE(12);

  function next(): number {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    c |= 0;
    return mixed >>> 0;
  }

  return {
    below(limit) {
      // Numbers in the incomplete last stretch of 2^32 are thrown away: a bare remainder would favour small results.
      const ceiling = 2 ** 32 - (2 ** 32 % limit);
      let drawn = next();
      while (drawn >= ceiling) drawn = next();
      return drawn % limit;
    },
  };
}

/** `count` of the items in random order (all of them unless told), each arrangement equally likely. The input is left alone. */
export function shuffled<Item>(items: readonly Item[], random: SeededRandom, count = items.length): Item[] {
  const deck = [...items];
  const taken: Item[] = [];
  while (taken.length < count && deck.length > 0) {
    // Fisher and Yates as they wrote it down: strike out one of those that are left, until none is.
    const [item] = deck.splice(random.below(deck.length), 1);
    taken.push(item!); // the index is below the length
  }
  return taken;
}
