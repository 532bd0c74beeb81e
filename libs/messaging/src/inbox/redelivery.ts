import { setTimeout as delay } from 'node:timers/promises';

export interface RedeliveryOptions {
  /** Called while waiting; throws when the broker wants the message back. */
  readonly heartbeat?: () => Promise<void>;
  readonly isStopping: () => boolean;
  /** Gives up, with the last error, when this much time has passed. */
  readonly withinMs: number;
  readonly onFailure: (error: unknown, tries: number) => void;
}

const delayMsMin = 50;
const delayMsMax = 2_000;

/**
 * Tries again in place until the work succeeds. In place, because handing a message back to kafkajs ends in a crash of
 * the consumer and a rebalance of the whole group: a poison message would be an outage.
 */
export async function redeliver<T>(work: () => Promise<T>, options: RedeliveryOptions): Promise<T> {
  const deadline = Date.now() + options.withinMs;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      options.onFailure(error, tries);
      const delayMs = Math.min(delayMsMax, delayMsMin * 2 ** Math.min(tries - 1, 6));
      if (options.isStopping() || Date.now() + delayMs > deadline) throw error;
      await delay(delayMs);
      await options.heartbeat?.();
      if (options.isStopping()) throw error;
    }
  }
}
