/** Keeps the values used last. Only for what never changes under its key. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly sizeMax: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // A Map remembers the order of insertion: what was just used goes to the end, away from eviction.
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size <= this.sizeMax) return;
    const oldest = this.values.keys().next();
    if (!oldest.done) this.values.delete(oldest.value);
  }

  get size(): number {
    return this.values.size;
  }
}
