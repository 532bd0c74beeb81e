import { credentialsContext, formerCredentialsContext } from '../contexts.js';
import type { JsonSchema } from './json-schema.js';

const text = { type: 'string' };
const amount = { type: 'number' };
const uri = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$' };
const time = { type: 'string', format: 'date-time' };
const jws = { type: 'string', pattern: '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*$' };
const statuses = ['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew'];

const openBadges = {
  type: 'string',
  pattern: '^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3(\\.\\d+)*)?\\.json$',
};

type Members = Readonly<Record<string, object>>;
/** How a list of something is written. */
type Many = (item: object) => object;

export interface SchemaEdition {
  /** Lists of one member may stand without their list, as JSON-LD allows (`schema/json-ld/`). */
  readonly isCompact: boolean;
  /** The words of VCDM 1.1 will do as well (`any…`). */
  readonly takesFormer: boolean;
}

/**
 * The data model of Open Badges 3.0 (1EdTech, annex B) as a JSON Schema of our own: the text that 1EdTech publishes may not be passed on.
 * What a class asks for and how often is the standard's; where editions of its text differ (terms of an extensible list, several
 * entries of `credentialStatus`), this one takes both.
 */
export function achievementSchema({ isCompact, takesFormer }: SchemaEdition): JsonSchema {
  const many = isCompact ? oneOrMany : listOf;
  const first = takesFormer ? [credentialsContext, formerCredentialsContext] : [credentialsContext];
  const starts = takesFormer ? ['validFrom', 'issuanceDate'] : ['validFrom'];
  const required = {
    '@context': { type: 'array', minItems: 2, items: [{ enum: first }, openBadges] },
    id: uri,
    type: { allOf: [typed('VerifiableCredential'), typed('AchievementCredential', 'OpenBadgeCredential')] },
    issuer: either({ when: text, so: uri, otherwise: ref('Profile') }),
    credentialSubject: ref('AchievementSubject'),
  };
  const optional = {
    ...{ name: text, description: text, image: ref('Image'), evidence: many(ref('Evidence')), ...endorsements(many) },
    ...{ validFrom: time, validUntil: time, issuanceDate: time, expirationDate: time, awardedDate: time },
    credentialSchema: many(object({ id: uri, type: text })),
    credentialStatus: oneOrMany(object({ type: text })),
    refreshService: object({ id: uri, type: text }),
    proof: oneOrMany(object({ type: text })),
  };
  return {
    $schema: 'https://json-schema.org/draft/2019-09/schema',
    ...object(required, optional),
    anyOf: starts.map((name) => ({ required: [name] })),
    $defs: { ...peopleOf(many), ...subjectOf(many), ...achievementOf(many), ...resultsOf(many) },
  };
}

function subjectOf(many: Many): Members {
  const identity = object(
    { type: { const: 'IdentityObject' }, hashed: { type: 'boolean' }, identityHash: text, identityType: text },
    { salt: text },
  );
  const subject = object(
    { type: typed('AchievementSubject'), achievement: ref('Achievement') },
    {
      ...{ id: uri, identifier: many(identity), result: many(ref('Result')), narrative: text },
      ...{ image: ref('Image'), source: ref('Profile'), licenseNumber: text, role: text, term: text },
      ...{ activityStartDate: time, activityEndDate: time, creditsEarned: amount },
    },
  );
  const Evidence = object(
    { type: typed('Evidence') },
    { id: uri, name: text, description: text, narrative: text, genre: text, audience: text },
  );
  return { AchievementSubject: { ...subject, anyOf: [{ required: ['id'] }, { required: ['identifier'] }] }, Evidence };
}

function achievementOf(many: Many): Members {
  const related = object({ id: uri, type: typed('Related') }, { inLanguage: text, version: text });
  const Achievement = object(
    {
      ...{ id: uri, type: typed('Achievement'), name: text, description: text },
      criteria: object({}, { id: uri, narrative: text }),
    },
    {
      ...{ achievementType: text, alignment: many(ref('Alignment')), creator: ref('Profile'), image: ref('Image') },
      ...{ creditsAvailable: amount, fieldOfStudy: text, humanCode: text, inLanguage: text, specialization: text },
      ...{ otherIdentifier: many(ref('IdentifierEntry')), related: many(related), tag: many(text), version: text },
      ...{ resultDescription: many(ref('ResultDescription')), ...endorsements(many) },
    },
  );
  const Alignment = object(
    { type: typed('Alignment'), targetName: text, targetUrl: uri },
    { targetCode: text, targetDescription: text, targetFramework: text, targetType: text },
  );
  return { Achievement, Alignment };
}

function resultsOf(many: Many): Members {
  const alignment = many(ref('Alignment'));
  const Result = object(
    { type: typed('Result') },
    { achievedLevel: uri, alignment, resultDescription: uri, status: { enum: statuses }, value: text },
  );
  const ResultDescription = object(
    { id: uri, type: typed('ResultDescription'), name: text, resultType: text },
    {
      ...{ alignment, allowedValue: many(text), requiredLevel: uri, requiredValue: text, valueMax: text },
      ...{ rubricCriterionLevel: many(ref('RubricCriterionLevel')), valueMin: text },
    },
  );
  const RubricCriterionLevel = object(
    { id: uri, type: typed('RubricCriterionLevel'), name: text },
    { alignment, description: text, level: text, points: text },
  );
  return { Result, ResultDescription, RubricCriterionLevel };
}

function peopleOf(many: Many): Members {
  const geo = object({ type: { const: 'GeoCoordinates' }, latitude: amount, longitude: amount });
  const address = object(
    { type: typed('Address') },
    {
      ...{ addressCountry: text, addressCountryCode: text, addressRegion: text, addressLocality: text },
      ...{ streetAddress: text, postOfficeBoxNumber: text, postalCode: text, geo },
    },
  );
  const Profile = object(
    { id: uri, type: typed('Profile') },
    {
      ...{ name: text, url: uri, phone: text, description: text, image: ref('Image'), email: text, address },
      ...{ otherIdentifier: many(ref('IdentifierEntry')), official: text, parentOrg: ref('Profile') },
      ...{ familyName: text, givenName: text, additionalName: text, patronymicName: text, ...endorsements(many) },
      ...{ honorificPrefix: text, honorificSuffix: text, familyNamePrefix: text },
      dateOfBirth: { type: 'string', format: 'date' },
    },
  );
  const Image = object({ id: uri, type: { const: 'Image' } }, { caption: text });
  const IdentifierEntry = object({ type: { const: 'IdentifierEntry' }, identifier: text, identifierType: text });
  return { Profile, Image, IdentifierEntry };
}

function endorsements(many: Many): Members {
  return { endorsement: many(object({ type: typed('EndorsementCredential') })), endorsementJwt: many(jws) };
}

function object(required: Members, optional: Members = {}) {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional } };
}

function ref(name: string) {
  return { $ref: `#/$defs/${name}` };
}

/** One type may stand without a list, in every edition of the schema. */
function typed(...names: readonly string[]) {
  const alone = { type: 'string', enum: names };
  return either({ when: { type: 'array' }, so: { items: text, contains: alone }, otherwise: alone });
}

function listOf(item: object) {
  return { type: 'array', items: item, minItems: 1 };
}

function oneOrMany(item: object) {
  return either({ when: { type: 'array' }, so: listOf(item), otherwise: item });
}

/** Not `anyOf`: a fault is then told of the form that was chosen, and not of both. */
function either({ when, so, otherwise }: { when: object; so: object; otherwise: object }) {
  // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema; nobody waits for a schema
  return { if: when, then: so, else: otherwise };
}
