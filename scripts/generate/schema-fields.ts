import type { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;
type Node = z.core.JSONSchema._JSONSchema;

export interface Field {
  /** Dotted, with `[]` after a list and the case of a union in brackets. */
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly note: string;
}

/** Flattens an object schema into one row per field, in the order of the schema. */
export function fieldsOf(schema: Schema, prefix = ''): Field[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, node]) => {
    const property = objectOf(node);
    const path = prefix + name;
    const own = { path, type: typeOf(property), isRequired: required.has(name), note: noteOf(property) };
    return [own, ...fieldsBelow(property, path)];
  });
}

function fieldsBelow(schema: Schema, path: string): Field[] {
  if (schema.type === 'array') {
    const item = Array.isArray(schema.items) ? undefined : schema.items;
    return item === undefined ? [] : fieldsBelow(objectOf(item), `${path}[]`);
  }
  const cases = (schema.oneOf ?? schema.anyOf ?? []).map(objectOf).filter(({ properties }) => properties);
  if (cases.length > 0) return cases.flatMap((one) => fieldsOf(one, `${path}(${caseName(one)}).`));
  return fieldsOf(schema, `${path}.`);
}

/** A union of cases is told apart by a constant field. */
function caseName(schema: Schema): string {
  const constant = Object.values(schema.properties ?? {})
    .map(objectOf)
    .find((property) => property.const !== undefined);
  return String(constant?.const ?? 'object');
}

function typeOf(schema: Schema): string {
  const cases = schema.oneOf ?? schema.anyOf;
  if (cases) return [...new Set(cases.map((one) => typeOf(objectOf(one))))].join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.type === 'array') {
    const item = Array.isArray(schema.items) ? undefined : schema.items;
    return `list of ${item === undefined ? 'anything' : typeOf(objectOf(item))}`;
  }
  return schema.format ?? [schema.type ?? 'anything'].flat().join(' | ');
}

function noteOf(schema: Schema): string {
  const notes = [
    schema.default === undefined ? '' : `default ${JSON.stringify(schema.default)}`,
    typeof schema.minItems === 'number' ? `at least ${schema.minItems}` : '',
    typeof schema.maxLength === 'number' ? `at most ${schema.maxLength} characters` : '',
    schema.description ?? '',
  ];
  return notes.filter(Boolean).join('; ');
}

function objectOf(node: Node): Schema {
  return typeof node === 'boolean' ? {} : node;
}
