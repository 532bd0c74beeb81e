import { z } from 'zod';

import type { Reading } from '../foreign/reading.js';
import type { Resolver } from '../resolve/resolver.js';
import { read, type Read, uri } from '../shape.js';
import { achievementSchema } from './achievement-schema.js';
import { foreignVerdict, type JsonSchema, ownVerdict, type SchemaVerdict } from './json-schema.js';

/** What the schemas that a credential names say of it. */
export interface SchemaFinding {
  /** What it breaks: the first of the schemas that it does not fit. */
  readonly fault: string | null;
  /** Those that it fits, in words. */
  readonly fits: readonly string[];
  /** Those that nobody asked, and why. */
  readonly warnings: readonly string[];
}

const published = 'https://purl.imsglobal.org/spec/ob/v3p0/schema';

/** The schemas that 1EdTech publishes for a badge: their rules are built in, and never fetched. */
const builtIn: ReadonlyMap<string, () => JsonSchema> = new Map(
  [false, true].flatMap((isCompact) =>
    [false, true].map((takesFormer): [string, () => JsonSchema] => [
      `${published}/${isCompact ? 'json-ld' : 'json'}/ob_v3p0_${takesFormer ? 'any' : ''}achievementcredential_schema.json`,
      () => achievementSchema({ isCompact, takesFormer }),
    ]),
  ),
);

/** Of Open Badges 3.0, and of VCDM 2.0. */
const knownTypes = ['1EdTechJsonSchemaValidator2019', 'JsonSchema'];
/** Honest badges name one or two. */
const schemasMax = 4;

const entry = z.looseObject({ id: uri, type: z.string() });
const entries = z.union([z.array(entry), entry.transform((one) => [one])]);

/**
 * Holds a credential against every schema that it names in `credentialSchema`. One that it breaks makes the credential wrong; one that
 * could not be asked (not fetched, of another kind, unsound) is a warning, since the rules of the standard are checked anyway.
 */
export async function askSchemas({ credential, signed }: Reading, resolve: Resolver): Promise<SchemaFinding> {
  const named: Read<z.output<typeof entry>[]> =
    'credentialSchema' in credential
      ? read(entries, credential['credentialSchema'], '/credentialSchema')
      : { value: [] };
  if ('fault' in named) return { fault: named.fault, fits: [], warnings: [] };
  const findings: Asked[] = [];
  // Those that are built in come first: they cost nothing, and no other one keeps them from being asked.
  const sorted = named.value.toSorted((one, other) => Number(builtIn.has(other.id)) - Number(builtIn.has(one.id)));
  for (const one of sorted.slice(0, schemasMax)) {
    if (findings.some(({ isCostly }) => isCostly === true)) break;
    findings.push(await ask(one, signed, resolve));
  }
  const isCut = sorted.length > findings.length;
  return {
    fault: findings.find(({ fault }) => fault !== null)?.fault ?? null,
    fits: findings.flatMap(({ fits }) => fits),
    warnings: [
      ...findings.flatMap(({ warnings }) => warnings),
      ...(isCut
        ? [`It names ${sorted.length} schemas; those after the first ${findings.length} were not applied.`]
        : []),
    ],
  };
}

interface Asked extends SchemaFinding {
  readonly isCostly?: boolean;
}

async function ask({ id, type }: z.output<typeof entry>, signed: object, resolve: Resolver): Promise<Asked> {
  if (!knownTypes.includes(type)) {
    return skipped(`It names a schema of the kind “${type}” (${id}), which is not known here and was not applied.`);
  }
  const own = builtIn.get(id);
  const verdict = own === undefined ? await fetched(id, signed, resolve) : ownVerdict(own(), signed);
  if ('unusable' in verdict) {
    const { unusable, isCostly = false } = verdict;
    return { ...skipped(`It names the schema ${id}, which was not applied: ${unusable}.`), isCostly };
  }
  const which = own === undefined ? id : `${id}, whose rules are built in here`;
  if (verdict.fits) return { fault: null, fits: [`It fits the schema that it names (${which}).`], warnings: [] };
  return { fault: `It breaks the schema that it names (${which}). ${verdict.fault}`, fits: [], warnings: [] };
}

async function fetched(id: string, signed: object, resolve: Resolver): Promise<SchemaVerdict> {
  const answer = await resolve(id);
  if (answer.found) return foreignVerdict(answer.json, signed);
  return { unusable: `it was not fetched. ${answer.why.replace(/\.$/, '')}` };
}

function skipped(warning: string): SchemaFinding {
  return { fault: null, fits: [], warnings: [warning] };
}
