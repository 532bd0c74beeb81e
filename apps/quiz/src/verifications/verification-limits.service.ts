import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/platform';

import { VerificationsBusy } from '../verifier/verifier.errors.js';
import { VerificationsThrottled } from './verifications.errors.js';

/** Each holds a processor for some milliseconds, or a connection for some seconds. */
const runningMax = 8;
const waitingMax = 32;

/** Of one network address. A class that checks its badges together stays below it. */
const perMinuteMax = 120;
/** Addresses remembered; beyond that the oldest minutes are forgotten first. */
const addressesMax = 10_000;
const minuteMs = 60_000;

interface Minute {
  readonly startMs: number;
  readonly count: number;
}

/** Keeps verifying, which is open to everybody and costs more than reading, from crowding out everything else. */
@Injectable()
export class VerificationLimits {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly minutes = new Map<string, Minute>();

  constructor(private readonly clock: Clock) {}

  /** @throws VerificationsThrottled, or VerificationsBusy when too many wait already. */
  async run<Result>(address: string, work: () => Promise<Result>): Promise<Result> {
    this.count(address);
    if (this.running >= runningMax) {
      if (this.waiting.length >= waitingMax) throw new VerificationsBusy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next one who waits.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private count(address: string): void {
    const nowMs = this.clock.now().getTime();
    const known = this.minutes.get(address);
    const minute = known !== undefined && nowMs - known.startMs < minuteMs ? known : { startMs: nowMs, count: 0 };
    if (minute.count >= perMinuteMax) {
      throw new VerificationsThrottled(Math.ceil((minute.startMs + minuteMs - nowMs) / 1_000));
    }
    this.minutes.delete(address);
    this.minutes.set(address, { ...minute, count: minute.count + 1 });
    const [oldest] = this.minutes.keys();
    if (this.minutes.size > addressesMax && oldest !== undefined) this.minutes.delete(oldest);
  }
}
