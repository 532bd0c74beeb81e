import { z } from 'zod';

import { formerCredentialsContext, isOpenBadgesContext, knownContexts, UnknownContext } from '../contexts.js';
import {
  type Credential,
  onlySubject,
  read,
  type Read,
  readCredential,
  readSubject,
  time,
  typed,
  uri,
} from '../shape.js';
import { treeFault } from '../tree.js';

/** A credential as it was signed, and as its words are read. */
export interface Reading {
  readonly signed: object;
  readonly credential: Credential;
  /** In the words of VCDM 1.1, to which the strict rules of Open Badges 3.0 do not apply. */
  readonly isFormer: boolean;
  readonly warnings: readonly string[];
}

/** Reads a badge of Open Badges 3.0 strictly, and one in the older words of VCDM 1.1 with a warning. */
export function readAnyCredential(document: unknown): Read<Reading> {
  if (isFormer(document)) return readFormer(document);
  const strict = readCredential(document);
  if ('fault' in strict) return strict;
  return { value: { signed: Object(document), credential: strict.value, isFormer: false, warnings: [] } };
}

/** Who it is about. Of older badges only what names the achievement is asked; what else is missing becomes a warning. */
export function readAnySubject({ credential, isFormer: isOlder }: Reading): Read<{ missing: string | null }> {
  const strict = readSubject(credential);
  if (!('fault' in strict)) return { value: { missing: null } };
  const one = onlySubject(credential);
  if (!isOlder || 'fault' in one) return strict;
  const lenient = read(formerSubject, one.value, '/credentialSubject');
  return 'fault' in lenient ? lenient : { value: { missing: strict.fault } };
}

const formerSubject = z.looseObject({
  id: uri.optional(),
  achievement: z.looseObject({ name: z.string().min(1) }),
});

const formerShape = z.looseObject({
  '@context': z.array(z.string('must be the URL of a known context')).superRefine((urls, check) => {
    const unknown = urls.find((url) => !knownContexts.has(url));
    if (unknown !== undefined) check.addIssue(`${new UnknownContext(unknown).message.slice(0, -1)}`);
    else if (!urls.some(isOpenBadgesContext)) check.addIssue('no context of Open Badges 3.0 is there');
  }),
  id: uri,
  type: typed('OpenBadgeCredential', 'AchievementCredential').refine(
    (types) => types.includes('VerifiableCredential'),
    'must contain VerifiableCredential',
  ),
  issuer: z.union([uri, z.looseObject({ id: uri })]),
  issuanceDate: time,
  expirationDate: time.optional(),
  /** Words of later standards, which some used already: read as what they are, or not at all. */
  validFrom: time.optional(),
  validUntil: time.optional(),
  awardedDate: time.optional(),
  credentialSubject: z.union([z.looseObject({}), z.array(z.looseObject({}))]),
  credentialStatus: z.unknown().optional(),
  proof: z.union([z.looseObject({}), z.array(z.looseObject({})).max(4)]).optional(),
});

const start = z.object({ '@context': z.tuple([z.literal(formerCredentialsContext)], z.unknown()) });

function isFormer(document: unknown): boolean {
  return start.safeParse(document).success;
}

function readFormer(document: unknown): Read<Reading> {
  const fault = treeFault(document);
  const parsed = fault === null ? read(formerShape, document, '') : { fault };
  if ('fault' in parsed) return parsed;
  const { issuanceDate, expirationDate, issuer, ...rest } = parsed.value;
  const credential: Credential = {
    ...rest,
    issuer: typeof issuer === 'string' ? issuer : { ...issuer, type: ['Profile'] },
    validFrom: issuanceDate,
    ...(expirationDate === undefined ? {} : { validUntil: expirationDate }),
  };
  const warnings = [
    'It is written in the words of VCDM 1.1, from before Open Badges 3.0 was final; it is read leniently.',
  ];
  return { value: { signed: Object(document), credential, isFormer: true, warnings } };
}
