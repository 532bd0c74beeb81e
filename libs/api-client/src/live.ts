import { partsOf } from './event-stream.js';
import { networkProblem, ApiProblem, problemOf } from './problem.js';
import type { Dashboard } from './shapes.js';

/** What a live board says: everything, or the rows that are new for who has an older revision. */
export interface LiveFigures extends Pick<Dashboard, 'cohortId' | 'asOf' | 'totals' | 'sections' | 'learners'> {
  readonly revision: string;
  /** Whether `learners` is everybody; else each row in it replaces the one of the same learner. */
  readonly isWhole: boolean;
  /** Who is not in the cohort any more. */
  readonly left: readonly string[];
}

export type LiveEvent =
  | { readonly kind: 'figures'; readonly figures: LiveFigures }
  /** The stream ends: with the token, with the right to it, or with the server that answers. */
  | { readonly kind: 'end'; readonly reason: string }
  | { readonly kind: 'heartbeat' }
  /** How long to wait after a cut before coming back. */
  | { readonly kind: 'retry'; readonly retryMs: number };

export interface WatchOptions {
  /** The revision of the figures that are there already; without it the first event brings everything. */
  readonly since?: string | null;
  readonly signal?: AbortSignal;
}

interface LiveSettings {
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Boards that move by themselves. */
export function liveApi({ baseUrl, fetch }: LiveSettings) {
  return {
    /**
     * Follows the dashboard of a cohort until the line is cut, the server ends it or `signal` aborts. Refusals and cuts are
     * thrown as {@link ApiProblem}; whoever wants to go on comes back after the pause of the last `retry`, with the last
     * revision.
     */
    watchCohort: (id: string, { since, signal }: WatchOptions = {}): AsyncGenerator<LiveEvent> => {
      const headers = { accept: 'text/event-stream', ...(since ? { 'last-event-id': since } : {}) };
      const address = `${baseUrl}/api/quiz/v1/cohorts/${encodeURIComponent(id)}/live`;
      return watch(() => fetch(new Request(address, { headers, signal })), signal);
    },
  };
}

async function* watch(open: () => Promise<Response>, signal: AbortSignal | undefined): AsyncGenerator<LiveEvent> {
  const response = await open();
  if (!response.ok || response.body === null) throw problemOf(response, await response.json().catch(() => null));
  try {
    for await (const part of partsOf(response.body, signal)) {
      if (part.kind === 'heartbeat') yield { kind: 'heartbeat' };
      else if (part.kind === 'retry') yield { kind: 'retry', retryMs: part.retryMs };
      else if (part.event === 'figures') yield { kind: 'figures', figures: JSON.parse(part.data) };
      else if (part.event === 'end') yield { kind: 'end', reason: reasonOf(JSON.parse(part.data)) };
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    // Browsers and Node have names of their own for a line that was cut.
    throw error instanceof TypeError ? new ApiProblem(networkProblem) : error;
  }
}

function reasonOf(data: { reason?: unknown }): string {
  return typeof data.reason === 'string' ? data.reason : 'unknown';
}
