/** Where time enters: injected at the edge, then passed on as a value. Tests drive their own. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
