import { randomUUID } from 'node:crypto';

import type { ReceivedEvent } from '../src/on-event.js';
import type { BrokerMessage } from '../src/brokers/broker.js';

const nobody = '00000000-0000-4000-8000-000000000001';

/** Data of an AttemptVoided event; the reason tells events apart. */
export function voided(attemptId: string, reason: string, version = 1) {
  return {
    attemptId,
    version,
    learnerId: nobody,
    courseId: nobody,
    sectionId: nobody,
    publication: 1,
    reason,
    voidedBy: nobody,
    voidedAt: '2026-11-20T09:30:00.000Z',
  };
}

export function voidedMessage(key: string, reason: string, id: string = randomUUID()): BrokerMessage {
  return {
    topic: 'quiz.attempts',
    key,
    headers: {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: 'urn:waymark:quiz',
      ce_type: 'AttemptVoided.v1',
      ce_time: '2026-11-20T09:30:00.000Z',
    },
    value: Buffer.from(JSON.stringify(voided(key, reason))),
  };
}

export function reasonOf(event: ReceivedEvent<unknown>): string {
  const { data } = event;
  if (typeof data === 'object' && data !== null && 'reason' in data) return String(data.reason);
  throw new Error('Not a voided attempt.');
}
