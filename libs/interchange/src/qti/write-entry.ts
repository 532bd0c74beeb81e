import type { Gap } from '#libs/contracts';

import { type XmlElement, xmlElement } from '../xml/xml.js';
import { Ratio } from './ratio.js';
import { writeMapping, type WrittenEntry } from './write-mapping.js';
import { declare, pointsOf, type QuestionOf, type WrittenPart } from './write-part.js';
import type { ProseWriter } from './write-prose.js';
import { constant, decimalOf, isCorrectNumber, mapped, setOutcome, when } from './write-rules.js';

export type TextKey = Pick<
  Extract<Gap, { kind: 'text' }>,
  'accepted' | 'caseSensitive' | 'alternatives' | 'otherFeedback'
>;
export type NumberKey = Omit<Extract<Gap, { kind: 'number' }>, 'id' | 'kind' | 'weight'>;

/** A response with what it takes to score it. */
export interface WrittenEntryKey {
  readonly declaration: XmlElement;
  /** What one unit of the mapping is of the mark. */
  readonly unit: Ratio;
}

const response = 'RESPONSE';

export function writeShortText(question: QuestionOf<'short_text'>, prose: ProseWriter): WrittenPart | null {
  const key = writeTextKey(response, question, prose);
  if (!key) return null;
  const factor = pointsOf(question).times(key.unit);
  return {
    responses: [key.declaration],
    body: [...prose.blocks(question.stem), fieldBelow()],
    rules: [setOutcome('SCORE', mapped(response, factor))],
    template: factor.equals(Ratio.one) ? 'map_response' : undefined,
  };
}

export function writeNumeric(question: QuestionOf<'numeric'>, prose: ProseWriter): WrittenPart {
  const { declaration, test } = writeNumberKey(response, question, prose);
  return {
    responses: [declaration],
    body: [...prose.blocks(question.stem), fieldBelow()],
    rules: [when(test, setOutcome('SCORE', constant(pointsOf(question))))],
  };
}

export function field(identifier: string): XmlElement {
  return xmlElement('qti-text-entry-interaction', { 'response-identifier': identifier });
}

function fieldBelow(): XmlElement {
  return xmlElement('p', {}, [field(response)]);
}

/** Null when nothing that is accepted can be written. */
export function writeTextKey(identifier: string, key: TextKey, prose: ProseWriter): WrittenEntryKey | null {
  const { alternatives = [], accepted, caseSensitive, otherFeedback } = key;
  if (otherFeedback || alternatives.some(({ feedback }) => feedback))
    prose.lose('The feedback of single answers was left out.');
  const entries = [
    ...alternatives.map((one) => ({
      text: one.text,
      share: Ratio.read(one.share),
      isCaseSensitive: one.caseSensitive,
    })),
    ...accepted.map((text) => ({ text, share: Ratio.one, isCaseSensitive: undefined })),
  ].flatMap(({ text, share, isCaseSensitive }): WrittenEntry[] => {
    const plain = withoutWildcards(text);
    if (plain === null) prose.lose(`The pattern “${text}” was left out: there are no wildcards.`);
    return plain === null || !share ? [] : [{ key: plain, share, isCaseSensitive: isCaseSensitive ?? caseSensitive }];
  });
  const right = entries.filter(({ share }) => share.equals(Ratio.one)).map((entry) => entry.key);
  if (right.length === 0) return null;
  const { element, unit } = writeMapping(entries, null, null);
  const [first = ''] = right;
  return {
    declaration: declare({ identifier, cardinality: 'single', type: 'string', correct: [first], mapping: element }),
    unit,
  };
}

/** The text that the pattern stands for, or null where it stands for several. */
function withoutWildcards(pattern: string): string | null {
  return /(?<!\\)\*/.test(pattern) ? null : pattern.replaceAll('\\*', '*');
}

export interface WrittenNumberKey {
  readonly declaration: XmlElement;
  readonly test: XmlElement;
}

export function writeNumberKey(identifier: string, key: NumberKey, prose: ProseWriter): WrittenNumberKey {
  const { value, tolerance, toleranceKind = 'absolute', alternatives = [] } = key;
  const unit = key.unit ?? '';
  if (unit !== '' || (key.units ?? []).length > 0)
    prose.lose(`The unit “${unit}” was left out: only the number counts.`);
  if (alternatives.length > 0) prose.lose('Numbers that earn a part of the mark were left out.');
  if (key.otherFeedback) prose.lose('The feedback of other answers was left out.');
  const exact = /^-?\d+(?:\.\d+)?$/.test(value)
    ? { text: value, isExact: true }
    : decimalOf(Ratio.read(value) ?? Ratio.zero);
  const room = Ratio.read(tolerance) ?? Ratio.zero;
  if (!exact.isExact || !decimalOf(room).isExact) prose.lose('The value was rounded to a decimal.');
  return {
    declaration: declare({ identifier, cardinality: 'single', type: 'float', correct: [exact.text] }),
    test: isCorrectNumber(identifier, room.equals(Ratio.zero) ? null : { kind: toleranceKind, value: room }),
  };
}
