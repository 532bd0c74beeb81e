/** Why one item is not imported. Thrown inside of this folder only, where it ends the reading of that item. */
export class ItemRefused extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Collects what of one item does not arrive, each with the line it stood in. */
export class Losses {
  private readonly found: string[] = [];

  add(line: number, message: string): void {
    const text = line > 0 ? `Line ${line}: ${message}` : message;
    if (!this.found.includes(text)) this.found.push(text);
  }

  get all(): readonly string[] {
    return this.found;
  }
}
