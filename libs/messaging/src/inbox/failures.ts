/** Why a message was set aside, as a closed set: it is a label of a metric and a filter of the command line. */
export type ParkReason =
  | 'unreadable'
  | 'unknown_type'
  | 'wrong_topic'
  | 'foreign_source'
  | 'bad_shape'
  | 'key_mismatch'
  | 'refused'
  | 'too_many_tries';

/** A decision to set a message aside rather than try it again. */
export class Park extends Error {
  constructor(
    readonly reason: ParkReason,
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
    this.name = 'Park';
  }
}

/**
 * Whether an error is an expected no of our own rules. Told by its shape, since messaging does not know the class: trying
 * again would be answered the same.
 */
export function isRefusal(error: unknown): error is { kind: string; code: string; message: string } {
  if (typeof error !== 'object' || error === null) return false;
  return 'kind' in error && typeof error.kind === 'string' && 'code' in error && typeof error.code === 'string';
}

/** SQLSTATE classes and codes that say something about the server or the moment, nothing about the message. */
const transientStates = /^(08|57P|53|40001$|40P01$|55P03$)/;
const transientSystemCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
/** What pg and its pool say without a code. */
const transientMessages =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|not queryable/i;
const nestingMax = 5;

/**
 * Whether an error comes from the database being away, overloaded or busy. Such an error never counts against the
 * message, however long it lasts: a good message must not be parked because a server was down.
 */
export function isTransient(error: unknown, nesting = 0): boolean {
  if (typeof error !== 'object' || error === null || nesting > nestingMax) return false;
  const code: unknown = Reflect.get(error, 'code');
  const message: unknown = Reflect.get(error, 'message');
  if (typeof code === 'string' && (transientStates.test(code) || transientSystemCodes.test(code))) return true;
  if (typeof message === 'string' && transientMessages.test(message)) return true;
  const several: unknown = Reflect.get(error, 'errors');
  const inner = Array.isArray(several) ? several : [Reflect.get(error, 'driverError'), Reflect.get(error, 'cause')];
  return inner.some((one) => isTransient(one, nesting + 1));
}

export function describeError(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
