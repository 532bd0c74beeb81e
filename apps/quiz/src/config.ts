import { type OutboundClient, readSettings, serviceSettings } from '#libs/platform';
import { z } from 'zod';

export const quizSettings = serviceSettings.extend({
  /** Seals the keys that sign credentials at rest. Losing it leaves issued credentials valid but no new one can be signed. */
  QUIZ_SECRET: z.string().min(43, 'must be at least 32 random bytes, base64url or hex'),
  ISSUER_NAME: z.string().min(1).max(120).default('Waymark'),
  /** Whether verifying may fetch from other servers: credentials by their address, keys and status lists of other issuers. */
  VERIFY_BY_URL: z.stringbool().default(false),
});

/** What the modules of `quiz` inject. */
export abstract class QuizConfig {
  abstract readonly publicUrl: string;
  abstract readonly secret: string;
  /** Who the badges say they are from. */
  abstract readonly issuerName: string;
  /** Asks other servers when credentials of others are verified; absent where that is switched off. */
  abstract readonly outbound?: OutboundClient;
  /** How often overdue attempts are looked for; null where a test turns the handle itself. */
  abstract readonly sweepIntervalMs: number | null;
}

export function readQuizSettings(): z.output<typeof quizSettings> {
  return readSettings(quizSettings);
}
