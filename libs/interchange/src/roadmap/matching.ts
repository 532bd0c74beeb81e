/** What tells whether two parts, of two states of a course, are the same thing. */
export interface Trait {
  /** The id of a part of the previous state. */
  readonly id?: string;
  readonly externalKey: string | null;
  /** What the part belongs to; equal for parents that are the same thing. */
  readonly parent: string;
  /** What it is known by: a title in comparable form, or an address. */
  readonly name: string;
  /** What the part holds: addresses and titles of what is below it. */
  readonly content: readonly string[];
}

/** For each part of the new state the index of what it was before, where it was there. */
export type Matching = ReadonlyMap<number, number>;

/**
 * Finds out which parts are still the same, by evidence of falling strength: the author's key, the title in its place, what the part
 * holds, a similar title between the same neighbours, and last the title anywhere.
 */
export function matchParts(before: readonly Trait[], after: readonly Trait[]): Matching {
  const matcher = new Matcher(before, after);
  matcher.pairEqual((part) => part.externalKey);
  matcher.pairEqual((part) => part.id ?? part.externalKey);
  matcher.pairEqual((part) => `${part.parent}\n${part.name}`);
  matcher.pairByContent();
  matcher.pairByPlace();
  matcher.pairEqual((part) => part.name);
  return matcher.pairs;
}

/** The same for what has nothing but a name: the same name in its place, or anywhere. */
export function matchNames(before: readonly Trait[], after: readonly Trait[]): Matching {
  const matcher = new Matcher(before, after);
  matcher.pairEqual((part) => `${part.parent}\n${part.name}`);
  matcher.pairEqual((part) => part.name);
  return matcher.pairs;
}

/** Shared by more parts than this, a feature says nothing about any of them. */
const ownersMax = 20;
const overlapMin = 0.5;

class Matcher {
  readonly pairs = new Map<number, number>();
  private readonly taken = new Set<number>();

  constructor(
    private readonly before: readonly Trait[],
    private readonly after: readonly Trait[],
  ) {}

  /** Pairs parts of which `signOf` says the same, in order of appearance. */
  pairEqual(signOf: (part: Trait) => string | null): void {
    const waiting = this.freeBefore(signOf);
    for (const [index, part] of this.after.entries()) {
      const sign = this.pairs.has(index) ? null : signOf(part);
      const candidates = sign === null ? undefined : waiting.get(sign);
      const found = candidates?.findIndex((candidate) => this.canPair(index, candidate)) ?? -1;
      if (candidates && found !== -1) this.pair(index, candidates.splice(found, 1)[0]!); // found is an index of it
    }
  }

  pairByContent(): void {
    const owners = this.freeOwners();
    for (const [index, part] of this.after.entries()) {
      if (this.pairs.has(index)) continue;
      const shared = new Map<number, number>();
      for (const feature of new Set(part.content)) {
        const found = owners.get(feature) ?? [];
        if (found.length > ownersMax) continue;
        for (const owner of found) shared.set(owner, (shared.get(owner) ?? 0) + 1);
      }
      const best = [...shared]
        .map(([owner, count]) => ({ owner, overlap: count / this.sizeOf(owner, part) }))
        .filter(({ owner, overlap }) => overlap >= overlapMin && this.canPair(index, owner))
        .toSorted((a, b) => b.overlap - a.overlap)[0];
      if (best) this.pair(index, best.owner);
    }
  }

  pairByPlace(): void {
    for (const [index, part] of this.after.entries()) {
      const neighbour = index === 0 ? -1 : this.pairs.get(index - 1);
      const candidate = neighbour === undefined ? undefined : this.before[neighbour + 1];
      if (neighbour === undefined || !candidate || this.pairs.has(index)) continue;
      const isAlike = candidate.parent === part.parent && areAlike(candidate.name, part.name);
      if (isAlike && this.canPair(index, neighbour + 1)) this.pair(index, neighbour + 1);
    }
  }

  private pair(after: number, before: number): void {
    this.pairs.set(after, before);
    this.taken.add(before);
  }

  /** A part is paired once, and never with one to which the author gave another key. */
  private canPair(after: number, before: number): boolean {
    const was = this.before[before]?.externalKey ?? null;
    const is = this.after[after]?.externalKey ?? null;
    return !this.taken.has(before) && (was === null || is === null || was === is);
  }

  private freeBefore(signOf: (part: Trait) => string | null): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const [index, part] of this.before.entries()) {
      const sign = this.taken.has(index) ? null : signOf(part);
      if (sign !== null) append(found, sign, index);
    }
    return found;
  }

  private freeOwners(): Map<string, number[]> {
    const owners = new Map<string, number[]>();
    for (const [index, part] of this.before.entries()) {
      if (!this.taken.has(index)) for (const feature of new Set(part.content)) append(owners, feature, index);
    }
    return owners;
  }

  private sizeOf(owner: number, part: Trait): number {
    return Math.max(new Set(this.before[owner]?.content).size, new Set(part.content).size);
  }
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** A title without what authors change in passing: case, punctuation, width of characters. */
export function folded(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
  return words || title;
}

/** Whether two names have half of their letter pairs in common, or one says all that the other says. */
function areAlike(one: string, other: string): boolean {
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return (
    shared > 0 &&
    (2 * shared >= overlapMin * (pairs.size + others.size) || contains(one, other) || contains(other, one))
  );
}

function contains(whole: string, part: string): boolean {
  const words = new Set(whole.split(' '));
  return part.split(' ').every((word) => words.has(word));
}

function pairsOf(name: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2)));
}

/** Those of the matched parts that do not stand in the order they had: the fewest that explain the new order. */
export function outOfOrder(matching: Matching): Set<number> {
  const sequence = [...matching].toSorted(([a], [b]) => a - b);
  // Patience: `ends[n]` is the place in the sequence where the best rising run of n + 1 parts ends.
  const ends: number[] = [];
  const previous = sequence.map(() => -1);
  for (const [place, [, before]] of sequence.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sequence[ends[middle]!]![1] < before)
        low = middle + 1; // middle < high <= ends.length
      else high = middle;
    }
    previous[place] = ends[low - 1] ?? -1;
    ends[low] = place;
  }
  const moved = new Set(matching.keys());
  for (let place = ends.at(-1) ?? -1; place !== -1; place = previous[place] ?? -1) moved.delete(sequence[place]![0]); // place is in the sequence
  return moved;
}
