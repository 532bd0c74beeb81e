import { ApiProblem } from '#libs/api-client';

export interface ErrorWords {
  title: string;
  detail: string;
}

const known: Record<string, ErrorWords> = {
  missing: { title: 'Nothing here', detail: 'The link may be old, or this belongs to someone else.' },
  forbidden: { title: 'Not yours to open', detail: 'Your account has no role that opens this page.' },
};

/** Over the sentence that says what and why; the names of the protocol mean nothing to people. */
const titles: Record<number, string> = {
  400: 'That was not accepted',
  409: 'That cannot be done now',
  413: 'That is too large',
  429: 'One moment, please',
};

/** What happened and what to do, in plain words. */
export function errorWords(error: unknown): ErrorWords {
  if (!(error instanceof ApiProblem)) {
    return { title: 'This page stopped working', detail: 'Reload it. What you saved is safe.' };
  }
  if (error.isOffline) {
    return { title: 'No connection', detail: 'The server cannot be reached. Check your connection and try again.' };
  }
  if (error.status === 404) return known['missing']!; // both keys are written above
  if (error.status === 403) return known['forbidden']!;
  if (error.status >= 500) {
    const trace = error.problem.traceId === undefined ? '' : ` Reference: ${error.problem.traceId}.`;
    return { title: 'The server had a problem', detail: `What you saved is safe. Try again in a moment.${trace}` };
  }
  return { title: titles[error.status] ?? error.problem.title, detail: error.problem.detail ?? '' };
}

/** The reasons of a refusal that belong to one field of a form. */
export function fieldError(error: unknown, field: string): string | null {
  if (!(error instanceof ApiProblem)) return null;
  return error.problem.errors?.find(({ pointer }) => pointer.replace(/^[#/]+/, '') === field)?.detail ?? null;
}
