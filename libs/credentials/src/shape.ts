import { z } from 'zod';

import { credentialsContext, openBadgesContext } from './contexts.js';
import { treeFault } from './tree.js';

const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be an absolute URI');
const time = z.iso.datetime({ offset: true, error: 'must be a time with a time zone' });
const typed = (name: string) => z.array(z.string()).refine((types) => types.includes(name), `must contain ${name}`);
const named = { name: z.string().min(1), description: z.string().min(1) };

const credentialShape = z.looseObject({
  // Exact: with another known context the same words could be signed in another sense.
  '@context': z.tuple([z.literal(credentialsContext), z.literal(openBadgesContext)]),
  id: uri,
  type: typed('VerifiableCredential').refine(
    (types) => types.includes('OpenBadgeCredential') || types.includes('AchievementCredential'),
    'must contain OpenBadgeCredential or AchievementCredential',
  ),
  issuer: z.union([uri, z.looseObject({ id: uri, type: typed('Profile') })]),
  validFrom: time,
  validUntil: time.optional(),
  awardedDate: time.optional(),
  credentialSubject: z.looseObject({}),
  credentialStatus: z.unknown().optional(),
  proof: z.union([z.looseObject({}), z.array(z.looseObject({})).max(4)]).optional(),
});
export type Credential = z.output<typeof credentialShape>;

const identityObject = z.looseObject({
  type: z.literal('IdentityObject'),
  hashed: z.boolean(),
  identityHash: z.string().min(1),
  identityType: z.string().min(1),
  salt: z.string().optional(),
});

const subjectShape = z.looseObject({
  id: uri.optional(),
  type: typed('AchievementSubject'),
  identifier: z.array(identityObject).optional(),
  achievement: z.looseObject({
    id: uri,
    type: typed('Achievement'),
    ...named,
    criteria: z
      .looseObject({ id: uri.optional(), narrative: z.string().min(1).optional() })
      .refine((criteria) => criteria.id !== undefined || criteria.narrative !== undefined, 'must say what was asked'),
    resultDescription: z.array(z.looseObject({ id: uri, type: typed('ResultDescription') })).optional(),
  }),
  result: z.array(z.looseObject({ type: typed('Result'), resultDescription: uri.optional() })).optional(),
});
export type Subject = z.output<typeof subjectShape>;

export type Read<Value> = { readonly value: Value } | { readonly fault: string };

/** Reads a credential that may come from anywhere; the fault says what is wrong and where. */
export function readCredential(document: unknown): Read<Credential> {
  const fault = treeFault(document);
  return fault === null ? read(credentialShape, document, '') : { fault };
}

/** Reads who earned what. It must say who: by id, or by at least one identifier. */
export function readSubject(credential: Credential): Read<Subject> {
  const subject = read(subjectShape, credential.credentialSubject, '/credentialSubject');
  if ('fault' in subject) return subject;
  const { id, identifier = [], achievement, result = [] } = subject.value;
  if (id === undefined && identifier.length === 0) return { fault: 'The subject has neither an id nor an identifier.' };
  const unreadable = identifier.find(
    (one) => one.hashed && !/^(sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/.test(one.identityHash),
  );
  if (unreadable !== undefined) return { fault: 'An identifier says that it is hashed and is not.' };
  const described = new Set(achievement.resultDescription?.map((description) => description.id));
  const loose = result.find((one) => one.resultDescription !== undefined && !described.has(one.resultDescription));
  return loose === undefined
    ? subject
    : { fault: 'A result refers to a description that the achievement does not have.' };
}

export function issuerIdOf(credential: Credential): string {
  return typeof credential.issuer === 'string' ? credential.issuer : credential.issuer.id;
}

/** Parses, and tells the first fault in words: where, and what. */
export function read<Value>(shape: z.ZodType<Value>, input: unknown, at: string): Read<Value> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0]!; // a failure has at least one issue
  const where = `${at}${issue.path.map((step) => `/${String(step)}`).join('')}`;
  return { fault: `${where === '' ? 'The document' : where}: ${issue.message}.` };
}
