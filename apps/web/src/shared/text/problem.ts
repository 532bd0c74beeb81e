import { ApiProblem } from '#libs/api-client';

export interface ErrorWords {
  title: string;
  detail: string;
  /** Asking again would be answered the same. */
  isFinal?: boolean;
}

const known: Record<string, ErrorWords> = {
  missing: { title: 'Nothing here', detail: 'The link may be old, or this belongs to someone else.', isFinal: true },
  forbidden: { title: 'Not yours to open', detail: 'Your account has no role that opens this page.', isFinal: true },
};

/** Over the sentence that says what and why; the names of the protocol mean nothing to people. */
const titles: Record<number, string> = {
  400: 'That was not accepted',
  409: 'That cannot be done now',
  413: 'That is too large',
  429: 'One moment, please',
};

/** "/policy/passMark" is "pass mark". */
const placeWords = (pointer: string): string =>
  (pointer.split('/').at(-1) ?? '').replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What does not fit, place by place; an address that can be none of ours leads nowhere. */
function misfit({ errors = [], detail: whole = '' }: ApiProblem['problem']): ErrorWords {
  const isNoAddress = ({ pointer, detail }: (typeof errors)[number]) => pointer === '/' && detail === 'Invalid UUID';
  if (errors.length > 0 && errors.every(isNoAddress)) return known['missing']!; // it is written above
  const details = errors.map(({ pointer, detail }) => {
    const place = placeWords(pointer);
    return place === '' ? detail : `${place}: ${detail}`;
  });
  const detail = details.length === 0 ? whole : [...new Set(details)].join('; ');
  return { title: titles[400]!, detail, isFinal: true }; // the title is written above
}

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
  if (error.problem.code === 'request_invalid') return misfit(error.problem);
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
