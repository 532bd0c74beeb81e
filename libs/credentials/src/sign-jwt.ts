import { sign } from 'node:crypto';
import { promisify } from 'node:util';

import type { AchievementCredential } from './achievement.js';
import { privateKeyOf, type IssuerRsaKey } from './keys-rsa.js';
import { NotSignable, signableFault } from './sign.js';
import type { StatusListCredential } from './status-list/status-list-credential.js';

type Signable = AchievementCredential | StatusListCredential;

/** With a callback, Node signs in a thread of its own: the 1.5 ms of 3072 bits hold nobody up. */
const signAside = promisify(sign);

/**
 * The form of VC-JWT in Open Badges 3.0, section 8.2. An open change of the standard (pull request 570) would move to VC-JOSE-COSE,
 * with `vc+jwt` for the type and claims about the signature alone: whatever comes of it is changed here and nowhere else.
 */
function headerOf(key: IssuerRsaKey) {
  return { alg: 'RS256', kid: key.document.kid, typ: 'JWT' } as const;
}

function claimsOf(credential: Signable) {
  const { validFrom, validUntil } = credential;
  return {
    ...credential,
    iss: issuerOf(credential),
    jti: credential.id,
    nbf: secondsOf(validFrom),
    sub: subjectOf(credential),
    ...(validUntil === undefined ? {} : { exp: secondsOf(validUntil) }),
  };
}

/**
 * Signs a credential or a status list as a compact JWT (RS256): the header is exactly alg, kid and typ, the payload is the
 * credential itself with iss, jti, nbf, sub and exp. `sub` is the subject's id; a subject that has none is named by its hashed
 * identifier. Throws NotSignable, rather than sign what would not verify afterwards.
 */
export async function signCredentialJwt(credential: Signable, key: IssuerRsaKey): Promise<string> {
  const fault = signableFault(credential);
  if (fault !== null) throw new NotSignable(fault);
  if (issuerOf(credential) !== key.document.iss) throw new NotSignable('The key belongs to another issuer.');
  const input = [headerOf(key), claimsOf(credential)]
    .map((part) => Buffer.from(JSON.stringify(part), 'utf8').toString('base64url'))
    .join('.');
  const signature = await signAside('RSA-SHA256', Buffer.from(input, 'ascii'), privateKeyOf(key));
  return `${input}.${signature.toString('base64url')}`;
}

function issuerOf({ issuer }: Signable): string {
  return typeof issuer === 'string' ? issuer : issuer.id;
}

function subjectOf({ credentialSubject }: Signable): string {
  if ('id' in credentialSubject && credentialSubject.id !== undefined) return credentialSubject.id;
  const identifier = 'identifier' in credentialSubject ? credentialSubject.identifier[0] : undefined;
  if (identifier === undefined) throw new NotSignable('The subject has neither an id nor an identifier.');
  return identifier.identityHash;
}

/** Whole seconds since 1970; what is left is dropped, so that a credential is not early by its own claim. */
function secondsOf(time: string): number {
  return Math.floor(new Date(time).getTime() / 1_000);
}
