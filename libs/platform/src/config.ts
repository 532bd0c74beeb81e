import { readFileSync } from 'node:fs';

import { z } from 'zod';

/** Raised once at start with every mistake in it, so that an operator mends them in one go. */
export class ConfigurationInvalid extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length} mistake(s):\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
    );
    this.name = 'ConfigurationInvalid';
  }
}

/** Settings every service has. Each may also be given as a file path in NAME_FILE (container secrets). */
export const serviceSettings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_MAX: z.coerce.number().int().min(2).max(200).default(12),
  KAFKA_BROKERS: z
    .string()
    .min(1)
    .transform((list) => list.split(',').map((broker) => broker.trim())),
  /** Where people reach the platform: it is in tokens, credentials and links. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  /** Where this service fetches the public keys of `auth`. */
  JWKS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Networks (CIDR, comma separated) whose X-Forwarded-* headers are believed; a hop count is not accepted. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9a-fA-F.:/, ]*$/, 'must be a comma separated list of addresses or CIDR networks')
    .refine((list) => !/^\d+$/.test(list.trim()), 'a hop count is not accepted: list the addresses of your proxies')
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type ServiceSettings = z.output<typeof serviceSettings>;

/**
 * Reads and validates settings. A variable NAME may instead be given as NAME_FILE, the path of a file that holds the value.
 * @throws ConfigurationInvalid with every mistake at once.
 */
export function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  environment: NodeJS.ProcessEnv = process.env,
): z.output<Schema> {
  const mistakes: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const file = environment[`${name}_FILE`];
    if (file !== undefined) {
      try {
        const text = readFileSync(file, 'utf8').trim();
        // As with an empty variable: nothing is given.
        if (text !== '') given[name] = text;
      } catch {
        mistakes.push(`${name}_FILE names a file that cannot be read: ${file}`);
      }
    } else if (environment[name] !== undefined && environment[name] !== '') {
      given[name] = environment[name];
    }
  }
  const parsed = schema.safeParse(given);
  if (parsed.success && mistakes.length === 0) return parsed.data;
  for (const issue of parsed.error?.issues ?? []) mistakes.push(`${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationInvalid(mistakes);
}
