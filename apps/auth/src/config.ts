import { readSettings, serviceSettings } from '#libs/platform';
import { z } from 'zod';

const secret = z.string().min(43, 'must be at least 32 random bytes, base64url or hex');

export const authSettings = serviceSettings.extend({
  /** Peppers password hashes and refresh tokens and seals signing keys at rest. Losing it signs everybody out for good. */
  AUTH_SECRET: secret,
  /** Used once, when no administrator exists yet; never again to change a password. */
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(15).optional(),
});

/** What the modules of `auth` inject. */
export abstract class AuthConfig {
  abstract readonly publicUrl: string;
  abstract readonly secret: string;
  /** The first administrator, made when there is none. */
  abstract readonly admin: { email: string; password: string } | null;
}

export function readAuthSettings(): z.output<typeof authSettings> {
  return readSettings(authSettings);
}
