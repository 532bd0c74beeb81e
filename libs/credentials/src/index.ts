export * from './achievement.js';
export { badgeSvg, type BadgeInput } from './badge/badge.js';
export { NotBakeable, PictureUnreadable } from './bake/baked.js';
export { bakePng, isPng, unbakePng } from './bake/png.js';
export { certificatePdf } from './certificate/certificate.js';
export type { CertificateInput, PaperSize } from './certificate/certificate-input.js';
export { bakeSvg, unbakeSvg } from './bake/svg.js';
export { badgeContexts, knownContexts, loadContext, UnknownContext } from './contexts.js';
export type { Proof } from './data-integrity.js';
export { NotOneDocument, parseDocument } from './document-text.js';
export { didDocument, didWebOf, issuerDocument, type IssuerKeys, type IssuerProfile, keySet } from './issuer.js';
export {
  generateIssuerRsaKey,
  type IssuerRsaKey,
  openRsaKey,
  publicJwkOf,
  type PublicKeyJwk,
  sealRsaKey,
} from './keys-rsa.js';
export { readMasterKey, SealBroken } from './keys-seal.js';
export { generateIssuerKey, openKey, sealKey, type IssuerKey, type PublicKeyDocument } from './keys.js';
export { signCredentialJwt } from './sign-jwt.js';
export { loadPainter, pngOf } from './picture/painter.js';
export { plainText } from './picture/plain-text.js';
export { type SocialInput, socialSize, socialSvg } from './picture/social.js';
export { Typefaces } from './picture/typefaces.js';
export { NotSignable, signCredential, type SignedCredential, type SignedStatusList, signStatusList } from './sign.js';
export { didWebUrl } from './resolve/did.js';
export { nothingFetched, type Resolved, type Resolver, resolverOf } from './resolve/resolver.js';
export type { CredentialFacts } from './verify-facts.js';
export { type CredentialFile, NoCredentialThere, readCredentialFile } from './verify-file.js';
export {
  verifyCredential,
  type Check,
  type CheckName,
  type CredentialState,
  type Verification,
  type VerifyOptions,
} from './verify.js';
export {
  buildStatusListCredential,
  type StatusListCredential,
  type StatusListInput,
} from './status-list/status-list-credential.js';
export {
  bitAt,
  type BitstringStatusListEntry,
  decodeStatusList,
  encodeStatusList,
  statusBits,
  statusEntries,
  type StatusListError,
  StatusListUnreadable,
  statusListLengthMin,
  type StatusPurpose,
  statusPurposes,
} from './status-list/status-list.js';
