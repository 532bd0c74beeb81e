/** A clock that stands still until the test moves it; stands in for the platform's `Clock`. */
export class DrivenClock {
  private current: Date;

  constructor(start: Date | string = '2030-01-01T09:00:00Z') {
    this.current = new Date(start);
  }

  now(): Date {
    return new Date(this.current);
  }

  advance(by: { seconds?: number; minutes?: number; hours?: number; days?: number }): void {
    const { seconds = 0, minutes = 0, hours = 0, days = 0 } = by;
    this.current = new Date(this.current.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
  }

  set(moment: Date | string): void {
    this.current = new Date(moment);
  }
}
