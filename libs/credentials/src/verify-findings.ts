/** What one signature turned out to be, whichever way it was made. */
export type ProofFinding =
  | {
      readonly state: 'verified';
      readonly key: KeyOwner;
      /** Times (ISO) before which, and from which on, the signature does not speak. */
      readonly starts: readonly string[];
      readonly ends: readonly string[];
      readonly warnings: readonly string[];
    }
  | Unverified<'refused'>
  /** The signature cannot even be computed, because the document says something that no context defines. */
  | Unverified<'undefined_words'>
  /** Its key could not be fetched, so that nothing is known about it. */
  | Unverified<'out_of_reach'>;

export interface KeyOwner {
  readonly id: string;
  readonly controller: string;
}

interface Unverified<State> {
  readonly state: State;
  readonly detail: string;
  /** Null when no key was found. */
  readonly key: KeyOwner | null;
}

export type VerifiedProof = Extract<ProofFinding, { state: 'verified' }>;

export function verifiedOf(findings: readonly ProofFinding[]): VerifiedProof[] {
  return findings.filter((finding) => finding.state === 'verified');
}

/** The owner of a key that signed in another's name; null when every key found is the issuer's. */
export function strangerAmong(findings: readonly ProofFinding[], issuer: string): KeyOwner | null {
  return findings.map(({ key }) => key).find((key) => key !== null && key.controller !== issuer) ?? null;
}
