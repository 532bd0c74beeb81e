/** Something that makes a question or a bank worse than it could be. */
export interface Finding {
  /** Stable, for programs. */
  readonly code: string;
  /** `error`: cannot be published or passed; `warning`: mend it; `notice`: look at it, it may be meant. */
  readonly severity: 'error' | 'warning' | 'notice';
  /** Null where the bank or the policy as a whole is meant. */
  readonly questionId: string | null;
  /** JSON Pointer into the question, or into the policy. */
  readonly pointer: string;
  /** A sentence for the author. */
  readonly message: string;
}

/** A finding before it is known of which question. */
export type Remark = Omit<Finding, 'questionId'>;

export function warning(code: string, pointer: string, message: string): Remark {
  return { code, severity: 'warning', pointer, message };
}

export function notice(code: string, pointer: string, message: string): Remark {
  return { code, severity: 'notice', pointer, message };
}
