import { z } from 'zod';

import { NotOneDocument, parseDocument } from '../document-text.js';
import { publicJwk } from '../resolve/public-jwk.js';
import { read, type Read } from '../shape.js';

/** A third more than the largest document, for base64, and a signature. */
const textLengthMax = 92 * 1024;

export interface CompactJws {
  readonly text: string;
  readonly header: Record<string, unknown>;
  readonly payload: Record<string, unknown>;
}

/** Whether a text can be meant as a compact JWS, before anything in it is looked at. */
export function looksLikeJws(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text.trim());
}

/**
 * Takes a compact JWS (RFC 7515) apart. Stricter than most: each part must be base64url that has no second spelling, and header and
 * payload are JSON objects that every reader reads alike.
 */
export function readCompact(input: string): Read<CompactJws> {
  const text = input.trim();
  if (text.length > textLengthMax) return { fault: `The token is longer than ${textLengthMax} characters.` };
  const parts = text.split('.');
  const [header, payload, signature] = parts.map(decoded);
  if (parts.length !== 3) return { fault: 'A compact JWS has three parts with a dot between them.' };
  if (!header || !payload || !signature)
    return { fault: 'A part of the token is not base64url as it should be written.' };
  try {
    return { value: { text, header: objectIn(header, 'header'), payload: objectIn(payload, 'payload') } };
  } catch (error) {
    if (error instanceof NotOneDocument) return { fault: error.message };
    throw error;
  }
}

/** Null for text with a second spelling: its bytes could be changed and the signature would still be good. */
function decoded(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : null;
}

const object = z.record(z.string(), z.unknown());

function objectIn(bytes: Uint8Array, what: string): Record<string, unknown> {
  const parsed = object.safeParse(parseDocument(bytes));
  if (!parsed.success) throw new NotOneDocument(`The ${what} of the token is no JSON object.`);
  return parsed.data;
}

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type Algorithm = (typeof algorithms)[number];

const headerShape = z
  .object({
    alg: z.enum(algorithms),
    kid: z.string().min(1).max(2_000).optional(),
    jwk: publicJwk.optional(),
    /** `JWT` of Open Badges 3.0; the others of VC-JOSE-COSE. */
    typ: z.enum(['JWT', 'vc+jwt', 'vc+ld+jwt']).optional(),
    cty: z.literal('vc').optional(),
  })
  .refine(({ kid, jwk }) => (kid === undefined) !== (jwk === undefined), 'must name its key by kid or by jwk');
export type JwsHeader = z.output<typeof headerShape>;

/** The header of a VC-JWT: what signs, which key, and nothing that would lead a verifier to a key of the sender's choice. */
export function readHeader(header: Record<string, unknown>): Read<JwsHeader> {
  const { alg, typ } = header;
  if (!algorithms.some((known) => known === alg)) {
    return { fault: `The algorithm ${JSON.stringify(alg) ?? 'of the token'} is not one of ${algorithms.join(', ')}.` };
  }
  const strange = Object.keys(header).find((name) => !['alg', 'kid', 'jwk', 'typ', 'cty'].includes(name));
  if (strange !== undefined) {
    return { fault: `The header brings “${strange}”; only alg, kid or jwk, and typ belong there.` };
  }
  if (typ !== undefined && !['JWT', 'vc+jwt', 'vc+ld+jwt'].some((known) => known === typ)) {
    return { fault: `The token is of the type ${JSON.stringify(typ)}, which is no credential.` };
  }
  return read(headerShape, header, '/header');
}
