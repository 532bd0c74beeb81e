import { z } from 'zod';

import { read } from '../shape.js';
import { p256JwkOf } from './multikey.js';
import { type PublicJwk, publicJwk } from './public-jwk.js';

/** A public key of any kind that we can check with, and who owns it. */
export interface PublicKey {
  readonly id: string;
  /** The issuer whose credentials this key may sign. */
  readonly controller: string;
  readonly material: KeyMaterial;
  readonly expires?: string;
  readonly warnings: readonly string[];
}

export type KeyMaterial = { readonly jwk: PublicJwk } | { readonly multibase: string };

export type KeyFinding =
  | { readonly key: PublicKey }
  /** `isUnknown`: the key was out of reach. Otherwise it is known to be no good. */
  | { readonly fault: string; readonly isUnknown: boolean };

const methodShape = z.looseObject({
  id: z.string(),
  type: z.string(),
  controller: z.string(),
  publicKeyMultibase: z
    .string()
    .regex(/^z(6Mk|Dn)/, 'must be an Ed25519 or P-256 key')
    .optional(),
  publicKeyJwk: publicJwk.optional(),
  revoked: z.string().optional(),
  expires: z.string().optional(),
});

/** The kinds of verification method that hold a key, by where they hold it. */
const multibaseTypes = ['Multikey', 'Ed25519VerificationKey2020'];
const jwkTypes = ['JsonWebKey', 'JsonWebKey2020'];

/** Reads a verification method (Multikey, JsonWebKey, Ed25519VerificationKey2020) that is asked for by this id. */
export function readMethod(input: unknown, id: string): KeyFinding {
  const parsed = read(methodShape, input, '/verificationMethod');
  if ('fault' in parsed) return refused(parsed.fault);
  const { value: method } = parsed;
  if (method.id !== id) return refused(`The key at ${id} calls itself ${method.id}.`);
  if (method.revoked !== undefined) return refused(`The key ${id} was revoked.`);
  const material = materialOf(method);
  if (material === null) return refused(`The key ${id} is of the kind ${method.type}, which cannot be checked here.`);
  const { controller, expires } = method;
  return { key: { id, controller, material, warnings: [], ...(expires === undefined ? {} : { expires }) } };
}

function materialOf({ type, publicKeyJwk, publicKeyMultibase }: z.output<typeof methodShape>): KeyMaterial | null {
  if (multibaseTypes.includes(type) && publicKeyMultibase !== undefined) return multikeyOf(publicKeyMultibase);
  if (jwkTypes.includes(type) && publicKeyJwk !== undefined) return { jwk: publicKeyJwk };
  return null;
}

/** The material of a Multikey: Ed25519 as it stands, P-256 as the JWK that JWTs are checked with; null for other kinds. */
export function multikeyOf(multibase: string): KeyMaterial | null {
  if (multibase.startsWith('z6Mk')) return { multibase };
  const jwk = p256JwkOf(multibase);
  return jwk === null ? null : { jwk };
}

/** Whether the key is one for Data Integrity with EdDSA. */
export function isEd25519(material: KeyMaterial): boolean {
  return 'multibase' in material || (material.jwk.kty === 'OKP' && material.jwk.crv === 'Ed25519');
}

export function refused(fault: string): KeyFinding {
  return { fault, isUnknown: false };
}

export function outOfReach(fault: string): KeyFinding {
  return { fault, isUnknown: true };
}

/** Why a key may not have signed at this moment, or null. An end that nobody can read is over, and so is one without a moment. */
export function endedFault({ id, expires }: PublicKey, at: string | undefined): string | null {
  const isGood = expires === undefined || new Date(at ?? '') < new Date(expires);
  return isGood ? null : `The key ${id} was good until ${expires} only.`;
}

/** Why nothing can be said about a key whose document was not found. */
export function notFound(answer: { readonly why: string; readonly isMissing?: boolean }): KeyFinding {
  return answer.isMissing === true ? refused(answer.why) : outOfReach(answer.why);
}
