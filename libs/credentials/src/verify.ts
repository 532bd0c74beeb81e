import { checkProofs, undefinedWordIn } from './data-integrity.js';
import { readAnyCredential, type Reading } from './foreign/reading.js';
import { checkJws, readJwtCredential } from './jwt/check.js';
import { envelopedIn } from './jwt/envelope.js';
import { bounded, type Resolver } from './resolve/resolver.js';
import { askSchemas, type SchemaFinding } from './schema/named-schemas.js';
import { type Credential, issuerIdOf, type Read } from './shape.js';
import { credentialFacts, type CredentialFacts, leftOut } from './verify-facts.js';
import { type ProofFinding, strangerAmong, verifiedOf } from './verify-findings.js';
import { oddities } from './verify-oddities.js';
import { clockSkewMs, lookUpStatus, type SeenList, type StatusFinding } from './verify-status.js';
import { lookAtSubject } from './verify-subject.js';

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
  /** What is not as it should be without making the credential wrong, and what was not looked at. */
  readonly warnings: readonly string[];
  /** What the credential says; null for what is none. */
  readonly facts: CredentialFacts | null;
  /** The status lists that were believed: keep the newest `validFrom` of each for `newestListSeen`. */
  readonly statusLists: readonly SeenList[];
}

export type CredentialState = 'active' | 'suspended' | 'revoked';

type KnownState = CredentialState | null | undefined;

export interface VerifyOptions {
  /** Brings keys, DID documents, key sets, profiles and status lists; nothing else is ever fetched. */
  readonly resolve: Resolver;
  readonly now: Date;
  /** The only issuer that will do, if there is one. */
  readonly expectedIssuer?: string;
  /**
   * What the issuer says about the credential today, for callers who know without looking at lists: null when it does not know the
   * credential, undefined when the lists should be asked after all.
   */
  readonly statusOf?: (credentialId: string, issuer: string) => KnownState | Promise<KnownState>;
  /** Start of the newest edition of a status list that was ever seen; an older one is not believed. */
  readonly newestListSeen?: (listUrl: string) => Date | null;
  /** Whom the credential should be about; it is compared with the hashed identifiers. */
  readonly recipientEmail?: string;
}

/**
 * Checks a credential of any origin, a JSON document or a VC-JWT (its text, or in an envelope), and reports every check by name. A good signature
 * alone proves nothing: form, issuer, status, dates and subject count as much. Reads nothing but its input and what `resolve` brings:
 * no network, no clock. Open Badges 3.0 is held strictly; VCDM 1.1, `Ed25519Signature2020` and `eddsa-2022` are read with warnings.
 */
export async function verifyCredential(credential: unknown, options: VerifyOptions): Promise<Verification> {
  const resolve = bounded(options.resolve);
  const opened = await open(credential, resolve);
  if ('fault' in opened) return refusedWhole(opened.fault);
  const { reading, findings } = opened.value;
  const status = await statusOf(reading.credential, { ...options, resolve });
  const schemas = await askSchemas(reading, resolve);
  const subject = lookAtSubject(reading, options.recipientEmail);
  const checks = [
    shapeCheck(reading, findings, schemas),
    proofCheck(findings),
    issuerCheck(reading.credential, findings, options.expectedIssuer),
    { name: 'status', outcome: status.outcome, detail: status.detail } as const,
    datesCheck(reading.credential, findings, options.now),
    'fault' in subject ? fail('subject', subject.fault) : pass('subject', subject.value.words),
  ];
  const facts = credentialFacts(reading);
  const warnings = [
    ...reading.warnings,
    ...verifiedOf(findings).flatMap((finding) => finding.warnings),
    ...status.warnings,
    ...schemas.warnings,
    ...('fault' in subject ? [] : subject.value.warnings),
    ...leftOut(reading),
    ...oddities(facts.issuer),
  ];
  return {
    isValid: checks.every((check) => check.outcome === 'pass'),
    checks,
    warnings: [...new Set(warnings)],
    facts,
    statusLists: status.lists,
  };
}

interface Opened {
  readonly reading: Reading;
  readonly findings: readonly ProofFinding[];
}

async function open(credential: unknown, resolve: Resolver): Promise<Read<Opened>> {
  const token = typeof credential === 'string' ? { value: credential } : envelopedIn(credential);
  if (token === null) return openJson(credential, resolve);
  return 'fault' in token ? token : openJwt(token.value, resolve);
}

async function openJson(document: unknown, resolve: Resolver): Promise<Read<Opened>> {
  const reading = readAnyCredential(document);
  if ('fault' in reading) return reading;
  return { value: { reading: reading.value, findings: await checkProofs(reading.value.signed, resolve) } };
}

/** Proofs inside the credential that a token holds count as well. */
async function openJwt(text: string, resolve: Resolver): Promise<Read<Opened>> {
  const read = readJwtCredential(text);
  if ('fault' in read) return read;
  const { value } = read;
  const jws = await checkJws(value, issuerIdOf(value.credential), resolve);
  // Signed all the same, as it is text that was signed; but a reader of JSON-LD would not see it.
  const word = jws.state === 'verified' ? await undefinedWordIn(value.signed) : null;
  const warnings = word === null ? value.warnings : [...value.warnings, `${word} Other readers may skip it.`];
  return {
    value: { reading: { ...value, warnings }, findings: [jws, ...(await checkProofs(value.signed, resolve))] },
  };
}

function refusedWhole(fault: string): Verification {
  const notChecked = (['proof', 'issuer', 'status', 'dates', 'subject'] as const).map((name) =>
    unknown(name, 'Not checked, because the document is not a badge.'),
  );
  return { isValid: false, checks: [fail('shape', fault), ...notChecked], warnings: [], facts: null, statusLists: [] };
}

function shapeCheck({ isFormer }: Reading, findings: readonly ProofFinding[], schemas: SchemaFinding): Check {
  const undefinedWords = findings.find((finding) => finding.state === 'undefined_words');
  if (undefinedWords !== undefined) return fail('shape', undefinedWords.detail);
  if (schemas.fault !== null) return fail('shape', schemas.fault);
  const what = isFormer
    ? 'An Open Badge in the words of VCDM 1.1.'
    : 'An Open Badges 3.0 credential in which every word is defined.';
  return pass('shape', [what, ...schemas.fits].join(' '));
}

/** Every proof must hold: one bad signature beside a good one means that somebody has been at the document. */
function proofCheck(findings: readonly ProofFinding[]): Check {
  if (findings.length === 0) return fail('proof', 'The document is not signed.');
  const refused = findings.find((finding) => finding.state === 'refused');
  if (refused !== undefined) return fail('proof', refused.detail);
  const outOfReach = findings.find((finding) => finding.state === 'out_of_reach');
  if (outOfReach !== undefined) return unknown('proof', `The key could not be looked up: ${outOfReach.detail}`);
  const verified = verifiedOf(findings);
  if (verified.length < findings.length) return unknown('proof', 'Not checked, because a word is not defined.');
  const keys = new Set(verified.map(({ key }) => key.id));
  if (keys.size < verified.length) return fail('proof', 'The document is signed twice with the same key.');
  return pass('proof', `Signed with ${[...keys].join(' and ')}; nothing was changed since.`);
}

function issuerCheck(credential: Credential, findings: readonly ProofFinding[], expectedIssuer?: string): Check {
  const issuer = issuerIdOf(credential);
  if (expectedIssuer !== undefined && issuer !== expectedIssuer) {
    return fail('issuer', `Issued by ${issuer}, not by ${expectedIssuer}.`);
  }
  const stranger = strangerAmong(findings, issuer);
  if (stranger !== null) return fail('issuer', `The key belongs to ${stranger.controller}, not to ${issuer}.`);
  if (verifiedOf(findings).length === 0) {
    return unknown('issuer', `It names ${issuer}, which no good signature confirms.`);
  }
  return pass('issuer', `Issued by ${issuer}, which owns the key.`);
}

async function statusOf(
  { id, credentialStatus, issuer }: Credential,
  { statusOf: ask, resolve, now, newestListSeen }: VerifyOptions,
): Promise<StatusFinding> {
  const told = (outcome: Check['outcome'], detail: string) => ({ outcome, detail, warnings: [], lists: [] });
  const state = await ask?.(id, issuerIdOf({ issuer }));
  if (state === null) return told('unknown', 'The issuer does not know this credential.');
  if (state !== undefined) {
    return state === 'active' ? told('pass', 'Neither revoked nor suspended.') : told('fail', `It was ${state}.`);
  }
  if (credentialStatus === undefined) return told('pass', 'The credential names no place where it could be revoked.');
  const places = { issuer: issuerIdOf({ issuer }), credentialId: id, resolve, now };
  return lookUpStatus(credentialStatus, { ...places, ...(newestListSeen ? { newestSeen: newestListSeen } : {}) });
}

function datesCheck(credential: Credential, findings: readonly ProofFinding[], now: Date): Check {
  const { validFrom, validUntil } = credential;
  // The allowance for clocks would let it pass for some minutes.
  if (validUntil !== undefined && new Date(validUntil) <= new Date(validFrom)) {
    return fail('dates', `It ends (${momentText(validUntil)}) before it begins (${momentText(validFrom)}).`);
  }
  const proofs = verifiedOf(findings);
  const starts = [validFrom, ...proofs.flatMap((proof) => proof.starts)];
  const early = starts.find((start) => new Date(start).getTime() > now.getTime() + clockSkewMs);
  if (early !== undefined) return fail('dates', `It is valid from ${momentText(early)} only.`);
  const ends = [validUntil ?? [], proofs.flatMap((proof) => proof.ends)].flat();
  const late = ends.find((end) => new Date(end) <= now);
  if (late !== undefined) return fail('dates', `It was valid until ${momentText(late)}.`);
  return pass('dates', `Valid since ${momentText(validFrom)}.`);
}

/** For people: 2026-11-23 01:15 UTC; what is no moment stays as it was written. */
function momentText(written: string): string {
  const moment = new Date(written);
  return Number.isNaN(moment.getTime()) ? written : `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
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
