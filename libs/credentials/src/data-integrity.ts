import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { z } from 'zod';

import { canonicalForm } from './canonical-form.js';
import { loadContext } from './contexts.js';
import { signerOf, type IssuerKey } from './keys.js';
import type { ProofFinding } from './verify-findings.js';
import { resolveMethod } from './resolve/methods.js';
import { endedFault, isEd25519, type PublicKey } from './resolve/public-key.js';
import type { Resolver } from './resolve/resolver.js';
import { read, time, uri } from './shape.js';

const proofPurpose = 'assertionMethod';

const common = {
  proofPurpose: z.literal(proofPurpose),
  verificationMethod: uri,
  created: time,
  expires: time.optional(),
  // Base58 of 64 bytes, after the `z` that names the alphabet.
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{64,100}$/, 'must be a signature in base58btc'),
};

const proofShape = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  ...common,
});
export type Proof = z.output<typeof proofShape>;

/** What others sign with as well: the draft of today's suite, and the suite before it. */
const knownProof = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('DataIntegrityProof'),
    cryptosuite: z.enum(['eddsa-rdfc-2022', 'eddsa-2022']),
  }),
  z.strictObject({ ...common, type: z.literal('Ed25519Signature2020') }),
]);
type KnownProof = z.output<typeof knownProof>;

/** Verifying goes the suite's own way, whoever signed. */
const signingSuite = { ...cryptosuite, canonize: canonicalForm };

/** Signs a document that has no proof yet (Data Integrity, `eddsa-rdfc-2022`). */
export async function createProof(document: object, key: IssuerKey, now: Date): Promise<Proof> {
  const suite = new DataIntegrityProof({ signer: await signerOf(key), date: now, cryptosuite: signingSuite });
  const purpose = { update: async (proof: object) => ({ ...proof, proofPurpose }) };
  return proofShape.parse(await suite.createProof({ document, purpose, documentLoader: loadContext }));
}

/** Checks every proof of a document: its form, its key and the signature over every word. */
export async function checkProofs(signed: object, resolve: Resolver): Promise<ProofFinding[]> {
  const { proof, ...document } = { proof: undefined, ...signed };
  const findings = [];
  for (const one of [proof ?? []].flat()) findings.push(await checkProof(document, Object(one), resolve));
  return findings;
}

async function checkProof(document: object, proof: object, resolve: Resolver): Promise<ProofFinding> {
  const parsed = read(knownProof, proof, '/proof');
  if ('fault' in parsed) return { state: 'refused', detail: parsed.fault, key: null };
  const { value } = parsed;
  const found = await resolveMethod(value.verificationMethod, resolve);
  if ('fault' in found) {
    return { state: found.isUnknown ? 'out_of_reach' : 'refused', detail: found.fault, key: null };
  }
  const { key } = found;
  if (!isEd25519(key.material)) return { state: 'refused', detail: `The key ${key.id} is no Ed25519 key.`, key: null };
  const ended = endedFault(key, value.created);
  if (ended !== null) return { state: 'refused', detail: ended, key };
  const verdict = await suiteOf(value).verifyProof({
    // The proof is read with the words of the document; they are part of what was signed.
    proof: { ...contextOf(document), ...value },
    document,
    documentLoader: async (url) => (url === key.id ? { document: methodOf(key) } : loadContext(url)),
  });
  if (verdict.verified) {
    const ends = value.expires === undefined ? [] : [value.expires];
    return { state: 'verified', key, starts: [value.created], ends, warnings: [...key.warnings, ...warningsOf(value)] };
  }
  const { error } = verdict;
  return error.name.startsWith('jsonld.')
    ? { state: 'undefined_words', detail: undefinedWords(error), key }
    : { state: 'refused', detail: error.message, key };
}

/** The first word of a document that no context defines, in words; null when every word is defined. */
export async function undefinedWordIn(document: object): Promise<string | null> {
  try {
    await cryptosuite.canonize(document, { documentLoader: loadContext });
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !error.name.startsWith('jsonld.')) throw error;
    return undefinedWords(error);
  }
}

function suiteOf(proof: KnownProof) {
  if (proof.type === 'Ed25519Signature2020') return new Ed25519Signature2020();
  // The draft differs from the standard in nothing but its name, which is part of what was signed.
  return new DataIntegrityProof({ cryptosuite: { ...cryptosuite, name: proof.cryptosuite } });
}

function warningsOf(proof: KnownProof): string[] {
  const suite = proof.type === 'DataIntegrityProof' ? proof.cryptosuite : proof.type;
  return suite === 'eddsa-rdfc-2022' ? [] : [`It is signed with ${suite}, which eddsa-rdfc-2022 has replaced.`];
}

function contextOf(document: object): object {
  return '@context' in document ? { '@context': document['@context'] } : {};
}

function methodOf({ id, controller, material }: PublicKey): object {
  return 'jwk' in material
    ? { id, controller, type: 'JsonWebKey', publicKeyJwk: material.jwk }
    : {
        '@context': 'https://w3id.org/security/multikey/v1',
        id,
        controller,
        type: 'Multikey',
        publicKeyMultibase: material.multibase,
      };
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
