import { z } from 'zod';

import { didWebUrl, keyOfDidJwk, keyOfDidKey } from './did.js';
import { type KeyFinding, notFound, outOfReach, type PublicKey, readMethod, refused } from './public-key.js';
import type { Resolver } from './resolver.js';

const methodEntry = z.union([z.string(), z.looseObject({ id: z.string() })]);
const oneOrMore = z.union([methodEntry.transform((entry) => [entry]), z.array(methodEntry)]);

/** A DID document, or the profile of an issuer that lists its keys. */
const controllerShape = z.looseObject({
  id: z.string(),
  verificationMethod: oneOrMore.optional(),
  assertionMethod: oneOrMore.optional(),
});
type ControllerDocument = z.output<typeof controllerShape>;

/**
 * Finds the key that a proof names, and makes sure that its owner says so too: whoever can put a file on some web server could
 * otherwise write any issuer into it as the key's controller.
 */
export async function resolveMethod(id: string, resolve: Resolver): Promise<KeyFinding> {
  if (id.startsWith('did:key:')) return keyOfDidKey(id);
  if (id.startsWith('did:jwk:')) return keyOfDidJwk(id);
  if (id.startsWith('did:web:')) return methodOfDidWeb(id, resolve);
  if (/^https?:\/\/./i.test(id)) return methodAt(id, resolve);
  return refused(`The key is named ${id}, which is neither a URL nor a did:key, did:jwk or did:web.`);
}

async function methodOfDidWeb(id: string, resolve: Resolver): Promise<KeyFinding> {
  const did = withoutFragment(id);
  const document = await didDocument(did, resolve);
  return 'fault' in document ? document : methodIn(document.controller, id, resolve);
}

/** The document of a `did:web`, which must be about that name. */
export async function didDocument(
  did: string,
  resolve: Resolver,
): Promise<{ controller: ControllerDocument } | { fault: string; isUnknown: boolean }> {
  const url = didWebUrl(did);
  if (url === null) return { fault: `${did} is no did:web that this verifier reads.`, isUnknown: false };
  const answer = await resolve(url);
  if (!answer.found) return { fault: answer.why, isUnknown: answer.isMissing !== true };
  const parsed = controllerShape.safeParse(answer.json);
  if (!parsed.success) return { fault: `${url} is no DID document.`, isUnknown: true };
  if (parsed.data.id === did) return { controller: parsed.data };
  return { fault: `The document at ${url} is about ${parsed.data.id}, not about ${did}.`, isUnknown: false };
}

/** A method that stands in a document for signing statements. What it says about another owner needs that one's word. */
async function methodIn(document: ControllerDocument, id: string, resolve: Resolver): Promise<KeyFinding> {
  if (!mayState(document, id)) return notListed(document, id);
  const entries = [document.assertionMethod, document.verificationMethod].flatMap((list) => list ?? []);
  const method = entries
    .flatMap((entry) => (typeof entry === 'string' ? [] : [{ ...entry, id: absolute(entry.id, document) }]))
    .find((entry) => entry.id === id);
  if (method === undefined) return refused(`${document.id} names the key ${id} without showing it.`);
  const found = readMethod(method, id);
  return 'fault' in found || found.key.controller === document.id ? found : confirmed(found.key, resolve);
}

function mayState(document: ControllerDocument, id: string): boolean {
  const listed = document.assertionMethod ?? [];
  return listed.some((entry) => absolute(typeof entry === 'string' ? entry : entry.id, document) === id);
}

function notListed({ id: owner }: ControllerDocument, id: string): KeyFinding {
  return refused(`${owner} does not list the key ${id} among those that sign its statements.`);
}

function absolute(id: string, owner: ControllerDocument): string {
  return id.startsWith('#') ? `${owner.id}${id}` : id;
}

/** A key at a web address: alone in its own document, or behind a `#` in the document of its owner. */
async function methodAt(id: string, resolve: Resolver): Promise<KeyFinding> {
  const url = withoutFragment(id);
  const answer = await resolve(url);
  if (!answer.found) return notFound(answer);
  const owner = controllerShape.safeParse(answer.json);
  if (owner.success && owner.data.verificationMethod !== undefined) {
    return owner.data.id === url
      ? methodIn(owner.data, id, resolve)
      : refused(`The document at ${url} is about ${owner.data.id}.`);
  }
  const found = readMethod(answer.json, id);
  return 'fault' in found ? found : confirmed(found.key, resolve);
}

/** The key says whose it is; that one has to say so too. `silent` is the answer where the owner says nothing about keys. */
export async function confirmed(
  key: PublicKey,
  resolve: Resolver,
  silent: KeyFinding = unconfirmed(key),
): Promise<KeyFinding> {
  const owner = await controllerOf(key.controller, resolve);
  if (owner === null) return silent;
  return mayState(owner, key.id) ? { key } : notListed(owner, key.id);
}

/** On the owner's own server a key is believed with a warning. */
function unconfirmed(key: PublicKey): KeyFinding {
  const { id, controller, warnings } = key;
  return isOfOneOrigin(id, controller)
    ? { key: { ...key, warnings: [...warnings, `${controller} could not be asked whether it lists this key.`] } }
    : outOfReach(`The key ${id} says that it belongs to ${controller}, which does not confirm it.`);
}

/** The owner's document, if there is one that says anything about keys. */
async function controllerOf(controller: string, resolve: Resolver): Promise<ControllerDocument | null> {
  const url = controller.startsWith('did:') ? didWebUrl(controller) : controller;
  const answer = url === null ? null : await resolve(url);
  const parsed = answer?.found === true ? controllerShape.safeParse(answer.json) : null;
  if (parsed?.success !== true || parsed.data.id !== controller) return null;
  return (parsed.data.assertionMethod ?? parsed.data.verificationMethod) === undefined ? null : parsed.data;
}

export function isOfOneOrigin(first: string, second: string): boolean {
  return originOf(first) !== null && originOf(first) === originOf(second);
}

export function originOf(url: string): string | null {
  return URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : null;
}

function withoutFragment(id: string): string {
  return id.split('#', 1)[0]!; // splitting gives one piece at least
}
