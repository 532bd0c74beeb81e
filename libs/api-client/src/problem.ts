import type { Problem } from './shapes.js';

/** A refusal of a service (problem details), or the news that no answer came (`status` 0, code `network_unreachable`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly problem: Problem,
    /** Seconds after which a retry may work, from `Retry-After`. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(problem.detail ?? problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  /** No answer came: the request may be repeated when the network is back. */
  get isOffline(): boolean {
    return this.problem.status === 0;
  }

  /** Repeating the same request later may work: no answer, an overloaded server or a fault. */
  get isTransient(): boolean {
    return this.isOffline || this.status === 429 || this.status >= 500;
  }
}

export const networkProblem: Problem = {
  type: 'about:blank',
  title: 'The server cannot be reached',
  status: 0,
  code: 'network_unreachable',
  detail: 'The server cannot be reached. Check your connection.',
};

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}

/** Reads a refusal out of a response whatever its body is, so that a proxy's HTML page gets a code too. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const seconds = Number(response.headers.get('retry-after') ?? 'NaN');
  const problem = isProblem(body)
    ? body
    : {
        type: 'about:blank',
        title: response.statusText || `Status ${response.status}`,
        status: response.status,
        code: `http_${response.status}`,
        detail:
          response.status >= 500
            ? 'The server had a problem. Nothing you did caused it; try again in a moment.'
            : `The server answered with status ${response.status}.`,
      };
  return new ApiProblem(problem, Number.isFinite(seconds) ? seconds : null);
}
