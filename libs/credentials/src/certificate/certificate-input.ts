import type { BadgeInput } from '../badge/badge.js';

export interface CertificateInput extends BadgeInput {
  readonly credentialId: string;
  /** What had to be done for it, in a sentence or two. */
  readonly criteria: string;
  /** Null where the holder does not show a name. */
  readonly learnerName: string | null;
  readonly issuerName: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date | null;
  /** The page where anyone can check it. */
  readonly verifyUrl: string;
  /** Printed across the page where the credential does not hold; null where it does. */
  readonly withdrawn: { readonly word: string; readonly reason: string } | null;
  readonly size: PaperSize;
}

export type PaperSize = 'a4' | 'letter';
