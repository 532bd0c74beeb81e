import { describe, expect, it } from '@jest/globals';

import { type AchievementInput, buildAchievementCredential } from '../achievement.js';
import { createProof } from '../data-integrity.js';
import { generateIssuerRsaKey } from '../keys-rsa.js';
import { generateIssuerKey } from '../keys.js';
import { nothingFetched, type Resolved, type Resolver, resolverOf } from '../resolve/resolver.js';
import { signCredentialJwt } from '../sign-jwt.js';
import { signCredential } from '../sign.js';
import { statusEntries } from '../status-list/status-list.js';
import { verifyCredential } from '../verify.js';
import { achievementSchema } from './achievement-schema.js';
import { ownVerdict } from './json-schema.js';

const issuer = { id: 'https://waymark.example/issuer', name: 'Waymark', url: 'https://waymark.example' };
const now = new Date('2026-05-01T12:00:00Z');
const key = await generateIssuerKey(issuer.id);
const published = 'https://purl.imsglobal.org/spec/ob/v3p0/schema';
const strict = `${published}/json/ob_v3p0_achievementcredential_schema.json`;
const compact = `${published}/json-ld/ob_v3p0_achievementcredential_schema.json`;
const anyEdition = `${published}/json/ob_v3p0_anyachievementcredential_schema.json`;
const own = 'https://school.example/schemas/apprentice.json';

const input: AchievementInput = {
  id: 'https://waymark.example/c/7',
  issuer: { ...issuer, description: 'A school', email: 'badges@waymark.example' },
  validFrom: now,
  validUntil: new Date('2027-05-01T12:00:00Z'),
  awardedDate: now,
  recipient: { email: 'ada@example.com', salt: 'Kosher', id: 'urn:uuid:7f1a3c52-7a34-4f0e-9f0a-0f6b3f6f1c11' },
  achievement: {
    ...{ id: 'urn:a', kind: 'Badge', name: 'SQL', description: 'Knows.', criteria: 'Pass.' },
    imageUrl: 'https://waymark.example/a.svg',
  },
  result: { percent: '80', percentRequired: '75' },
  evidence: { url: 'https://waymark.example/e/7', name: 'Attempt 1', description: 'At home' },
  status: statusEntries({ listUrl: (purpose) => `https://waymark.example/lists/1/${purpose}`, index: 7 }),
};
const { credentialStatus: _, ...plain } = buildAchievementCredential(input);

const named = (id: string, type = '1EdTechJsonSchemaValidator2019') => ({
  ...plain,
  // The second defines the kind of schema that is 1EdTech’s.
  '@context': [...plain['@context'], 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
  credentialSchema: [{ id, type }],
});

/** Whatever is signed, and whatever lies at the addresses of schemas. */
async function shapeOf(document: object, schemas: Resolver = nothingFetched) {
  const signed = { ...document, proof: [await createProof(document, key, now)] };
  const resolve: Resolver = async (url) =>
    url === key.document.id ? { found: true, json: key.document } : schemas(url);
  const { checks, warnings, isValid } = await verifyCredential(signed, { resolve, now });
  const [shape] = checks;
  expect(checks.slice(1, 3).map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
  return {
    isValid,
    outcome: shape?.outcome,
    detail: shape?.detail ?? '',
    warnings: warnings.filter((one) => one.includes('schema')),
  };
}

const at = (json: unknown): Resolver => resolverOf((url) => (url === own ? json : null));
const edition = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
const under = (schema: object) => shapeOf(named(own, 'JsonSchema'), at({ ...edition, ...schema }));

describe('badges of ours', () => {
  it.each([
    ['strict', false, false],
    ['compact', true, false],
    ['any', false, true],
  ])(
    'fit the %s schema of the standard, signed and unsigned, although they name none',
    async (_name, isCompact, takesFormer) => {
      const schema = achievementSchema({ isCompact, takesFormer });
      const credential = buildAchievementCredential(input);
      const rsa = await generateIssuerRsaKey(issuer.id);
      const [, payload = ''] = (await signCredentialJwt(credential, rsa)).split('.');
      for (const document of [
        credential,
        await signCredential(credential, key, now),
        JSON.parse(Buffer.from(payload, 'base64url').toString()),
      ]) {
        expect(document).not.toHaveProperty('credentialSchema');
        expect(ownVerdict(schema, document)).toEqual({ fits: true });
      }
    },
  );
});

describe('a schema of 1EdTech', () => {
  it.each([strict, compact, anyEdition])('is built in, and asked without fetching anything: %s', async (id) => {
    const { isValid, detail, warnings } = await shapeOf(named(id));
    expect([isValid, warnings]).toEqual([true, []]);
    expect(detail).toContain(`It fits the schema that it names (${id}, whose rules are built in here).`);
  });

  it('is asked of a badge that comes as JWT too', async () => {
    const rsa = await generateIssuerRsaKey(issuer.id);
    const resolve = resolverOf(() => ({ keys: [rsa.document] }));
    const good = await verifyCredential(await signCredentialJwt(named(strict) as never, rsa), { resolve, now });
    expect([good.isValid, good.checks[0]?.detail]).toEqual([true, expect.stringContaining(strict)]);
    const bad = { ...named(strict), evidence: [{ type: ['Evidence'], name: 7 }] };
    const broken = await verifyCredential(await signCredentialJwt(bad as never, rsa), { resolve, now });
    expect(broken.checks[0]).toMatchObject({ outcome: 'fail', detail: expect.stringContaining('/evidence/0/name') });
  });

  const subject = plain.credentialSubject;
  const { achievement } = subject;
  const about = (changed: object) => ({
    credentialSubject: { ...subject, achievement: { ...achievement, ...changed } },
  });
  it.each<[string, object, string]>([
    [
      'a picture as text',
      about({ image: 'https://a.example/a.png' }),
      '/credentialSubject/achievement/image: it is of the type string, and must be object. Write it in that form.',
    ],
    ['no name', about({ name: undefined }), '/credentialSubject/achievement: the member “name” is missing. Add it.'],
    [
      'a list that is none',
      about({ tag: 'sql' }),
      '/credentialSubject/achievement/tag: it is of the type string, and must be array.',
    ],
    [
      'a value that is no text',
      { credentialSubject: { ...subject, result: [{ type: ['Result'], value: 80 }] } },
      '/credentialSubject/result/0/value: it is of the type number, and must be string.',
    ],
    [
      'an unknown standing',
      { credentialSubject: { ...subject, result: [{ type: ['Result'], status: 'Great' }] } },
      '/credentialSubject/result/0/status: it must be one of ["Completed"',
    ],
    [
      'a day for a time',
      { awardedDate: '2026-05-01T12:00:00Z', credentialSubject: { ...subject, activityEndDate: '2026-05-01' } },
      '/credentialSubject/activityEndDate: String does not match format "date-time". Write it in that form.',
    ],
    [
      'an address that is none',
      { issuer: { ...plain.issuer, url: 'waymark' } },
      '/issuer/url: String does not match pattern. Write it in the form',
    ],
    [
      'evidence of another kind',
      { evidence: [{ type: ['Profile'], name: 'x' }] },
      '/evidence/0/type: Array does not contain item matching schema.',
    ],
    [
      'nobody',
      { credentialSubject: { ...subject, id: undefined, identifier: undefined } },
      '/credentialSubject: the member “id” is missing.',
    ],
    ['a schema without a kind', { credentialSchema: [{ id: strict }] }, '/credentialSchema'],
  ])('is broken by a well-signed badge with %s, and that is told with its place', async (_name, change, reason) => {
    const document = JSON.parse(JSON.stringify({ ...named(strict), ...change }));
    const { outcome, detail } = await shapeOf(document);
    expect([outcome, detail]).toEqual(['fail', expect.stringContaining(reason)]);
  });

  it('takes single members without their list only in its edition for JSON-LD', async () => {
    const single = { ...named(strict), evidence: { type: 'Evidence', name: 'x' } };
    expect(await shapeOf(single)).toMatchObject({ outcome: 'fail', detail: expect.stringContaining('/evidence') });
    const schema = [{ id: compact, type: '1EdTechJsonSchemaValidator2019' }];
    expect(await shapeOf({ ...single, credentialSchema: schema })).toMatchObject({ outcome: 'pass' });
    const [entry] = schema;
    expect(await shapeOf({ ...single, credentialSchema: entry })).toMatchObject({ outcome: 'pass' });
  });
});

describe('a schema of somebody else', () => {
  it.each([
    ['2020-12', 'https://json-schema.org/draft/2020-12/schema', 'JsonSchema'],
    ['2019-09', 'https://json-schema.org/draft/2019-09/schema#', '1EdTechJsonSchemaValidator2019'],
    ['draft-07', 'http://json-schema.org/draft-07/schema#', 'JsonSchema'],
  ])('is fetched and asked: %s', async (_name, $schema, type) => {
    const schema = {
      $schema,
      $id: own,
      properties: { name: { $ref: '#/$defs/name' } },
      $defs: { name: { const: 'SQL' } },
    };
    const good = await shapeOf(named(own, type), at(schema));
    expect(good).toMatchObject({ isValid: true, warnings: [], detail: expect.stringContaining(`names (${own})`) });
    const bad = await shapeOf({ ...named(own, type), name: 'Rockets' }, at(schema));
    expect(bad).toMatchObject({
      outcome: 'fail',
      detail: expect.stringContaining('/name: it must be "SQL". Write that.'),
    });
  });

  it('may forbid a member', async () => {
    expect((await under({ properties: { evidence: false } })).detail).toContain(
      '/evidence: it must not be there. Leave it out.',
    );
  });

  it('that one of two is broken is enough', async () => {
    const document = named(strict);
    const two = [...document.credentialSchema, { id: own, type: 'JsonSchema' }];
    const { outcome } = await shapeOf(
      { ...document, credentialSchema: two },
      at({ ...edition, required: ['license'] }),
    );
    expect(outcome).toBe('fail');
  });

  const away: Resolved = { found: false, why: 'This server does not fetch from other servers.' };
  it.each<[string, string, Resolver, string]>([
    [
      'is not fetched here',
      'JsonSchema',
      async () => away,
      'it was not fetched. This server does not fetch from other servers.',
    ],
    ['is not there', 'JsonSchema', at(null), 'it was not fetched.'],
    ['is of an unknown kind', 'JsonSchemaCredential', at({}), 'of the kind “JsonSchemaCredential”'],
    ['is no schema', 'JsonSchema', at({ hello: 'world' }), 'names its edition'],
    ['is a list', 'JsonSchema', at([]), 'names its edition'],
    ['is a token', 'JsonSchema', at('a.b.c'), 'names its edition'],
    ['is of an unknown edition', 'JsonSchema', at({ $schema: 'https://evil.example/schema' }), 'is not known here'],
  ])(
    'that %s is named in a warning, and the badge stands by the built-in rules',
    async (_name, type, resolve, reason) => {
      const { isValid, outcome, warnings } = await shapeOf(named(own, type), resolve);
      expect([isValid, outcome]).toEqual([true, 'pass']);
      expect(warnings).toEqual([expect.stringContaining(reason)]);
      expect(warnings[0]).toContain(own);
    },
  );

  it('is asked together with three others at most', async () => {
    const many = Array.from({ length: 5 }, () => ({ id: strict, type: '1EdTechJsonSchemaValidator2019' }));
    const { isValid, warnings } = await shapeOf({ ...named(strict), credentialSchema: many });
    expect([isValid, warnings]).toEqual([true, ['It names 5 schemas; those after the first 4 were not applied.']]);
  });
});

describe('a hostile schema', () => {
  const doubling = Object.fromEntries(
    Array.from({ length: 60 }, (_unused, at) => [
      `d${at}`,
      { allOf: [{ $ref: `#/$defs/d${at + 1}` }, { $ref: `#/$defs/d${at + 1}` }] },
    ]),
  );
  const deep = () => {
    let schema: object = {};
    for (let depth = 0; depth < 60; depth += 1) schema = { not: schema };
    return schema;
  };
  const onHash = (schema: object) => {
    const identifier = { items: { properties: { identityHash: schema } } };
    return { properties: { credentialSubject: { properties: { identifier } } } };
  };
  it.each<[string, object, string]>([
    ['a pattern that never ends', onHash({ pattern: '^([0-9a-z$]+)+!$' }), 'takes longer'],
    ['references that double', { $ref: '#/$defs/d0', $defs: { ...doubling, d60: {} } }, 'takes longer'],
    ['a reference to itself', { $ref: '#' }, 'refers to itself without end'],
    [
      'a reference elsewhere',
      { $ref: 'https://evil.example/schema.json' },
      'it refers to https://evil.example/schema.json',
    ],
    ['a file for a reference', { allOf: [{ $ref: 'file:///etc/passwd' }] }, 'it refers to file:///etc/passwd'],
    [
      'a word that would be passed over',
      { properties: { name: { $dynamicRef: '#x' } } },
      '$dynamicRef at /properties/name',
    ],
    ['a pattern that is none', { properties: { name: { pattern: '(' } } }, 'no sound JSON Schema'],
    ['a pattern without measure', { properties: { name: { pattern: 'a'.repeat(501) } } }, 'longer than 500 characters'],
    ['a number for a list', { allOf: 7 }, 'no sound JSON Schema'],
    ['nonsense for names', { required: 7 }, 'no sound JSON Schema'],
    ['endless depth', deep(), 'deeper than'],
    ['endless breadth', { enum: Array.from({ length: 10_001 }, (_unused, at) => at) }, 'more than 10000 values'],
  ])('with %s is stopped, and named in a warning', async (_name, schema, reason) => {
    const { isValid, warnings } = await under(schema);
    expect([isValid, warnings]).toEqual([true, [expect.stringContaining(reason)]]);
  });

  it('is the last one that is asked, and keeps none of those that are built in from it', async () => {
    const asked: string[] = [];
    const schemas: Resolver = async (url) => {
      asked.push(url);
      return { found: true, json: { ...edition, $ref: '#/$defs/d0', $defs: { ...doubling, d60: {} } } };
    };
    const urls = [`${own}?1`, `${own}?2`, strict];
    const credentialSchema = urls.map((id) => ({ id, type: 'JsonSchema' }));
    const { detail, warnings } = await shapeOf({ ...named(strict), credentialSchema }, schemas);
    expect(asked.filter((url) => url.startsWith(own))).toEqual([urls[0]]);
    expect(detail).toContain(strict);
    expect(warnings[1]).toBe('It names 3 schemas; those after the first 2 were not applied.');
  });

  it('leaves nothing behind in the objects of everybody', async () => {
    const schema = JSON.parse(
      '{"__proto__":{"polluted":true},"properties":{"__proto__":{"const":1},"constructor":{"prototype":{"polluted":true}}}}',
    );
    await under(schema);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});
