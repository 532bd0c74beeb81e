import { identityHash } from './achievement.js';
import { checkProof, type KeyResolver, type ProofFinding } from './data-integrity.js';
import { issuerIdOf, readCredential, readSubject, type Credential } from './shape.js';

export type CheckName = 'shape' | 'proof' | 'issuer' | 'status' | 'dates' | 'subject';

export interface Check {
  readonly name: CheckName;
  /** `unknown` when it could not be looked at; such a credential is not valid either. */
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly detail: string;
}

export interface Verification {
  /** Every check passed. */
  readonly isValid: boolean;
  readonly checks: readonly Check[];
}

export type CredentialState = 'active' | 'suspended' | 'revoked';

export interface VerifyOptions {
  readonly resolveKey: KeyResolver;
  readonly now: Date;
  /** The only issuer that will do, if there is one. */
  readonly expectedIssuer?: string;
  /** What the issuer says about the credential today; null when it does not know it. */
  readonly statusOf?: (credentialId: string) => CredentialState | null | Promise<CredentialState | null>;
  /** Whom the credential should be about; it is compared with the hashed identifiers. */
  readonly recipientEmail?: string;
}

/** How far the clock of an issuer may be ahead of ours. */
const clockSkewMs = 300_000;

/**
 * Checks a credential of any origin, and reports every check by name. A good signature alone proves nothing: form, issuer, status,
 * dates and subject count as much. Reads nothing but its input: no network, no clock.
 */
export async function verifyCredential(document: unknown, options: VerifyOptions): Promise<Verification> {
  const shape = readCredential(document);
  if ('fault' in shape) return verdict([fail('shape', shape.fault), ...notChecked]);
  const credential = shape.value;
  const findings = await proofFindings(credential, options.resolveKey);
  return verdict([
    shapeCheck(findings),
    proofCheck(findings),
    issuerCheck(credential, findings, options.expectedIssuer),
    await statusCheck(credential, options.statusOf),
    datesCheck(credential, findings, options.now),
    subjectCheck(credential, options.recipientEmail),
  ]);
}

const notChecked = (['proof', 'issuer', 'status', 'dates', 'subject'] as const).map((name) =>
  unknown(name, 'Not checked, because the document is not a badge.'),
);

async function proofFindings(credential: Credential, resolveKey: KeyResolver): Promise<ProofFinding[]> {
  const proofs = [credential.proof ?? []].flat();
  if (proofs.length === 0) return [{ state: 'refused', detail: 'The document is not signed.', method: null }];
  const findings = [];
  for (const proof of proofs) findings.push(await checkProof(credential, proof, resolveKey));
  return findings;
}

function shapeCheck(findings: readonly ProofFinding[]): Check {
  const undefinedWords = findings.find((finding) => finding.state === 'undefined_words');
  if (undefinedWords !== undefined) return fail('shape', undefinedWords.detail);
  return pass('shape', 'An Open Badges 3.0 credential in which every word is defined.');
}

/** Every proof must hold: one bad signature beside a good one means that somebody has been at the document. */
function proofCheck(findings: readonly ProofFinding[]): Check {
  const refused = findings.find((finding) => finding.state === 'refused');
  if (refused !== undefined) return fail('proof', refused.detail);
  const verified = verifiedOf(findings);
  if (verified.length < findings.length) return unknown('proof', 'Not checked, because a word is not defined.');
  const methods = new Set(verified.map(({ method }) => method.id));
  if (methods.size < verified.length) return fail('proof', 'The document is signed twice with the same key.');
  return pass('proof', `Signed with ${[...methods].join(' and ')}; nothing was changed since.`);
}

function issuerCheck(credential: Credential, findings: readonly ProofFinding[], expectedIssuer?: string): Check {
  const issuer = issuerIdOf(credential);
  if (expectedIssuer !== undefined && issuer !== expectedIssuer) {
    return fail('issuer', `Issued by ${issuer}, not by ${expectedIssuer}.`);
  }
  const methods = findings.map((finding) => finding.method).filter((method) => method !== null);
  const foreign = methods.find((method) => method.controller !== issuer);
  if (foreign !== undefined) return fail('issuer', `The key belongs to ${foreign.controller}, not to ${issuer}.`);
  if (verifiedOf(findings).length === 0) {
    return unknown('issuer', `It names ${issuer}, which no good signature confirms.`);
  }
  return pass('issuer', `Issued by ${issuer}, which owns the key.`);
}

async function statusCheck(credential: Credential, statusOf: VerifyOptions['statusOf']): Promise<Check> {
  if (statusOf === undefined) {
    return credential.credentialStatus === undefined
      ? pass('status', 'The credential names no place where it could be revoked.')
      : unknown('status', 'The status could not be looked up.');
  }
  const status = await statusOf(credential.id);
  if (status === null) return unknown('status', 'The issuer does not know this credential.');
  return status === 'active' ? pass('status', 'Neither revoked nor suspended.') : fail('status', `It was ${status}.`);
}

function datesCheck(credential: Credential, findings: readonly ProofFinding[], now: Date): Check {
  const proofs = verifiedOf(findings).map(({ proof }) => proof);
  const starts = [credential.validFrom, ...proofs.map(({ created }) => created)];
  const early = starts.find((start) => new Date(start).getTime() > now.getTime() + clockSkewMs);
  if (early !== undefined) return fail('dates', `It is valid from ${early} only.`);
  const ends = [credential.validUntil ?? [], ...proofs.map(({ expires }) => expires ?? [])].flat();
  const late = ends.find((end) => new Date(end) <= now);
  if (late !== undefined) return fail('dates', `It was valid until ${late}.`);
  return pass('dates', `Valid since ${credential.validFrom}.`);
}

function subjectCheck(credential: Credential, recipientEmail?: string): Check {
  const subject = readSubject(credential);
  if ('fault' in subject) return fail('subject', subject.fault);
  const { achievement, identifier = [] } = subject.value;
  const isTheirs = identifier.some((one) => one.identityHash === identityHash(recipientEmail ?? '', one.salt ?? ''));
  if (recipientEmail !== undefined && !isTheirs) return fail('subject', 'It was issued to another address.');
  return pass('subject', `It says who earned “${achievement.name}” and for what.`);
}

function verifiedOf(findings: readonly ProofFinding[]): Extract<ProofFinding, { state: 'verified' }>[] {
  return findings.filter((finding) => finding.state === 'verified');
}

function verdict(checks: readonly Check[]): Verification {
  return { isValid: checks.every((check) => check.outcome === 'pass'), checks };
}

function pass(name: CheckName, detail: string): Check {
  return { name, outcome: 'pass', detail };
}

function fail(name: CheckName, detail: string): Check {
  return { name, outcome: 'fail', detail };
}

function unknown(name: CheckName, detail: string): Check {
  return { name, outcome: 'unknown', detail };
}
