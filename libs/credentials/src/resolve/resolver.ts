/**
 * What stands at a URL. `json` is a document, or text for a compact JWS. A thing that is `isMissing` is known not to be there, by
 * whoever would have to know; everything else that was not found is only out of reach, and decides nothing.
 */
export type Resolved =
  | { readonly found: true; readonly json: unknown }
  | { readonly found: false; readonly why: string; readonly isMissing?: boolean };

/** The one way in which a verification learns anything from elsewhere: keys, DID documents, key sets, profiles, status lists. */
export type Resolver = (url: string) => Promise<Resolved>;

/** Knows nothing: only keys that lie in their own address (did:key, did:jwk) can be checked. */
export const nothingFetched: Resolver = async (url) => ({ found: false, why: `${url} was not fetched.` });

/** A resolver over documents that are at hand; what the lookup does not know is missing. */
export function resolverOf(lookup: (url: string) => unknown): Resolver {
  return async (url) => {
    const json: unknown = await lookup(url);
    return json === null || json === undefined
      ? { found: false, why: `${url} is not known here.`, isMissing: true }
      : { found: true, json };
  };
}

/** More documents than any honest badge makes its reader open. */
const documentsMax = 12;

/** Asks for each document once, and for no more than a badge can need: a credential must not make us knock on a hundred doors. */
export function bounded(resolve: Resolver): Resolver {
  const asked = new Map<string, Promise<Resolved>>();
  return async (url) => {
    const before = asked.get(url);
    if (before !== undefined) return before;
    if (asked.size >= documentsMax) {
      return { found: false, why: `More than ${documentsMax} documents would have to be read.` };
    }
    const answer = resolve(url);
    asked.set(url, answer);
    return answer;
  };
}
