import { resolve } from 'node:path';

import { readSettings } from '#libs/platform';
import { z } from 'zod';

import { isMailComplete, mailSettings } from '../../auth/src/auth.app.js';
import { demoAccounts } from './demo-accounts.js';

const settings = z
  .object({
    /** Where the database and the secrets of this laptop live. */
    WAYMARK_HOME: z
      .string()
      .default('.waymark')
      .transform((path) => resolve(path)),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    /** `demo` fills an empty platform with the shipped course and demo accounts; `bare` leaves it empty. */
    WAYMARK_FIRST_START: z.enum(['demo', 'bare']).default('demo'),
    ADMIN_EMAIL: z.email().default(demoAccounts[0].email),
    ADMIN_PASSWORD: z.string().min(15).default(demoAccounts[0].password),
    ...mailSettings,
    /** As for `quiz`. */
    VERIFY_BY_URL: z.stringbool().default(false),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  })
  .refine(isMailComplete.check, isMailComplete.complaint);
export type StandaloneSettings = z.output<typeof settings>;

export function readStandaloneSettings(): StandaloneSettings {
  return readSettings(settings);
}
