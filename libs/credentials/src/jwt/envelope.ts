import { z } from 'zod';

import type { Read } from '../shape.js';

const kind = 'EnvelopedVerifiableCredential';
const start = 'data:application/vc+jwt,';

const isEnvelope = z.looseObject({ type: z.union([z.literal(kind), z.tuple([z.literal(kind)])]) });
/** Nothing else: what stands beside the token was signed by nobody. */
const envelope = isEnvelope.extend({ '@context': z.unknown(), id: z.string().startsWith(start) }).strict();

/**
 * The token inside an `EnvelopedVerifiableCredential` (W3C VCDM 2.0, section 4.13.1), the form in which a JWT travels as JSON; null
 * for a document that is none.
 */
export function envelopedIn(document: unknown): Read<string> | null {
  if (!isEnvelope.safeParse(document).success) return null;
  const read = envelope.safeParse(document);
  if (read.success) return { value: read.data.id.slice(start.length) };
  return { fault: `An envelope holds a JWT in its id, which begins with ${start}, and says nothing else.` };
}
