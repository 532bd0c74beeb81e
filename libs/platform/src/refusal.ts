/** How a refusal is answered at the edge; the only place that turns it into an HTTP status is the problem filter. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'required'
  | 'limited'
  | 'unavailable';

export interface RefusalDetail {
  /** JSON pointer into the request body (`/email`), or into the thing that was refused. */
  readonly pointer: string;
  readonly detail: string;
}

/**
 * An expected no: what the caller asked for cannot be done, and why. Everything else that is thrown is a fault.
 * Subclasses are named for what is wrong (`AttemptAlreadySubmitted`) and carry a stable `code`.
 */
export abstract class Refusal extends Error {
  abstract readonly kind: RefusalKind;
  abstract readonly code: string;
  readonly details: readonly RefusalDetail[] = [];
  readonly retryAfterSeconds: number | null = null;
}

/** Also the answer for things that belong to somebody else: a foreign id and an unknown one cannot be told apart. */
export class NotFound extends Refusal {
  readonly kind = 'missing';
  readonly code = 'not_found';

  constructor(what: string) {
    super(`There is no such ${what}, or it is not yours to see.`);
  }
}

export class InvalidRequest extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'request_invalid';

  constructor(
    message: string,
    override readonly details: readonly RefusalDetail[],
  ) {
    super(message);
  }
}

export class SignInRequired extends Refusal {
  readonly kind = 'unauthenticated';

  constructor(
    readonly code: 'token_missing' | 'token_invalid' | 'token_expired' | 'token_revoked',
    message: string,
  ) {
    super(message);
  }
}

export class NotAllowed extends Refusal {
  readonly kind = 'forbidden';
  readonly code = 'not_allowed';

  constructor(action: string) {
    super(`Your roles do not include the right "${action}".`);
  }
}

export class VersionStale extends Refusal {
  readonly kind = 'stale';
  readonly code = 'version_stale';

  constructor(given: number, current: number) {
    super(
      `Somebody changed this meanwhile: you sent version ${given}, it is at ${current}. Load it again and repeat your change.`,
    );
  }
}

export class IfMatchRequired extends Refusal {
  readonly kind = 'required';
  readonly code = 'if_match_required';

  constructor() {
    super(
      'Send the version you edited in an If-Match header, for example If-Match: "3" (it is the ETag you were given).',
    );
  }
}

export class CursorForeign extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'cursor_foreign';

  constructor() {
    super('The cursor is not one that this list gave out. Start again without a cursor.');
  }
}
