export * from './achievement.js';
export { badgeSvg, type BadgeInput } from './badge/badge.js';
export { loadContext, UnknownContext } from './contexts.js';
export type { KeyResolver, Proof } from './data-integrity.js';
export { NotOneDocument, parseDocument } from './document-text.js';
export { issuerDocument, type IssuerProfile } from './issuer.js';
export {
  generateIssuerKey,
  openKey,
  readMasterKey,
  SealBroken,
  sealKey,
  type IssuerKey,
  type PublicKeyDocument,
} from './keys.js';
export { NotSignable, signCredential, type SignedCredential } from './sign.js';
export {
  verifyCredential,
  type Check,
  type CheckName,
  type CredentialState,
  type Verification,
  type VerifyOptions,
} from './verify.js';
