import { z } from 'zod';

import { checkProofs } from './data-integrity.js';
import { readPayload } from './jwt/claims.js';
import { checkJws } from './jwt/check.js';
import { readCompact } from './jwt/compact.js';
import type { Resolver } from './resolve/resolver.js';
import { issuerIdOf, read, type Read, readStatusList, type StatusListDocument, uri } from './shape.js';
import { bitAt, decodeStatusList, StatusListUnreadable } from './status-list/status-list.js';
import { type ProofFinding, strangerAmong, verifiedOf } from './verify-findings.js';

export interface StatusOptions {
  readonly issuer: string;
  readonly credentialId: string;
  readonly resolve: Resolver;
  readonly now: Date;
  readonly newestSeen?: (listUrl: string) => Date | null;
}

/** What the lists say. `unknown`: a list could not be read or believed, which is never the same as good. */
export interface StatusFinding {
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly detail: string;
  readonly warnings: readonly string[];
  /** The lists that were believed, so that a caller can refuse older editions of them later. */
  readonly lists: readonly SeenList[];
}

export interface SeenList {
  readonly url: string;
  readonly validFrom: Date;
}

/** How far the clock of an issuer may be ahead of ours. */
export const clockSkewMs = 300_000;
/** Revocation, suspension and a few that say other things. */
const entriesMax = 8;
/** Four bits of the standard's list matter to a verifier; these two decide. */
const decidingPurposes: Readonly<Record<string, string>> = { revocation: 'revoked', suspension: 'suspended' };

const kindShape = z.looseObject({ id: z.string().optional(), type: z.string() });
const entryShape = z.looseObject({
  id: z.string().optional(),
  statusPurpose: z.string(),
  // Text in the standard of W3C, a number in a fixture of 1EdTech.
  statusListIndex: z
    .union([z.string().regex(/^\d{1,15}$/, 'must be a whole number'), z.int().min(0)])
    .transform(Number),
  statusListCredential: uri,
});

/** Looks up everything that a credential says about where its status is told. */
export async function lookUpStatus(credentialStatus: unknown, options: StatusOptions): Promise<StatusFinding> {
  const entries = [credentialStatus].flat();
  if (entries.length > entriesMax) return unknown(`It names more than ${entriesMax} places for its status.`);
  const findings = [];
  for (const entry of entries) findings.push(await lookUp(entry, options));
  const worst =
    findings.find(({ outcome }) => outcome === 'fail') ?? findings.find(({ outcome }) => outcome === 'unknown');
  return {
    outcome: worst?.outcome ?? 'pass',
    detail: worst?.detail ?? 'Neither revoked nor suspended, say the lists of the issuer.',
    warnings: findings.flatMap(({ warnings }) => warnings),
    lists: findings.flatMap(({ lists }) => lists),
  };
}

async function lookUp(entry: unknown, options: StatusOptions): Promise<StatusFinding> {
  const kind = read(kindShape, entry, '/credentialStatus');
  if ('fault' in kind) return unknown(kind.fault);
  switch (kind.value.type) {
    case 'BitstringStatusListEntry':
      return inBitstring(entry, options);
    case '1EdTechRevocationList':
      return inRevocationList(kind.value.id ?? '', options);
    default:
      return unknown(`Its status is told in a way that is not known here: ${kind.value.type}.`);
  }
}

async function inBitstring(input: unknown, options: StatusOptions): Promise<StatusFinding> {
  const parsed = read(entryShape, input, '/credentialStatus');
  if ('fault' in parsed) return unknown(parsed.fault);
  const { id, statusPurpose, statusListIndex, statusListCredential: url } = parsed.value;
  if (id === url) return unknown('/credentialStatus/id: must not be the address of the list.');
  const word = decidingPurposes[statusPurpose];
  if (word === undefined) {
    return { ...passed, warnings: [`Its status for “${statusPurpose}” was not looked at; it does not decide.`] };
  }
  const list = await believedList(url, statusPurpose, options);
  if ('fault' in list) return unknown(`The list ${url} says nothing: ${list.fault}`);
  try {
    const isSet = bitAt(decodeStatusList(list.value.credentialSubject.encodedList), statusListIndex);
    const { validFrom } = list.value;
    const lists = validFrom === undefined ? [] : [{ url, validFrom: new Date(validFrom) }];
    return isSet ? { outcome: 'fail', detail: `It was ${word}.`, warnings: [], lists } : { ...passed, lists };
  } catch (error) {
    if (error instanceof StatusListUnreadable) return unknown(`The list ${url} cannot be read. ${error.message}`);
    throw error;
  }
}

/** The list, if it is one to rely on: about this purpose, signed by the issuer of the credential, of today and no older edition. */
async function believedList(
  url: string,
  purpose: string,
  { issuer, resolve, now, newestSeen }: StatusOptions,
): Promise<Read<StatusListDocument>> {
  const answer = await resolve(url);
  if (!answer.found) return { fault: answer.why };
  const signed = await signedList(answer.json, issuer, resolve);
  if ('fault' in signed) return signed;
  const { list, findings } = signed.value;
  if (list.id !== url) return { fault: `it calls itself ${list.id}.` };
  if (issuerIdOf(list) !== issuer) return { fault: `it is of ${issuerIdOf(list)}, not of ${issuer}.` };
  const bad = findings.find((finding) => finding.state !== 'verified');
  if (bad !== undefined) return { fault: `its signature is not good. ${bad.detail}` };
  if (findings.length === 0) return { fault: 'it is not signed.' };
  const stranger = strangerAmong(findings, issuer);
  if (stranger !== null) return { fault: `it is signed with a key of ${stranger.controller}.` };
  const fault = contentFault(list, purpose) ?? ageFault(list, findings, { now, seen: newestSeen?.(url) ?? null });
  return fault === null ? { value: list } : { fault };
}

async function signedList(
  json: unknown,
  issuer: string,
  resolve: Resolver,
): Promise<Read<{ list: StatusListDocument; findings: ProofFinding[] }>> {
  if (typeof json !== 'string') {
    const list = readStatusList(json);
    return 'fault' in list ? list : { value: { list: list.value, findings: await checkProofs(Object(json), resolve) } };
  }
  const jws = readCompact(json);
  if ('fault' in jws) return jws;
  const payload = readPayload(jws.value.payload);
  if ('fault' in payload) return payload;
  const { claims, document } = payload.value;
  const list = readStatusList(document);
  if ('fault' in list) return list;
  return { value: { list: list.value, findings: [await checkJws({ jws: jws.value, claims }, issuer, resolve)] } };
}

function contentFault({ credentialSubject, credentialStatus }: StatusListDocument, purpose: string): string | null {
  // Following it could go round in circles; passing over it could believe a list that was withdrawn.
  if (credentialStatus !== undefined) return 'it has a status of its own, which is not followed.';
  const { statusPurpose, statusSize = 1 } = credentialSubject;
  if (!statusPurpose.includes(purpose)) return `it is about ${statusPurpose.join(', ')}, not about ${purpose}.`;
  return statusSize === 1 ? null : `its entries have ${statusSize} bits, which is not known here.`;
}

function ageFault(
  { validFrom, validUntil }: StatusListDocument,
  findings: readonly ProofFinding[],
  { now, seen }: { readonly now: Date; readonly seen: Date | null },
): string | null {
  const proofs = verifiedOf(findings);
  const starts = [validFrom ?? [], proofs.flatMap(({ starts: times }) => times)].flat();
  const ends = [validUntil ?? [], proofs.flatMap(({ ends: times }) => times)].flat();
  const early = starts.find((start) => new Date(start).getTime() > now.getTime() + clockSkewMs);
  if (early !== undefined) return `it is good from ${early} only.`;
  const late = ends.find((end) => new Date(end) <= now);
  if (late !== undefined) return `it was good until ${late}.`;
  const isOlder = seen !== null && (validFrom === undefined || new Date(validFrom) < seen);
  return isOlder ? `it is older than the edition of ${seen.toISOString()} that was seen before.` : null;
}

const revocationList = z.looseObject({
  issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
  revokedCredential: z.array(z.unknown()).optional(),
  revokedCredentials: z.array(z.unknown()).optional(),
});
const revokedEntry = z.union([
  z.string().transform((id) => ({ id, revoked: true, revocationReason: undefined })),
  z.looseObject({ id: z.string(), revoked: z.boolean().default(true), revocationReason: z.string().optional() }),
]);

/** 1EdTech Revocation List 1.0, which the bitstring has replaced: an unsigned list of ids, believed because its issuer serves it. */
async function inRevocationList(url: string, { issuer, credentialId, resolve }: StatusOptions): Promise<StatusFinding> {
  const answer = await resolve(url);
  if (!answer.found) return unknown(`The list ${url} says nothing: ${answer.why}`);
  const list = read(revocationList, answer.json, '');
  if ('fault' in list) return unknown(`The list ${url} cannot be read: ${list.fault}`);
  const { revokedCredential = [], revokedCredentials = [] } = list.value;
  if (issuerIdOf(list.value) !== issuer)
    return unknown(`The list ${url} is of ${issuerIdOf(list.value)}, not of ${issuer}.`);
  const entries = z.array(revokedEntry).safeParse([...revokedCredential, ...revokedCredentials]);
  if (!entries.success) return unknown(`The list ${url} holds an entry that cannot be read.`);
  const entry = entries.data.find(({ id, revoked }) => revoked && id === credentialId);
  const warnings = ['Its status is told by a list of the older kind, which is not signed (1EdTechRevocationList).'];
  if (entry === undefined) return { ...passed, warnings };
  return { outcome: 'fail', detail: `It was revoked. ${entry.revocationReason ?? ''}`.trim(), warnings, lists: [] };
}

const passed: StatusFinding = { outcome: 'pass', detail: '', warnings: [], lists: [] };

function unknown(detail: string): StatusFinding {
  return { outcome: 'unknown', detail, warnings: [], lists: [] };
}
