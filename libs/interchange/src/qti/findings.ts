/** Why one item is not imported. Thrown inside of this folder only, where it ends the reading of that item. */
export class ItemRefused extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** More help nobody. */
const lossesMax = 100;

/** Collects what of one item does not arrive, each with the line it stood in. */
export class Losses {
  private readonly found = new Set<string>();

  add(line: number, message: string): void {
    if (this.found.size < lossesMax) this.found.add(line > 0 ? `Line ${line}: ${message}` : message);
  }

  get all(): readonly string[] {
    return [...this.found];
  }
}
