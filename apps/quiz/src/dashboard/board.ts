import { createHash } from 'node:crypto';

/** A dashboard as it is sent. */
export interface Board {
  readonly json: Buffer;
  /** Equal where everything but the moment of reading is. */
  readonly etag: string;
}

/** Written once and sent often: thousands of cells take longer to write than to read from the database. */
export function boardOf({ asOf, revision, ...figures }: { asOf: string; revision: string }): Board {
  // As bytes from here on: megabytes of text are encoded once, for the digest and for whoever reads.
  const rest = Buffer.from(JSON.stringify(figures));
  const digest = createHash('sha256').update(rest).digest('base64url');
  const beginning = Buffer.from(`${JSON.stringify({ asOf, revision }).slice(0, -1)},`);
  return { json: Buffer.concat([beginning, rest.subarray(1)]), etag: `"${digest}"` };
}

/** Whether the reader says they have exactly this (RFC 9110, 13.1.2). */
export function isKnown({ etag }: Board, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
