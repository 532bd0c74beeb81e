/** More different losses of one text than this help nobody. */
const lossesMax = 20;

/** What of a text cannot be kept; the same thing is said once. */
export class Losses {
  private readonly said = new Set<string>();

  add(loss: string): void {
    if (this.said.size < lossesMax) this.said.add(loss);
  }

  list(): string[] {
    return [...this.said];
  }
}
