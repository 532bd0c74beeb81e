export type LocalServerErrorCode =
  | 'folder_unusable'
  | 'folder_in_use'
  | 'folder_not_traversable'
  | 'data_incomplete'
  | 'data_foreign'
  | 'port_taken'
  | 'start_failed'
  | 'stop_failed'
  | 'unsupported_platform'
  | 'java_missing'
  | 'jars_missing';

/** Why a local server cannot run, in words for the person at the terminal: what is wrong, and what to do about it. */
export class LocalServerError extends Error {
  constructor(
    readonly code: LocalServerErrorCode,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'LocalServerError';
  }
}

/**
 * The `code` of a system error (`EACCES`), or undefined for anything else. Told by shape: in a jest sandbox the errors of
 * the file system are not instances of the sandbox's `Error`.
 */
export function systemCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
