/** A sleep that can be cut short. A ring while nobody sleeps shortens the next sleep: no wake-up is lost. */
export class Alarm {
  private hasRung = false;
  private awaken: (() => void) | null = null;
  private isSleepingDeep = false;
  private isOver = false;

  ring(): void {
    this.hasRung = true;
    if (!this.isSleepingDeep) this.awaken?.();
  }

  /** Ends the present sleep whatever its depth, and all later ones at once. */
  end(): void {
    this.isOver = true;
    this.awaken?.();
  }

  async wait(ms: number, { canBeRung = true }: { canBeRung?: boolean } = {}): Promise<void> {
    if (this.isOver) return;
    if (this.hasRung && canBeRung) {
      this.hasRung = false;
      return;
    }
    this.isSleepingDeep = !canBeRung;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.awaken = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.awaken = null;
    if (canBeRung) this.hasRung = false;
  }
}
