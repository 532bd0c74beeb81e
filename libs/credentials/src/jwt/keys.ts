import { from, toJwk } from '@digitalbazaar/ed25519-multikey';
import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';

import { confirmed, didDocument, isOfOneOrigin, originOf, resolveMethod } from '../resolve/methods.js';
import { type PublicJwk, publicJwk } from '../resolve/public-jwk.js';
import { type KeyFinding, notFound, outOfReach, type PublicKey, refused } from '../resolve/public-key.js';
import type { Resolver } from '../resolve/resolver.js';
import type { Read } from '../shape.js';
import type { Algorithm, JwsHeader } from './compact.js';

const keySet = z.looseObject({ keys: z.array(z.looseObject({})).max(200) });

/**
 * Finds the key of a VC-JWT where its issuer publishes keys: in `/.well-known/jwks.json` of the issuer's authority, in its DID
 * document, or at the URL that `kid` is, if that lies with the issuer. A key that the token brings along counts only if it is
 * published there too.
 */
export async function resolveJwtKey(header: JwsHeader, issuer: string, resolve: Resolver): Promise<KeyFinding> {
  const { kid } = header;
  if (kid?.startsWith('did:') === true) return resolveMethod(kid, resolve);
  if (issuer.startsWith('did:')) return keyOfDid(header, issuer, resolve);
  const origin = originOf(issuer);
  if (origin === null) return refused(`The issuer ${issuer} is neither a URL nor a DID: nobody can know its keys.`);
  const url = `${origin}/.well-known/jwks.json`;
  const answer = await resolve(url);
  const published = answer.found ? keySet.safeParse(answer.json) : null;
  const fitting = await keysLike(header, published?.data?.keys ?? []);
  if (fitting.length > 1) return refused(`${url} holds two keys ${kid ?? ''}.`);
  if (fitting[0] !== undefined) return readJwk(fitting[0], { id: kid ?? url, issuer });
  const missing = published?.success
    ? refused(`${issuer} does not publish the key ${kid ?? 'that the token brings'}.`)
    : undefined;
  if (kid !== undefined && isOfOneOrigin(kid, issuer)) return keyAt({ kid, issuer, missing }, resolve);
  if (missing !== undefined) return missing;
  return answer.found ? outOfReach(`${url} is no key set.`) : notFound(answer);
}

async function keyOfDid({ kid, jwk }: JwsHeader, issuer: string, resolve: Resolver): Promise<KeyFinding> {
  if (kid !== undefined && /^#?[\w.-]+$/.test(kid)) {
    return resolveMethod(`${issuer}#${kid.replace(/^#/, '')}`, resolve);
  }
  if (jwk === undefined || !issuer.startsWith('did:web:'))
    return refused(`${issuer} does not publish the key of the token.`);
  const document = await didDocument(issuer, resolve);
  if ('fault' in document) return document;
  const wanted = await calculateJwkThumbprint(jwk);
  for (const entry of document.controller.assertionMethod ?? []) {
    const id = typeof entry === 'string' ? entry : entry.id;
    const found = await resolveMethod(id.startsWith('#') ? `${issuer}${id}` : id, resolve);
    if ('key' in found && 'jwk' in found.key.material) {
      if ((await calculateJwkThumbprint(found.key.material.jwk)) === wanted) return found;
    }
  }
  return refused(`${issuer} does not publish the key that the token brings.`);
}

async function keysLike({ kid, jwk }: JwsHeader, keys: readonly object[]): Promise<object[]> {
  if (jwk === undefined) return keys.filter((key) => 'kid' in key && key.kid === kid);
  const wanted = await calculateJwkThumbprint(jwk);
  const fitting = [];
  for (const key of keys) {
    const parsed = publicJwk.safeParse(key);
    if (parsed.success && (await thumbprintOf(parsed.data)) === wanted) fitting.push(key);
  }
  return fitting;
}

async function thumbprintOf(jwk: PublicJwk): Promise<string | null> {
  // A set may hold keys that are of no use to us, and broken ones.
  return calculateJwkThumbprint(jwk).catch(() => null);
}

interface Sought {
  readonly kid: string;
  readonly issuer: string;
  /** What to say where the issuer's set of keys leaves this one out; undefined where there is no set. */
  readonly missing: KeyFinding | undefined;
}

/**
 * A key at its own address, which lies with the issuer: a bare JWK or a verification method. Others may be able to put files on
 * that server, so the issuer's profile is asked, and its set of keys has been.
 */
async function keyAt({ kid, issuer, missing }: Sought, resolve: Resolver): Promise<KeyFinding> {
  const answer = await resolve(kid.split('#', 1)[0]!); // splitting gives one piece at least
  if (!answer.found) return notFound(answer);
  const bare = z.looseObject({ kty: z.string() }).safeParse(answer.json);
  if (!bare.success) return resolveMethod(kid, resolve);
  const found = readJwk(bare.data, { id: kid, issuer });
  return 'fault' in found ? found : confirmed(found.key, resolve, missing);
}

/** A platform with several issuers says in `iss` of each key whose it is. */
function readJwk(input: object, { id, issuer }: { id: string; issuer: string }): KeyFinding {
  const jwk = publicJwk.safeParse(input);
  if (!jwk.success) return refused(`The key ${id} is no public key.`);
  return { key: { id, controller: jwk.data.iss ?? issuer, material: { jwk: jwk.data }, warnings: [] } };
}

/** The key as a JWK, if it is one for this algorithm: of the right kind, and not meant for another one or another use. */
export async function jwkFor({ id, material }: PublicKey, alg: Algorithm): Promise<Read<PublicJwk>> {
  const jwk = 'jwk' in material ? material.jwk : await jwkOf(material.multibase);
  if (jwk === null) return { fault: `The key ${id} is damaged.` };
  if (jwk.use !== undefined && jwk.use !== 'sig')
    return { fault: `The key ${id} is for “${jwk.use}”, not for signing.` };
  if (jwk.key_ops?.includes('verify') === false) return { fault: `The key ${id} is not for checking signatures.` };
  const fits = jwk.alg === undefined ? algorithmOf(jwk) === alg : jwk.alg === alg && kindOf(alg) === kindOfKey(jwk);
  return fits ? { value: jwk } : { fault: `The key ${id} is not one for ${alg}.` };
}

async function jwkOf(multibase: string): Promise<PublicJwk | null> {
  try {
    return await toJwk({ keyPair: await from({ type: 'Multikey', publicKeyMultibase: multibase }) });
  } catch {
    return null;
  }
}

/** What a key that does not name its algorithm signs with: PS256 only where the key says so. */
function algorithmOf(jwk: PublicJwk): Algorithm | null {
  return ({ RSA: 'RS256', 'EC P-256': 'ES256', 'OKP Ed25519': 'EdDSA' } as const)[kindOfKey(jwk)] ?? null;
}

function kindOf(alg: Algorithm): string {
  return { RS256: 'RSA', PS256: 'RSA', ES256: 'EC P-256', EdDSA: 'OKP Ed25519' }[alg];
}

function kindOfKey({ kty, crv }: PublicJwk) {
  return (kty === 'RSA' ? 'RSA' : `${kty} ${crv ?? ''}`) as 'RSA' | 'EC P-256' | 'OKP Ed25519';
}
