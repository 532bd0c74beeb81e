import { compactVerify, errors } from 'jose';

import { readAnyCredential, type Reading } from '../foreign/reading.js';
import { endedFault } from '../resolve/public-key.js';
import type { Resolver } from '../resolve/resolver.js';
import type { Read } from '../shape.js';
import type { ProofFinding } from '../verify-findings.js';
import { claimFault, type Claims, readPayload, secondsAsTime } from './claims.js';
import { type CompactJws, type JwsHeader, readCompact, readHeader } from './compact.js';
import { jwkFor, resolveJwtKey } from './keys.js';

export interface JwtReading extends Reading {
  readonly jws: CompactJws;
  readonly claims: Claims;
}

/** Reads the credential that a VC-JWT is (Open Badges 3.0), or holds in `vc` (VCDM 1.1), and compares it with the claims. */
export function readJwtCredential(text: string): Read<JwtReading> {
  const jws = readCompact(text);
  if ('fault' in jws) return jws;
  const payload = readPayload(jws.value.payload);
  if ('fault' in payload) return payload;
  const { claims, document, isNested } = payload.value;
  const reading = readAnyCredential(document);
  if ('fault' in reading) return reading;
  const isJose = ['vc+jwt', 'vc+ld+jwt'].some((typ) => typ === jws.value.header['typ']);
  const fault = claimFault(reading.value, claims, { mayLeaveOut: isJose || isNested });
  if (fault !== null) return { fault };
  const warnings = [
    ...reading.value.warnings,
    ...(isNested ? ['The credential stands inside the claim “vc”, as before Open Badges 3.0.'] : []),
    ...(claims.aud === undefined ? [] : ['The token names an audience (aud), which was not looked at.']),
  ];
  return { value: { ...reading.value, warnings, jws: jws.value, claims } };
}

/** Checks the signature of a VC-JWT: its header, its key and every byte of it. */
export async function checkJws(
  { jws, claims }: Pick<JwtReading, 'jws' | 'claims'>,
  issuer: string,
  resolve: Resolver,
): Promise<ProofFinding> {
  const header = readHeader(jws.header);
  if ('fault' in header) return { state: 'refused', detail: header.fault, key: null };
  const found = await resolveJwtKey(header.value, issuer, resolve);
  if ('fault' in found) {
    return { state: found.isUnknown ? 'out_of_reach' : 'refused', detail: found.fault, key: null };
  }
  const { key } = found;
  const usable = await jwkFor(key, header.value.alg);
  if ('fault' in usable) return { state: 'refused', detail: usable.fault, key };
  const starts = [claims.iat, claims.nbf].flatMap((seconds) => seconds ?? []).map(secondsAsTime);
  const fault = endedFault(key, starts[0]) ?? (await signatureFault(jws.text, usable.value, header.value));
  if (fault !== null) return { state: 'refused', detail: fault, key };
  const ends = claims.exp === undefined ? [] : [secondsAsTime(claims.exp)];
  return { state: 'verified', key, starts, ends, warnings: key.warnings };
}

async function signatureFault(text: string, jwk: object, { alg }: JwsHeader): Promise<string | null> {
  try {
    await compactVerify(text, { ...jwk, alg }, { algorithms: [alg] });
    return null;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'The signature is not good.';
    // A key that cannot be used: too short, damaged.
    if (error instanceof errors.JOSEError || isBadKey(error)) {
      return `The signature cannot be checked with this key: ${error.message}.`;
    }
    throw error;
  }
}

/** What Web Crypto throws for a damaged key. */
function isBadKey(error: unknown): error is Error {
  return error instanceof Error && ['TypeError', 'DataError', 'OperationError'].includes(error.name);
}
