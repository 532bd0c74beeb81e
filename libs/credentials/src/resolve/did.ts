import { publicJwk } from './public-jwk.js';
import { type KeyFinding, multikeyOf, refused } from './public-key.js';

/**
 * Where the document of a `did:web` stands (did:web method specification, "Read"): `did:web:example.org` at
 * `/.well-known/did.json`, `did:web:example.org:a:b` at `/a/b/did.json`. Null for what is no such name. A port (`%3A8443`) is kept;
 * whether it may be called is the resolver's to say.
 */
export function didWebUrl(did: string): string | null {
  const match = /^did:web:([A-Za-z0-9.-]+(?:%3A\d{1,5})?)((?::[A-Za-z0-9._-]+)*)$/i.exec(did);
  if (match === null) return null;
  const [, host = '', path = ''] = match;
  const folder = path === '' ? '/.well-known' : path.replaceAll(':', '/');
  if (folder.split('/').some((step) => step === '.' || step === '..')) return null;
  return `https://${decodeURIComponent(host)}${folder}/did.json`;
}

/** The key inside a `did:key`: Ed25519 (`z6Mk…`) or P-256 (`zDn…`, for JWTs with ES256). Others are refused by name. */
export function keyOfDidKey(method: string): KeyFinding {
  const match = /^did:key:(z[1-9A-HJ-NP-Za-km-z]{20,200})#(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(method);
  if (match === null || match[1] !== match[2]) return refused(`${method} is no did:key with its own key behind the #.`);
  const [, multibase = ''] = match;
  const material = multikeyOf(multibase);
  if (material === null) return refused(`The key ${method} is neither an Ed25519 nor a P-256 key.`);
  return { key: { id: method, controller: `did:key:${multibase}`, material, warnings: [bareKey] } };
}

/** The key inside a `did:jwk`, whose one method is `#0`. */
export function keyOfDidJwk(method: string): KeyFinding {
  const match = /^(did:jwk:([A-Za-z0-9_-]{20,4000}))#0$/.exec(method);
  if (match === null) return refused(`${method} is no did:jwk with #0 behind it.`);
  const [, controller = '', encoded = ''] = match;
  const jwk = publicJwk.safeParse(jsonIn(encoded));
  if (!jwk.success) return refused(`${controller} holds no public key.`);
  return { key: { id: method, controller, material: { jwk: jwk.data }, warnings: [bareKey] } };
}

const bareKey =
  'The issuer is a bare key: whoever holds it has signed, and nothing here says who that is. Compare it with a key that you know.';

function jsonIn(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
