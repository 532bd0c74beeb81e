import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** A Markdown roadmap to make the course of; null plays the shipped course. */
  readonly roadmap: string | null;
  readonly broker: 'in-process' | 'kafka';
  /** An already running platform instead of a fresh one. */
  readonly baseUrl: string | null;
  readonly admin: { readonly email: string; readonly password: string };
  readonly seed: number;
  readonly learners: number;
}

const usage = `npm run demo [-- --roadmap FILE] [--broker in-process|kafka] [--seed N] [--learners N]
  --roadmap FILE     make the course of this Markdown roadmap instead of the shipped one
  --broker NAME      in-process (one process, default) or kafka (three service processes and a real Kafka)
  --base-url URL     play against a platform that runs already; give --admin-email and --admin-password
  --seed N           another cast and other answers; the same seed plays the same story`;

export class UsageError extends Error {
  constructor(message: string) {
    super(`${message}\n\n${usage}`);
  }
}

/** @throws UsageError that shows how it is called. */
export function readOptions(args: readonly string[]): DemoOptions {
  const values = parse(args);
  const broker = values.broker ?? 'in-process';
  if (broker !== 'in-process' && broker !== 'kafka')
    throw new UsageError(`--broker is "${broker}"; it can be in-process or kafka.`);
  return {
    roadmap: values.roadmap ?? null,
    broker,
    baseUrl: values['base-url']?.replace(/\/$/, '') ?? null,
    admin: {
      email: values['admin-email'] ?? 'admin@waymark.example',
      password: values['admin-password'] ?? 'lantern-on-the-hill-admin',
    },
    seed: whole(values.seed ?? '7', 'seed'),
    learners: whole(values.learners ?? '40', 'learners'),
  };
}

function parse(args: readonly string[]) {
  try {
    const string = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      options: {
        roadmap: string,
        broker: string,
        'base-url': string,
        'admin-email': string,
        'admin-password': string,
        seed: string,
        learners: string,
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}

function whole(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1_000)
    throw new UsageError(`--${name} is "${text}"; it takes a whole number from 1 to 1000.`);
  return value;
}
