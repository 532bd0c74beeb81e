import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import rdfCanonize, { type Quad, type Term } from 'rdf-canonize';

import { loadContext } from './contexts.js';

/** Statements with gaps, of every document of one shape. */
type Statements = readonly Quad[];

/** Some 50 kB each. A school has a few dozen: they differ where a part is missing or two of its values are the same. */
const shapesKeptMax = 200;
const shapes = new Map<string, Statements | null>();

/** Words that contexts may give a meaning to: part of the shape. */
const wordKeys = new Set(['type', 'cryptosuite', 'proofPurpose']);
/** Means itself in JSON-LD, wherever it stands; any other address is text here, which in the place of an address fits no gap. */
const plainAddress = /^https?:\/\/[!#-;=?-[\]_a-z~]+$/;

/**
 * The canonical N-Quads of a document that we are about to sign: exactly what the suite makes of it (RDFC-1.0 after the
 * expansion of JSON-LD). The expansion takes most of a signature and depends on the shape alone, since jsonld works contexts of
 * types out anew for every document. So it is made once for each shape, with gaps where texts and addresses stand, and labels
 * of blank nodes are worked out for each document. The first document of a shape goes both ways: where the results differ, or
 * a gap does not fit, all of that shape take the long way. Throws for words that no context defines, as the suite does.
 */
export async function canonicalForm(document: object): Promise<string> {
  const { pattern, values } = patternOf(document);
  const shape = JSON.stringify(pattern);
  const statements = shapes.get(shape);
  if (statements) return filled(statements, values);
  const form = await theLongWay(document);
  if (statements === undefined) keep(shape, await learned({ pattern, values, form }));
  return form;
}

function theLongWay(document: object): Promise<string> {
  return cryptosuite.canonize(document, { documentLoader: loadContext });
}

interface Pattern {
  readonly pattern: object;
  /** By the gap that each fills. Equal values fill the same gap: nodes with one id are one node. */
  readonly values: ReadonlyMap<string, string>;
}

function patternOf(document: object): Pattern {
  const gaps = new Map<string, string>();
  const gapFor = (value: string) => {
    const known = gaps.get(value);
    if (known !== undefined) return known;
    const gap = plainAddress.test(value) ? `https://gap.invalid/${gaps.size}` : `gap ${gaps.size}`;
    gaps.set(value, gap);
    return gap;
  };
  const withGaps = (value: unknown): unknown => {
    if (typeof value === 'string') return gapFor(value);
    if (Array.isArray(value)) return value.map(withGaps);
    return typeof value === 'object' && value !== null ? objectWithGaps(value) : value;
  };
  const objectWithGaps = (object: object): object =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        wordKeys.has(key) || key.startsWith('@') ? value : withGaps(value),
      ]),
    );
  const pattern = objectWithGaps(document);
  return { pattern, values: new Map([...gaps].map(([value, gap]) => [gap, value])) };
}

/** Null when documents of this shape cannot be made of statements with gaps. */
async function learned({ pattern, values, form }: Pattern & { readonly form: string }): Promise<Statements | null> {
  try {
    const statements = rdfCanonize.NQuads.parse(await theLongWay(pattern)).map((quad) => withTerms(quad, unlabelled));
    return (await filled(statements, values)) === form ? statements : null;
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('jsonld.')) return null;
    throw error;
  }
}

/** The canonizer leaves alone what looks like a label of its own: those of the pattern would stay, whatever the values say. */
function unlabelled(term: Term): Term {
  return term.termType === 'BlankNode' ? { ...term, value: `of-${term.value}` } : term;
}

function filled(statements: Statements, values: ReadonlyMap<string, string>): Promise<string> {
  const fill = (term: Term): Term => {
    const value = values.get(term.value);
    return value === undefined ? term : { ...term, value };
  };
  const dataset = statements.map((quad) => withTerms(quad, fill));
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', format: 'application/n-quads' });
}

/** Properties are words of a context, and have no gaps. */
function withTerms(quad: Quad, of: (term: Term) => Term): Quad {
  return { ...quad, subject: of(quad.subject), object: of(quad.object) };
}

function keep(shape: string, statements: Statements | null): void {
  const oldest = shapes.keys().next();
  if (shapes.size >= shapesKeptMax && !oldest.done) shapes.delete(oldest.value);
  shapes.set(shape, statements);
}
