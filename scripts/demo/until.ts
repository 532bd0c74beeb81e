import { setTimeout as delay } from 'node:timers/promises';

const settleWithinMs = 30_000;

/** Waits for what events bring about. @throws when it takes too long. */
export async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + settleWithinMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await delay(100);
  }
}
