export const mailKinds = [
  'invitation',
  'email_verification',
  'password_reset',
  'password_changed',
  'credential_expiring',
  'credential_status',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** `kept`: there is no mail server; an administrator reads it and hands it on. */
export const mailStates = ['queued', 'sent', 'failed', 'kept'] as const;
export type MailState = (typeof mailStates)[number];

/** About a day, with the pauses below. */
export const attemptsMax = 20;
const pauseMsMin = 30_000;
const pauseMsMax = 2 * 3_600_000;

export interface FailedAttempt {
  /** From 1. */
  readonly attempt: number;
  /** The server said no to this message or its recipient for good, rather than being away or busy. */
  readonly isFinal: boolean;
  /** When the message is worth nothing any more; null never. */
  readonly uselessAt: Date | null;
}

/** When to try again, or null when the message is given up. */
export function nextAttemptAt({ attempt, isFinal, uselessAt }: FailedAttempt, now: Date): Date | null {
  if (isFinal || attempt >= attemptsMax) return null;
  const next = new Date(now.getTime() + Math.min(pauseMsMax, pauseMsMin * 2 ** (attempt - 1)));
  return uselessAt !== null && uselessAt <= next ? lastChance(uselessAt, now) : next;
}

/** A link that ends before the regular pause is over gets one more try shortly before, if there is a shortly before. */
function lastChance(uselessAt: Date, now: Date): Date | null {
  const half = now.getTime() + (uselessAt.getTime() - now.getTime()) / 2;
  return half - now.getTime() >= pauseMsMin ? new Date(half) : null;
}
