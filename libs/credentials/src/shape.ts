import { z } from 'zod';

import {
  credentialsContext,
  isOpenBadgesContext,
  knownContexts,
  openBadgesContext,
  UnknownContext,
} from './contexts.js';
import { treeFault } from './tree.js';

export const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be an absolute URI');
export const time = z.iso.datetime({ offset: true, error: 'must be a time with a time zone' });
/** One type may stand alone, as the compaction table of the standard allows. */
export const typed = (...names: readonly string[]) =>
  z
    .union([z.string().transform((type) => [type]), z.array(z.string())])
    .refine((types) => names.some((name) => types.includes(name)), `must contain ${names.join(' or ')}`);
const oneOrMore = <Shape extends z.ZodType>(shape: Shape) => z.union([z.array(shape), shape.transform((one) => [one])]);
const named = { name: z.string().min(1), description: z.string().min(1) };

/** All contexts are known ones, in the order that the standard asks for; what comes first decides what words mean. */
const contexts = z.array(z.string('must be the URL of a known context')).superRefine((urls, check) => {
  const unknown = urls.find((url) => !knownContexts.has(url));
  if (unknown !== undefined) check.addIssue(`${new UnknownContext(unknown).message.slice(0, -1)}`);
  else if (urls[0] !== credentialsContext) check.addIssue(`the first context must be ${credentialsContext}`);
  else if (!isOpenBadgesContext(urls[1] ?? '')) check.addIssue(`the second context must be ${openBadgesContext}`);
  else if (new Set(urls).size < urls.length) check.addIssue('a context is there twice');
});

const proofs = z.union([z.looseObject({}), z.array(z.looseObject({})).max(4)]).optional();

const credentialShape = z.looseObject({
  '@context': contexts,
  id: uri,
  type: typed('VerifiableCredential').refine(
    (types) => types.includes('OpenBadgeCredential') || types.includes('AchievementCredential'),
    'must contain OpenBadgeCredential or AchievementCredential',
  ),
  issuer: z.union([uri, z.looseObject({ id: uri, type: typed('Profile') })]),
  validFrom: time,
  validUntil: time.optional(),
  awardedDate: time.optional(),
  /** A list here is a fault of the subject, unless it holds one. */
  credentialSubject: z.union([z.looseObject({}), z.array(z.looseObject({}))]),
  credentialStatus: z.unknown().optional(),
  proof: proofs,
});
export type Credential = z.output<typeof credentialShape>;

const listShape = z.looseObject({
  '@context': z.array(z.string()).superRefine((urls, check) => {
    if (urls[0] !== credentialsContext) check.addIssue(`the first context must be ${credentialsContext}`);
    const unknown = urls.find((url) => !knownContexts.has(url));
    if (unknown !== undefined) check.addIssue(`${new UnknownContext(unknown).message.slice(0, -1)}`);
  }),
  id: uri,
  type: typed('BitstringStatusListCredential'),
  issuer: z.union([uri, z.looseObject({ id: uri })]),
  validFrom: time.optional(),
  validUntil: time.optional(),
  credentialSubject: z.looseObject({
    type: typed('BitstringStatusList'),
    statusPurpose: z.union([z.string().transform((purpose) => [purpose]), z.array(z.string())]),
    encodedList: z.string(),
    statusSize: z.number().optional(),
  }),
  credentialStatus: z.unknown().optional(),
  proof: proofs,
});
export type StatusListDocument = z.output<typeof listShape>;

const identityObject = z.looseObject({
  type: z.union([z.literal('IdentityObject'), typed('IdentityObject')]),
  hashed: z.boolean(),
  identityHash: z.string().min(1),
  identityType: z.string().min(1),
  salt: z.string().optional(),
});

const subjectShape = z.looseObject({
  id: uri.optional(),
  type: typed('AchievementSubject'),
  identifier: oneOrMore(identityObject).optional(),
  achievement: z.looseObject({
    id: uri,
    type: typed('Achievement'),
    ...named,
    criteria: z
      .looseObject({ id: uri.optional(), narrative: z.string().min(1).optional() })
      .refine((criteria) => criteria.id !== undefined || criteria.narrative !== undefined, 'must say what was asked'),
    resultDescription: oneOrMore(z.looseObject({ id: uri, type: typed('ResultDescription') })).optional(),
  }),
  result: oneOrMore(z.looseObject({ type: typed('Result'), resultDescription: uri.optional() })).optional(),
});
export type Subject = z.output<typeof subjectShape>;

export type Read<Value> = { readonly value: Value } | { readonly fault: string };

/** Reads a credential that may come from anywhere; the fault says what is wrong and where. */
export function readCredential(document: unknown): Read<Credential> {
  const fault = treeFault(document);
  return fault === null ? read(credentialShape, document, '') : { fault };
}

/** Reads a list of statuses that may come from anywhere. */
export function readStatusList(document: unknown): Read<StatusListDocument> {
  const fault = treeFault(document);
  return fault === null ? read(listShape, document, '') : { fault };
}

/** Reads who earned what: exactly one, and it must say who, by id or by at least one identifier. */
export function readSubject(credential: Credential): Read<Subject> {
  const one = onlySubject(credential);
  if ('fault' in one) return one;
  const subject = read(subjectShape, one.value, '/credentialSubject');
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

/** A badge is about one person. */
export function onlySubject({ credentialSubject }: Pick<Credential, 'credentialSubject'>): Read<object> {
  const [subject, ...others] = [credentialSubject].flat();
  if (subject !== undefined && others.length === 0) return { value: subject };
  return { fault: `It is about ${others.length + 1} subjects; a badge is about exactly one.` };
}

export function issuerIdOf({ issuer }: Pick<StatusListDocument, 'issuer'>): string {
  return typeof issuer === 'string' ? issuer : issuer.id;
}

/** Parses, and tells the first fault in words: where, and what. */
export function read<Value>(shape: z.ZodType<Value>, input: unknown, at: string): Read<Value> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return { value: parsed.data };
  const issue = deepest(parsed.error.issues[0]!); // a failure has at least one issue
  const where = `${at}${issue.path.map((step) => `/${String(step)}`).join('')}`;
  return { fault: `${where === '' ? 'The document' : where}: ${issue.message}.` };
}

/** Of a choice between shapes, what the last one missed: it says more than that none fitted. */
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  const inner = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : undefined;
  if (inner === undefined) return issue;
  const { path, message } = deepest(inner);
  return { path: [...issue.path, ...path], message };
}
