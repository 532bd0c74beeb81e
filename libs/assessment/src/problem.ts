/** Something wrong with what was given, and where: `pointer` is a JSON Pointer (RFC 6901) into it. */
export interface Problem {
  readonly pointer: string;
  /** Stable, for programs. */
  readonly code: string;
  /** A sentence for the person who can mend it. */
  readonly detail: string;
}

/** The same problems as seen from an object that holds the first one at `prefix`. */
export function under(prefix: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, pointer: prefix + problem.pointer }));
}
