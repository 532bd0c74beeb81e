/**
 * Every topic of the platform with the promises that its readers rely on. The admin step creates exactly these, and the
 * Kubernetes manifests are checked against this table.
 */
export const topics = {
  'auth.users': { owner: 'auth', partitions: 3, cleanup: 'compact', retentionMs: null },
  'content.courses': { owner: 'content', partitions: 3, cleanup: 'delete', retentionMs: -1 },
  'quiz.attempts': { owner: 'quiz', partitions: 6, cleanup: 'delete', retentionMs: 28 * 24 * 3_600_000 },
  'quiz.credentials': { owner: 'quiz', partitions: 3, cleanup: 'delete', retentionMs: 28 * 24 * 3_600_000 },
  'quiz.cohorts': { owner: 'quiz', partitions: 3, cleanup: 'delete', retentionMs: 28 * 24 * 3_600_000 },
  'quiz.items': { owner: 'quiz', partitions: 3, cleanup: 'delete', retentionMs: 28 * 24 * 3_600_000 },
} as const satisfies Record<string, TopicPromise>;

export type Topic = keyof typeof topics;
export type ServiceName = 'auth' | 'content' | 'quiz';

export interface TopicPromise {
  /** The only service that may write to the topic. */
  readonly owner: ServiceName;
  readonly partitions: number;
  /** `compact` keeps the newest event per key for ever; `delete` drops segments older than the retention. */
  readonly cleanup: 'compact' | 'delete';
  /** Milliseconds; -1 keeps everything, null leaves the broker's default (compacted topics). */
  readonly retentionMs: number | null;
}

export function isTopic(name: string): name is Topic {
  return Object.hasOwn(topics, name);
}
