export * from './achievement.js';
export { badgeSvg, type BadgeInput } from './badge/badge.js';
export { NotBakeable, PictureUnreadable } from './bake/baked.js';
export { bakePng, isPng, unbakePng } from './bake/png.js';
export { bakeSvg, unbakeSvg } from './bake/svg.js';
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
