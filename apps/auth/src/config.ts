import { readSettings, serviceSettings } from '#libs/platform';
import { z } from 'zod';

const secret = z.string().min(43, 'must be at least 32 random bytes, base64url or hex');

/** `Waymark <no-reply@school.example>`, or the address alone. */
const sender = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}]*$/u, 'must be one line')
  .transform((text) => {
    const named = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text);
    return { name: named?.[1] || 'Waymark', address: named?.[2] ?? text.trim() };
  })
  .pipe(z.object({ name: z.string(), address: z.email('must be an address, or a name with an address in <>') }));

/** How mail leaves; all of it optional. Without a server, messages are kept for an administrator to read. */
export const mailSettings = {
  /** `smtp://user:password@host:587` (TLS by STARTTLS) or `smtps://…:465`. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .refine((url) => !/[?#]/.test(url), 'takes no options: TLS and its checks cannot be switched off')
    .optional(),
  /** PEM of the authority that signed the mail server's certificate, where it is not a public one. */
  SMTP_CA: z.string().startsWith('-----BEGIN CERTIFICATE-----').optional(),
  MAIL_FROM: sender.optional(),
};

type MailSettings = z.output<z.ZodObject<typeof mailSettings>>;

export const isMailComplete = {
  check: ({ SMTP_URL, MAIL_FROM }: MailSettings) => SMTP_URL === undefined || MAIL_FROM !== undefined,
  complaint: {
    path: ['MAIL_FROM'],
    message: 'is needed with SMTP_URL: mail servers refuse senders they do not know',
  },
};

export const authSettings = serviceSettings
  .extend({
    /** Peppers password hashes and refresh tokens, seals signing keys and mail at rest. Losing it signs everybody out for good. */
    AUTH_SECRET: secret,
    /** Used once, when no administrator exists yet; never again to change a password. */
    ADMIN_EMAIL: z.email().optional(),
    ADMIN_PASSWORD: z.string().min(15).optional(),
    ...mailSettings,
  })
  .refine(isMailComplete.check, isMailComplete.complaint);

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** From the first byte; otherwise the connection is changed to TLS. */
  readonly isTls: boolean;
  /** Without TLS nothing is sent. */
  readonly requiresTls: boolean;
  readonly user: { readonly name: string; readonly password: string } | null;
  readonly ca: string | null;
}

export interface MailConfig {
  /** Null: messages are kept. */
  readonly server: SmtpServer | null;
  readonly from: { readonly name: string; readonly address: string };
}

/** What the modules of `auth` inject. */
export abstract class AuthConfig {
  abstract readonly publicUrl: string;
  abstract readonly secret: string;
  /** The first administrator, made when there is none. */
  abstract readonly admin: { email: string; password: string } | null;
  abstract readonly mail: MailConfig;
  /** How often to look for mail to send and other work that waits; null never, for tests that turn the handle themselves. */
  abstract readonly upkeepIntervalMs: number | null;
}

export function readAuthSettings(): z.output<typeof authSettings> {
  return readSettings(authSettings);
}

export function mailConfigOf(
  { SMTP_URL, SMTP_CA, MAIL_FROM }: MailSettings,
  { publicUrl, isProduction }: { publicUrl: string; isProduction: boolean },
): MailConfig {
  const from = MAIL_FROM ?? { name: 'Waymark', address: `no-reply@${new URL(publicUrl).hostname}` };
  if (SMTP_URL === undefined) return { server: null, from };
  const url = new URL(SMTP_URL);
  const isTls = url.protocol === 'smtps:';
  const user =
    url.username === '' ? null : { name: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const port = url.port === '' ? (isTls ? 465 : 587) : Number(url.port);
  // A password never crosses a wire that others can read, wherever this runs.
  const requiresTls = isProduction || user !== null;
  return { server: { host: url.hostname, port, isTls, requiresTls, user, ca: SMTP_CA ?? null }, from };
}
