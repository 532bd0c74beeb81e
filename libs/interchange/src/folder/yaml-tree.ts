import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument } from 'yaml';

import { textProblem } from '../markdown/text-problem.js';

export type Path = readonly (string | number)[];

export interface FileProblem {
  readonly line: number;
  readonly message: string;
}

/** A YAML or JSON file as a value that still knows where everything stood. */
export interface YamlTree {
  readonly value: unknown;
  /** Of the value at the path, or of what is nearest around it. */
  lineOf(path: Path): number;
  /** A number, truth value or date as it was written: `0.10` and not 0.1. */
  sourceOf(path: Path): string | null;
}

export type YamlResult =
  { readonly ok: true; readonly tree: YamlTree } | { readonly ok: false; readonly problem: FileProblem };

const depthMax = 32;
const indentMax = 120;
/** Some two seconds of work, and more than the largest bank of questions has. */
const tokensMax = 600_000;

/** Thrown inside of this file only. */
class YamlRefused extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads one YAML 1.2 document, or JSON. Anchors and aliases (a few lines of which can stand for millions), tags, repeated keys and deep
 * nesting are refused with their line.
 */
export function parseYaml(text: string): YamlResult {
  const lines = new LineCounter();
  const bad = textProblem(text);
  if (bad) return { ok: false, problem: { line: 1, message: bad.message } };
  try {
    requireShallow(text);
    // Uniqueness of keys is checked below: the library compares each with each. Below “error” it takes several documents for one.
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
    const [error] = document.errors;
    if (error) throw new YamlRefused(error.pos[0], `The file is not sound YAML: ${error.message}.`);
    const value = document.contents === null ? null : plain(document.contents);
    const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
    return { ok: true, tree: new Tree(value, document.contents, lineAt) };
  } catch (error) {
    if (!(error instanceof YamlRefused)) throw error;
    return { ok: false, problem: { line: lineIn(text, error.offset), message: error.message } };
  }
}

class Tree implements YamlTree {
  constructor(
    readonly value: unknown,
    private readonly root: Node | null,
    private readonly lineAt: (offset: number) => number,
  ) {}

  lineOf(path: Path): number {
    const { node, key } = this.find(path);
    const range = key?.range ?? node?.range;
    return range ? this.lineAt(range[0]) : 1;
  }

  sourceOf(path: Path): string | null {
    const { node, isWhole } = this.find(path);
    return isWhole && isScalar(node) && node.value !== null && node.source !== undefined ? node.source : null;
  }

  private find(path: Path): { readonly node: Node | null; readonly key: Node | null; readonly isWhole: boolean } {
    let [node, key]: [Node | null, Node | null] = [this.root, null];
    for (const step of path) {
      const pair = isMap(node) ? node.items.find((one) => isScalar(one.key) && one.key.value === step) : undefined;
      const next: unknown = isSeq(node) ? node.items[Number(step)] : pair?.value;
      if (!isNode(next)) return { node, key, isWhole: false };
      [node, key] = [next, isNode(pair?.key) ? pair.key : null];
    }
    return { node, key, isWhole: true };
  }
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}

/** Looks at the signs alone, before anything that calls itself for each level sees the file. */
function requireShallow(text: string): void {
  let [offset, flow, run, isLineStart, tokens] = [0, 0, 0, true, 0];
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > tokensMax) throw new YamlRefused(offset, 'The file has too many parts to be read. Split it.');
    if (token === '[' || token === '{') flow += 1;
    if (token === ']' || token === '}') flow -= 1;
    run = /^(?:[-?]|[ \t]+)$/.test(token) ? run + 1 : 0;
    const isIndent = isLineStart && /^ +$/.test(token);
    // A mark and the blank after it are two tokens.
    if (flow > depthMax || run > 2 * depthMax || (isIndent && token.length > indentMax))
      throw new YamlRefused(offset, `The file is nested more than ${depthMax} deep.`);
    isLineStart = token === '\n' || token === '\r\n';
    // The library marks the begin and the end of a document by signs that are not in the text.
    if (!/^[\u0002\u0018\u001f\ufeff]$/.test(token)) offset += token.length;
  }
}

function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function plain(node: unknown, depth = 0): unknown {
  if (!isNode(node)) return null;
  const offset = node.range?.[0] ?? 0;
  if (depth > depthMax) throw new YamlRefused(offset, `The file is nested more than ${depthMax} deep.`);
  if (isAlias(node) || node.anchor)
    throw new YamlRefused(offset, 'Anchors (&) and aliases (*) are not read: write it out.');
  if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
    throw new YamlRefused(offset, 'Tags (!) are not read: leave them out.');
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
  const entries = new Map<string, unknown>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')) : null;
    const at = (isNode(key) ? key.range?.[0] : undefined) ?? offset;
    if (name === null || name === '__proto__') throw new YamlRefused(at, 'A key must be a plain word.');
    if (entries.has(name)) throw new YamlRefused(at, `“${name}” stands twice.`);
    entries.set(name, plain(value, depth + 1));
  }
  return Object.fromEntries(entries);
}
