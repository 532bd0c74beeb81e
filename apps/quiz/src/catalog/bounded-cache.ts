/** Keeps the values used last. Only for what never changes under its key. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();
  private held = 0;

  /** `weightOf` is what a value takes of `sizeMax`; each takes one when it is left out. */
  constructor(
    private readonly sizeMax: number,
    private readonly weightOf: (value: Value) => number = () => 1,
  ) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // A Map remembers the order of insertion: what was just used goes to the end, away from eviction.
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  /** A value that takes more than there is room for is not kept. */
  set(key: string, value: Value): void {
    this.drop(key);
    this.values.set(key, value);
    this.held += this.weightOf(value);
    for (const oldest of this.values.keys()) {
      if (this.held <= this.sizeMax) return;
      this.drop(oldest);
    }
  }

  get size(): number {
    return this.values.size;
  }

  private drop(key: string): void {
    const value = this.values.get(key);
    if (value === undefined) return;
    this.values.delete(key);
    this.held -= this.weightOf(value);
  }
}
