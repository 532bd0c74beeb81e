import { ApiProblem, networkProblem, problemOf } from './problem.js';

export interface ApiOptions {
  /** Origin of the platform; empty in the browser, where the page and the services share one. */
  readonly baseUrl?: string;
  /** The access token of the moment, or null when nobody is signed in. Read once per request. */
  readonly accessToken?: () => string | null;
  /** Called once when a token is refused; answer true when a new one is there and the request may be repeated. */
  readonly refresh?: () => Promise<boolean>;
}

/** A fetch that carries the access token, and after a 401 asks for a new one and repeats the request once. */
export function authorisedFetch(options: ApiOptions): (request: Request) => Promise<Response> {
  const send = async (request: Request): Promise<Response> => {
    const token = options.accessToken?.() ?? null;
    if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
    try {
      return await fetch(request);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ApiProblem(networkProblem);
    }
  };
  return async (request) => {
    const again = request.clone();
    const response = await send(request);
    if (response.status !== 401 || new URL(request.url).pathname.includes('/sessions')) return response;
    const isRenewed = (await options.refresh?.()) ?? false;
    return isRenewed ? send(again) : response;
  };
}

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The body of a success; a refusal is thrown as {@link ApiProblem}. */
export async function unwrap<Data>(pending: Promise<Outcome<Data>>): Promise<Data> {
  const { data, error, response } = await pending;
  if (!response.ok) throw problemOf(response, error);
  // A 204 has no body; its operations are typed as `undefined`, which is what the caller gets.
  return data as Data;
}
