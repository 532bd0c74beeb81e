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

import { InsightsEvents } from './src/insights/insights.events.js';
import { deliver } from './test-events.js';
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
  for (const event of sorted(announced)) await hand(quiz, event);
}

/** As the consumer does: the effect of every event once, and a claim that says so. */
export async function consumeInsights(quiz: QuizUnderTest): Promise<void> {
  const announced: { type: string; data: unknown }[] = await quiz.dataSource.query(
    `WITH claimed AS (
       INSERT INTO inbox (consumer_group, event_id, topic) SELECT 'quiz.insights', event_id::text, topic FROM outbox
       ON CONFLICT DO NOTHING RETURNING event_id)
     SELECT type, data FROM outbox JOIN claimed ON claimed.event_id = outbox.event_id::text ORDER BY id`,
  );
  for (const event of announced) await hand(quiz, event);
}

async function hand(quiz: QuizUnderTest, { type, data }: { type: string; data: unknown }): Promise<void> {
  const [contract, handle] = [...handlers].find(([{ type: heard }]) => heard === type) ?? [];
  if (contract === undefined || handle === undefined) return;
  await deliver(quiz, contract, data, (delivery) => handle(quiz.part(InsightsEvents), delivery as never));
}
