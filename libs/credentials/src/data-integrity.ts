import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { z } from 'zod';

import { loadContext } from './contexts.js';
import { signerOf, type IssuerKey } from './keys.js';
import { read, type Credential, type Read } from './shape.js';

const proofPurpose = 'assertionMethod';
const time = z.iso.datetime({ offset: true });

const proofShape = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal(proofPurpose),
  verificationMethod: z.url(),
  created: time,
  expires: time.optional(),
  // Base58 of 64 bytes, after the `z` that names the alphabet.
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{64,100}$/, 'must be a signature in base58btc'),
});
export type Proof = z.output<typeof proofShape>;

const methodShape = z.looseObject({
  id: z.string(),
  type: z.literal('Multikey'),
  controller: z.string(),
  publicKeyMultibase: z.string().startsWith('z6Mk', 'must be an Ed25519 key'),
  revoked: z.string().optional(),
});
export type VerificationMethod = z.output<typeof methodShape>;

/** Finds the public key behind a `verificationMethod`; null when nobody here vouches for it. */
export type KeyResolver = (verificationMethod: string) => object | null | Promise<object | null>;

export type ProofFinding =
  | { readonly state: 'verified'; readonly proof: Proof; readonly method: VerificationMethod }
  | Unverified<'refused'>
  /** The signature cannot even be computed, because the document says something that no context defines. */
  | Unverified<'undefined_words'>;

interface Unverified<State> {
  readonly state: State;
  readonly detail: string;
  /** Null when no key was found. */
  readonly method: VerificationMethod | null;
}

/** Signs a document that has no proof yet (Data Integrity, `eddsa-rdfc-2022`). */
export async function createProof(document: object, key: IssuerKey, now: Date): Promise<Proof> {
  const suite = new DataIntegrityProof({ signer: await signerOf(key), date: now, cryptosuite });
  const purpose = { update: async (proof: object) => ({ ...proof, proofPurpose }) };
  return proofShape.parse(await suite.createProof({ document, purpose, documentLoader: loadContext }));
}

/** Checks one proof of a document: its form, its key and the signature over every word of the document. */
export async function checkProof(
  credential: Credential,
  proof: object,
  resolveKey: KeyResolver,
): Promise<ProofFinding> {
  const parsed = read(proofShape, proof, '/proof');
  if ('fault' in parsed) return { state: 'refused', detail: parsed.fault, method: null };
  const resolved = await resolveMethod(parsed.value.verificationMethod, resolveKey);
  if ('fault' in resolved) return { state: 'refused', detail: resolved.fault, method: null };

  const method = resolved.value;
  const { proof: _, ...document } = credential;
  const verdict = await new DataIntegrityProof({ cryptosuite }).verifyProof({
    // The proof is read with the words of the document; they are part of what was signed.
    proof: { '@context': credential['@context'], ...parsed.value },
    document,
    documentLoader: async (url) => (url === method.id ? { document: method } : loadContext(url)),
  });
  if (verdict.verified) return { state: 'verified', proof: parsed.value, method };
  const { error } = verdict;
  return error.name.startsWith('jsonld.')
    ? { state: 'undefined_words', detail: undefinedWords(error), method }
    : { state: 'refused', detail: error.message, method };
}

async function resolveMethod(id: string, resolveKey: KeyResolver): Promise<Read<VerificationMethod>> {
  const found = await resolveKey(id);
  if (found === null) return { fault: `The key ${id} is not known.` };
  const method = read(
    methodShape,
    { '@context': 'https://w3id.org/security/multikey/v1', ...found },
    '/verificationMethod',
  );
  if ('fault' in method) return method;
  if (method.value.id !== id) return { fault: `The key at ${id} calls itself ${method.value.id}.` };
  return method.value.revoked === undefined ? method : { fault: `The key ${id} was revoked.` };
}

/** Where jsonld keeps the word that it would have dropped. */
const droppedWord = z.object({
  details: z.object({ event: z.object({ details: z.record(z.string(), z.unknown()) }) }),
});

function undefinedWords(error: Error): string {
  const { data } = droppedWord.safeParse(error);
  const { property, type, id } = data?.details.event.details ?? {};
  const word = property ?? type ?? id;
  return typeof word === 'string'
    ? `No context defines “${word}”.`
    : `The document is not sound JSON-LD: ${error.message}`;
}
