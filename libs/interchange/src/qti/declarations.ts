import { elementIn, elementsIn, type XmlElement } from '../xml/xml.js';
import { ItemRefused } from './findings.js';
import { partsMax } from './limits.js';
import { Ratio } from './ratio.js';
import { attribute, valuesIn } from './tree.js';

export interface MapEntry {
  readonly key: string;
  readonly value: Ratio;
  readonly isCaseSensitive: boolean;
}

/** What each value of a response is worth. */
export interface Mapping {
  readonly entries: readonly MapEntry[];
  /** Of a value that has no entry. */
  readonly otherwise: Ratio;
  readonly least: Ratio | null;
  readonly most: Ratio | null;
}

export interface Response {
  readonly id: string;
  readonly line: number;
  readonly cardinality: string;
  readonly baseType: string;
  /** The right answer; pairs are two identifiers with one blank between. */
  readonly correct: readonly string[];
  readonly mapping: Mapping | null;
}

export interface Outcome {
  readonly id: string;
  readonly isNumber: boolean;
  readonly most: Ratio | null;
}

export interface Declarations {
  readonly responses: ReadonlyMap<string, Response>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export function readDeclarations(item: XmlElement): Declarations {
  const template = elementIn(item, 'qti-template-declaration');
  if (template) throw new ItemRefused(template.line, 'The item draws values at random (template), which is not read.');
  const responses = elementsIn(item, 'qti-response-declaration').map(readResponse);
  const outcomes = elementsIn(item, 'qti-outcome-declaration').map(readOutcome);
  return {
    responses: new Map(responses.map((response) => [response.id, response])),
    outcomes: new Map(outcomes.map((outcome) => [outcome.id, outcome])),
  };
}

function readResponse(element: XmlElement): Response {
  const correct = elementIn(element, 'qti-correct-response');
  const mapping = elementIn(element, 'qti-mapping');
  const cardinality = attribute(element, 'cardinality') ?? 'single';
  if (cardinality === 'record') throw new ItemRefused(element.line, 'The response is a record, which is not read.');
  return {
    id: attribute(element, 'identifier') ?? '',
    line: element.line,
    cardinality,
    baseType: attribute(element, 'base-type') ?? 'identifier',
    correct: correct ? valuesIn(correct).slice(0, partsMax) : [],
    mapping: mapping ? readMapping(mapping) : null,
  };
}

function readMapping(element: XmlElement): Mapping {
  const found = elementsIn(element, 'qti-map-entry');
  if (found.length > partsMax) throw new ItemRefused(element.line, `The mapping has more than ${partsMax} entries.`);
  const entries = found.map((entry) => ({
    key: (attribute(entry, 'map-key') ?? '').replace(/\s+/g, ' '),
    value: numberIn(entry, 'mapped-value') ?? Ratio.zero,
    // The default of the standard: its own example gives “York” and “york” different values without a word on case.
    isCaseSensitive: attribute(entry, 'case-sensitive') !== 'false',
  }));
  return {
    entries,
    otherwise: numberIn(element, 'default-value') ?? Ratio.zero,
    least: numberIn(element, 'lower-bound'),
    most: numberIn(element, 'upper-bound'),
  };
}

function readOutcome(element: XmlElement): Outcome {
  return {
    id: attribute(element, 'identifier') ?? '',
    isNumber: ['float', 'integer'].includes(attribute(element, 'base-type') ?? ''),
    most: numberIn(element, 'normal-maximum'),
  };
}

function numberIn(element: XmlElement, name: string): Ratio | null {
  const text = attribute(element, name);
  if (text === null || text === '') return null;
  const value = Ratio.read(text);
  if (value === null) throw new ItemRefused(element.line, `“${text}” in ${name} is not a number.`);
  return value;
}
