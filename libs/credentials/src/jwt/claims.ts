import { z } from 'zod';

import type { Reading } from '../foreign/reading.js';
import { issuerIdOf, onlySubject, read, type Read } from '../shape.js';

const claimShape = z.object({
  iss: z.string().optional(),
  jti: z.string().optional(),
  sub: z.string().optional(),
  nbf: z.number().min(0).max(1e11).optional(),
  iat: z.number().min(0).max(1e11).optional(),
  exp: z.number().min(0).max(1e11).optional(),
  aud: z.unknown().optional(),
});
export type Claims = z.output<typeof claimShape>;

export interface Payload {
  readonly claims: Claims;
  readonly document: object;
  /** The credential stands inside the claim `vc`, as in VCDM 1.1. */
  readonly isNested: boolean;
}

/** Separates what a JWT says about itself from the credential that it is, or that it holds. */
export function readPayload(payload: Record<string, unknown>): Read<Payload> {
  const claims = read(claimShape, payload, '/payload');
  if ('fault' in claims) return claims;
  const { vc, ...rest } = payload;
  if (vc === undefined) {
    const { iss: _, jti: __, sub: ___, nbf: ____, iat: _____, exp: ______, aud: _______, ...document } = rest;
    return { value: { claims: claims.value, document, isNested: false } };
  }
  const nested = read(z.record(z.string(), z.unknown()), vc, '/payload/vc');
  if ('fault' in nested) return nested;
  return { value: { claims: claims.value, document: completed(nested.value, claims.value), isNested: true } };
}

/** VCDM 1.1, section 6.3.1: what the claims say need not be said again inside. */
function completed(document: Record<string, unknown>, { iss, jti, sub, nbf, exp }: Claims): object {
  const isFormer = [document['@context']].flat()[0] === 'https://www.w3.org/2018/credentials/v1';
  const [start, end] = isFormer ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil'];
  const subject = document['credentialSubject'];
  const isOne = typeof subject === 'object' && subject !== null && !Array.isArray(subject);
  return {
    ...(jti === undefined ? {} : { id: jti }),
    ...(iss === undefined ? {} : { issuer: iss }),
    ...(nbf === undefined ? {} : { [start]: secondsAsTime(nbf) }),
    ...(exp === undefined ? {} : { [end]: secondsAsTime(exp) }),
    ...document,
    ...(isOne && sub !== undefined ? { credentialSubject: { id: sub, ...subject } } : {}),
  };
}

/**
 * Why claims and credential contradict each other, or null. Open Badges 3.0 asks for `iss`, `jti`, `nbf` and `sub`; a token of
 * VC-JOSE-COSE (`vc+jwt`) may leave them out, but not say anything else.
 */
export function claimFault(
  { credential }: Reading,
  claims: Claims,
  { mayLeaveOut }: { readonly mayLeaveOut: boolean },
): string | null {
  const subject = onlySubject(credential);
  const subjectId = 'value' in subject && 'id' in subject.value ? subject.value.id : claims.sub;
  const pairs: readonly [string, unknown, unknown][] = [
    ['iss', claims.iss, issuerIdOf(credential)],
    ['jti', claims.jti, credential.id],
    ['sub', claims.sub, subjectId ?? 'whom it is about'],
    ['nbf', claims.nbf, secondsOf(credential.validFrom, claims.nbf)],
  ];
  const missing = pairs.find(([, claim]) => claim === undefined);
  if (missing !== undefined && !mayLeaveOut) return `The token has no ${missing[0]}.`;
  const ends: readonly [string, unknown, unknown] = ['exp', claims.exp, endOf(credential.validUntil, claims.exp)];
  const wrong = [...pairs, ends].find(([, claim, said]) => claim !== undefined && claim !== said);
  if (wrong !== undefined) return `The token says ${wrong[0]} ${wrong[1]}, the credential ${wrong[2]}.`;
  const isEndless = credential.validUntil !== undefined && claims.exp === undefined;
  return isEndless && !mayLeaveOut ? 'The token has no exp, although the credential ends.' : null;
}

/** A token may end earlier than a credential that has no end. */
function endOf(validUntil: string | undefined, exp: number | undefined): number | undefined {
  return validUntil === undefined ? exp : secondsOf(validUntil, exp);
}

/** NumericDate counts seconds; some round, some cut. */
function secondsOf(time: string, claimed: number | undefined): number {
  const seconds = new Date(time).getTime() / 1000;
  return claimed !== undefined && Math.abs(claimed - seconds) < 1 ? claimed : Math.floor(seconds);
}

export function secondsAsTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
