import { createContext, Script } from 'node:vm';

import { type OutputUnit, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { z } from 'zod';

/** Any JSON Schema, as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a schema says of a document; `unusable` when it could not be asked, and why. A costly one was stopped: ask no further ones. */
export type SchemaVerdict =
  | { readonly fits: true }
  | { readonly fits: false; readonly fault: string }
  | { readonly unusable: string; readonly isCostly?: boolean };

/** Many times what a badge needs: a schema of somebody else is work that somebody else gives us. */
const limits = { depth: 48, values: 10_000, patternLength: 500 };
/** An honest schema takes a few milliseconds. One that is a bomb (patterns, references that double) is stopped here. */
const validationMsMax = 2_000;

const drafts: Readonly<Record<string, SchemaDraft>> = {
  'https://json-schema.org/draft/2020-12/schema': '2020-12',
  'https://json-schema.org/draft/2019-09/schema': '2019-09',
  'http://json-schema.org/draft-07/schema': '7',
};

const schemaShape = z.looseObject({ $schema: z.string() });

/**
 * Asks a schema of anybody. Nothing that it refers to is fetched, no code is made of it (so no eval), and whatever it holds
 * (patterns that never end, references in circles) it gets two seconds and is called unusable then.
 */
export function foreignVerdict(schema: unknown, document: object): SchemaVerdict {
  const parsed = schemaShape.safeParse(schema);
  if (!parsed.success) return { unusable: 'it is no JSON Schema that names its edition ($schema)' };
  const draft = drafts[parsed.data.$schema.replace(/#$/, '')];
  if (draft === undefined) return { unusable: `its edition ${parsed.data.$schema} is not known here` };
  const fault = foreignFault(schema, { path: '', depth: 0, count: { values: 0 } });
  if (fault !== null) return { unusable: fault };
  try {
    return withinTime(() => verdictOf(parsed.data, draft, document));
  } catch (error) {
    const isCostly = timedOut.safeParse(error).success;
    return { unusable: isCostly ? `asking it takes longer than ${validationMsMax} ms` : whyUnusable(error), isCostly };
  }
}

/** Asks a schema that is built in here. */
export function ownVerdict(schema: JsonSchema, document: object): SchemaVerdict {
  return verdictOf(schema, '2019-09', document);
}

function verdictOf(schema: JsonSchema, draft: SchemaDraft, document: object): SchemaVerdict {
  // The library marks the schema with what it found out.
  const { valid, errors } = new Validator(structuredClone(schema), draft).validate(document);
  return valid ? { fits: true } : { fits: false, fault: told(clearest(errors)) };
}

/** Node stops what runs under a script of `vm`, be it in the middle of a regular expression, and leaves this thread usable. */
function withinTime<Result>(work: () => Result): Result {
  let result: { value: Result } | null = null;
  const run = () => {
    result = { value: work() };
  };
  new Script('run()').runInContext(createContext({ run }), { timeout: validationMsMax });
  return result!.value; // without a result it has thrown
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly count: { values: number };
}

/** Why a schema is not even tried, or null. */
function foreignFault(value: unknown, { path, depth, count }: Place): string | null {
  count.values += 1;
  if (count.values > limits.values) return `it holds more than ${limits.values} values`;
  if (depth > limits.depth) return `it is nested deeper than ${limits.depth} levels`;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const at = `${path}/${name}`;
    const fault = memberFault(name, member, at) ?? foreignFault(member, { path: at, depth: depth + 1, count });
    if (fault !== null) return fault;
  }
  return null;
}

function memberFault(name: string, member: unknown, at: string): string | null {
  // The library would pass over it: what it asks for would go unchecked.
  if (name === '$dynamicRef') return `it uses $dynamicRef at ${at}, which is not known here`;
  const isLong = name === 'pattern' && typeof member === 'string' && member.length > limits.patternLength;
  return isLong ? `its pattern at ${at} is longer than ${limits.patternLength} characters` : null;
}

/** Node makes this error outside of the realm of the script. */
const timedOut = z.looseObject({ code: z.literal('ERR_SCRIPT_EXECUTION_TIMEOUT') });

function whyUnusable(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be read';
  if (error instanceof RangeError) return 'it refers to itself without end';
  const [unresolved] = /(?<=^Unresolved \$ref ")[^"]*/.exec(error.message) ?? [];
  return unresolved === undefined
    ? `it is no sound JSON Schema (${error.message.split('\n', 1)[0]})`
    : `it refers to ${unresolved}, which does not stand in it and is not fetched`;
}

/** Keywords that only say that something further down is wrong. */
const wrappers = new Set([
  ...['$ref', '$recursiveRef', 'properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties'],
  ...['items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'dependentSchemas', 'propertyNames'],
  ...['anyOf', 'allOf', 'oneOf', 'if', 'then', 'else'],
]);

/** Of all that is wrong, the first of what stands furthest down: of several ways to be right, the one that was nearly taken. */
function clearest(errors: readonly OutputUnit[]): OutputUnit {
  const depthOf = ({ instanceLocation }: OutputUnit) => instanceLocation.split('/').length;
  const plain = errors.filter(({ keyword }) => !wrappers.has(keyword));
  const [first, ...others] = plain.length === 0 ? errors : plain;
  return others.reduce((best, one) => (depthOf(one) > depthOf(best) ? one : best), first!); // a failure has an error
}

const mends: Readonly<Record<string, string>> = {
  required: 'Add it.',
  type: 'Write it in that form.',
  const: 'Write that.',
  enum: 'Write one of these.',
  format: 'Write it in that form.',
  pattern: 'Write it in the form that the schema gives.',
  false: 'Leave it out.',
};

/** Where, what, and how to mend it. */
function told({ keyword, instanceLocation, error }: OutputUnit): string {
  const where = decodeURIComponent(instanceLocation.slice(1));
  const what = error
    .replace(/^Instance type "(.+)" is invalid\. Expected "(.+)"\.$/, 'it is of the type $1, and must be $2.')
    .replace(/^Instance does not have required property "(.+)"\.$/, 'the member “$1” is missing.')
    .replace(/^Instance does not match any of /, 'it must be one of ')
    .replace(/^Instance does not match /, 'it must be ')
    .replace('False boolean schema.', 'it must not be there.');
  return `${where === '' ? 'The document' : where}: ${what} ${mends[keyword] ?? 'Change it, or name a schema that it fits.'}`;
}
