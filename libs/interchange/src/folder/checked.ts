import type { z } from 'zod';

import type { FileProblem, Path, YamlTree } from './yaml-tree.js';

export type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** How often numbers may have to be taken as texts: a text behind another one shows only when the first is right. */
const roundsMax = 4;
/** Each costs a copy of what is around it. */
const textsMax = 200;
/** More than these help nobody. */
const problemsMax = 20;

/**
 * Holds a part of a file against its schema. Keys that the schema does not know are problems, each with its line: what an author
 * misspelt must not get lost. Where a text is asked for, a number counts as it is written.
 */
export function checked<Value>(schema: z.ZodType<Value>, input: unknown, tree: YamlTree, at: Path): Checked<Value> {
  let candidate = input;
  for (let round = 0; ; round += 1) {
    const parsed = schema.safeParse(candidate);
    if (parsed.success) return withoutStrays(candidate, parsed.data, tree, at);
    const texts = round < roundsMax ? textsMeant(parsed.error.issues, tree, at) : [];
    if (texts.length === 0 || texts.length > textsMax)
      return {
        ok: false,
        problems: parsed.error.issues.slice(0, problemsMax).map((issue) => problemOf(issue, tree, at)),
      };
    for (const { path, text } of texts) candidate = replaced(candidate, path, text);
  }
}

type Issue = z.core.$ZodIssue;

function textsMeant(issues: readonly Issue[], tree: YamlTree, at: Path): { path: Path; text: string }[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_type' || issue.expected !== 'string') return [];
    const path = stepsOf(issue.path);
    const text = tree.sourceOf([...at, ...path]);
    return text === null ? [] : [{ path, text }];
  });
}

function problemOf(issue: Issue, tree: YamlTree, at: Path): FileProblem {
  const path = stepsOf(issue.path);
  const message = path.length > 0 ? `${shown(path)}: ${issue.message}` : issue.message;
  return { line: tree.lineOf([...at, ...path]), message };
}

function stepsOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function shown(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : step)).join('.');
}

function withoutStrays<Value>(input: unknown, value: Value, tree: YamlTree, at: Path): Checked<Value> {
  const problems = strayPaths(input, value)
    .slice(0, problemsMax)
    .map((path) => ({
      line: tree.lineOf([...at, ...path]),
      message: `${shown(path)} is not known here. Correct it or leave it out.`,
    }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** What is in the input and did not arrive. */
function strayPaths(input: unknown, output: unknown, path: Path = []): Path[] {
  if (Array.isArray(input))
    return input.flatMap((item, index) =>
      strayPaths(item, Array.isArray(output) ? output[index] : undefined, [...path, index]),
    );
  if (!isRecord(input)) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const next = [...path, key];
    return isRecord(output) && Object.hasOwn(output, key) ? strayPaths(value, output[key], next) : [next];
  });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function replaced(value: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, text) : item));
  if (!isRecord(value)) return value;
  return { ...value, [step]: replaced(value[step], rest, text) };
}
