import { setTimeout as delay } from 'node:timers/promises';

/**
 * Rejects when the work takes longer. The work itself goes on: a half-open connection never answers, and kafkajs
 * would wait through all its retries.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const finished = new AbortController();
  const late = delay(ms, undefined, { signal: finished.signal, ref: false }).then(() => {
    throw new Error(`No answer from Kafka within ${ms} ms.`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    finished.abort();
  }
}
