import { randomUUID } from 'node:crypto';

import {
  AttemptGraded,
  AttemptRegraded,
  AttemptStarted,
  AttemptSubmitted,
  AttemptVoided,
  CohortChanged,
  CredentialIssued,
  CredentialStatusChanged,
  EnrolmentChanged,
  type EventContract,
} from '#libs/contracts';
import type { Delivery } from '#libs/messaging';

import { InsightsEvents } from './src/insights/insights.events.js';
import type { QuizUnderTest } from './test-support.js';

type Handle = (events: InsightsEvents, delivery: never) => Promise<void>;

const handlers = new Map<EventContract, Handle>([
  [AttemptStarted, (events, delivery) => events.started(delivery)],
  [AttemptSubmitted, (events, delivery) => events.submitted(delivery)],
  [AttemptGraded, (events, delivery) => events.graded(delivery)],
  [AttemptRegraded, (events, delivery) => events.regraded(delivery)],
  [AttemptVoided, (events, delivery) => events.voided(delivery)],
  [CredentialIssued, (events, delivery) => events.issued(delivery)],
  [CredentialStatusChanged, (events, delivery) => events.statusChanged(delivery)],
  [EnrolmentChanged, (events, delivery) => events.enrolled(delivery)],
  [CohortChanged, (events, delivery) => events.cohortChanged(delivery)],
]);

/** Hands everything that was announced so far to the consumer of insights, in the order that `sorted` gives it. */
export async function deliverInsights(
  quiz: QuizUnderTest,
  sorted: <Event>(events: readonly Event[]) => readonly Event[] = (events) => events,
): Promise<void> {
  const announced: { type: string; data: unknown }[] = await quiz.dataSource.query(
    `SELECT type, data FROM outbox WHERE topic IN ('quiz.attempts', 'quiz.credentials', 'quiz.cohorts') ORDER BY id`,
  );
  for (const { type, data } of sorted(announced)) {
    const found = [...handlers].find(([contract]) => contract.type === type);
    if (found !== undefined) await hand(quiz, { contract: found[0], handle: found[1], data });
  }
}

/** As the consumer does: the effect of every event once, and a claim that says so. */
export async function consumeInsights(quiz: QuizUnderTest): Promise<void> {
  const announced: { type: string; data: unknown }[] = await quiz.dataSource.query(
    `WITH claimed AS (
       INSERT INTO inbox (consumer_group, event_id, topic) SELECT 'quiz.insights', event_id::text, topic FROM outbox
       ON CONFLICT DO NOTHING RETURNING event_id)
     SELECT type, data FROM outbox JOIN claimed ON claimed.event_id = outbox.event_id::text ORDER BY id`,
  );
  for (const { type, data } of announced) {
    const found = [...handlers].find(([contract]) => contract.type === type);
    if (found !== undefined) await hand(quiz, { contract: found[0], handle: found[1], data });
  }
}

async function hand(
  quiz: QuizUnderTest,
  { contract, handle, data }: { contract: EventContract; handle: Handle; data: unknown },
): Promise<void> {
  const envelope = { id: randomUUID(), type: contract.type, source: 'test', time: '2030-01-01T00:00:00Z', key: 'key' };
  await quiz.dataSource.transaction(async (manager) => {
    const event = { ...envelope, data: contract.schema.parse(data) } as Delivery<typeof contract>['event'];
    await handle(quiz.part(InsightsEvents), { event, manager } as never);
  });
}
