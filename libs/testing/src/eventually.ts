import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs a check until it neither throws nor returns false, and returns what it returned; when time is up the last failure
 * is thrown. The waiting of tests: they name a condition, never a duration.
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { withinMs = 30_000, everyMs = 20 }: { withinMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      const result = await check();
      if (result !== false) return result;
      if (Date.now() > deadline) throw new Error(`Not true within ${withinMs} ms: ${check.toString()}`);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await delay(everyMs);
  }
}

/** A name that no other spec uses, for topics and groups on a shared broker. */
export function uniqueName(stem: string): string {
  return `${stem}.${randomBytes(4).toString('hex')}`;
}
