import type { Question } from '#libs/contracts';

import { type XmlElement, xmlElement, type XmlNode } from '../xml/xml.js';
import { identifiersOf } from './identifiers.js';
import { Ratio } from './ratio.js';
import type { ProseWriter } from './write-prose.js';

export type QuestionOf<Type extends Question['type']> = Extract<Question, { type: Type }>;

/** What the type of a question puts into its item. */
export interface WrittenPart {
  readonly responses: readonly XmlElement[];
  readonly body: readonly XmlNode[];
  /** Rules that set SCORE. */
  readonly rules: readonly XmlElement[];
  /** Where a template says the same as the rules. */
  readonly template?: 'match_correct' | 'map_response' | undefined;
  /** Told to those who chose the option. */
  readonly optionFeedback?: readonly { readonly identifier: string; readonly text: string }[];
  readonly cardinality?: 'single' | 'multiple';
}

export function pointsOf({ points }: Question): Ratio {
  return Ratio.read(points) ?? Ratio.one;
}

export interface Declared {
  readonly identifier: string;
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly type: 'identifier' | 'string' | 'float' | 'directedPair';
  readonly correct: readonly string[];
  readonly mapping?: XmlElement | undefined;
}

export function declare({ identifier, cardinality, type, correct, mapping }: Declared): XmlElement {
  const values = correct.map((value) => xmlElement('qti-value', {}, [value]));
  const right = values.length > 0 ? [xmlElement('qti-correct-response', {}, values)] : [];
  const attributes = { identifier, cardinality, 'base-type': type };
  return xmlElement('qti-response-declaration', attributes, mapping ? [...right, mapping] : right);
}

/** Identifiers for the parts of a question; renamed ones are a loss, for answers and statistics name them. */
export function partNames(ids: readonly string[], prose: ProseWriter): (id: string) => string {
  const names = identifiersOf(ids);
  if (!names.areKept) prose.lose('Ids that are no XML names were written anew.');
  return names.of;
}
