import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What scripts and build servers go by. */
export const exitCodes = {
  clean: 0,
  /** The file was read, and something in it should be looked at. */
  findings: 1,
  /** There was nothing to read: no such file, no such format, a wrong call. */
  unusable: 2,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One verb of the command line. */
export interface Command {
  /** As it is called, without the name of the program. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[]): Promise<ExitCode>;
}

/** Why there is nothing to report on; the message says how to mend it. */
export class Unusable extends Error {}

/** @throws Unusable that shows the call for what cannot be understood. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  { usage, options, files }: { usage: string; options: Options; files: number },
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    if (parsed.positionals.length === files) return parsed;
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : String(error)}\n\nUsage: waymark ${usage}`);
  }
  throw new Unusable(`Usage: waymark ${usage}`);
}

/** A result for people goes line by line, one for programs as one JSON document. */
export function print(lines: string | readonly string[]): void {
  process.stdout.write(`${[lines].flat().join('\n')}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
