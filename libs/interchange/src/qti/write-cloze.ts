import type { Gap } from '#libs/contracts';

import { type XmlElement, xmlElement } from '../xml/xml.js';
import { Ratio, sumOf } from './ratio.js';
import { field, writeNumberKey, writeTextKey } from './write-entry.js';
import { writeMapping } from './write-mapping.js';
import { declare, partNames, pointsOf, type QuestionOf, type WrittenPart } from './write-part.js';
import type { ProseWriter } from './write-prose.js';
import { addToScore, allOf, constant, isCorrect, isCorrectText, mapped, setOutcome, when } from './write-rules.js';

interface WrittenGap {
  readonly declaration: XmlElement;
  readonly interaction: XmlElement;
  /** Whether it is filled rightly. */
  readonly test: XmlElement;
  /** The rule that adds what it earns; `worth` is that of the whole gap. */
  readonly ruleOf: (worth: Ratio) => XmlElement;
}

/** Null when a gap accepts only what cannot be written. */
export function writeCloze(question: QuestionOf<'cloze'>, prose: ProseWriter): WrittenPart | null {
  const { gaps, scoring, stem } = question;
  const nameOf = partNames(
    gaps.map(({ id }) => id),
    prose,
  );
  const isAll = scoring === 'all_or_nothing';
  const made = gaps.map((gap) => gapOf(gap, { identifier: nameOf(gap.id), prose, isAll }));
  const written = made.filter((gap) => gap !== null);
  if (written.length < made.length || written.length === 0) return null;
  if (isAlone(question)) prose.lose('A gap that stands alone becomes a field: QTI does not tell the two apart.');
  const weights = gaps.map(({ weight }) => Ratio.read(weight ?? '1') ?? Ratio.one);
  const points = pointsOf(question);
  const worthOf = (index: number) => points.times(weights[index] ?? Ratio.one).over(sumOf(weights));
  const places = new Map(gaps.map(({ id }, index) => [id, written[index]?.interaction]));
  return {
    responses: written.map(({ declaration }) => declaration),
    body: prose.blocks(stem, (id) => places.get(id) ?? null),
    rules: isAll
      ? [when(allOf(written.map(({ test }) => test)), setOutcome('SCORE', constant(points)))]
      : written.map(({ ruleOf }, index) => ruleOf(worthOf(index))),
  };
}

function isAlone({ gaps: [gap, ...others], stem }: QuestionOf<'cloze'>): boolean {
  if (!gap || gap.kind === 'choice' || others.length > 0) return false;
  return stem.split('\n').some((line) => line.trim() === `{{${gap.id}}}`);
}

interface GapWriting {
  readonly identifier: string;
  readonly prose: ProseWriter;
  readonly isAll: boolean;
}

function gapOf(gap: Gap, writing: GapWriting): WrittenGap | null {
  switch (gap.kind) {
    case 'text':
      return textGap(gap, writing);
    case 'number': {
      const { declaration, test } = writeNumberKey(writing.identifier, gap, writing.prose);
      return { declaration, interaction: field(writing.identifier), test, ruleOf: addedWhen(test) };
    }
    case 'choice':
      return choiceGap(gap, writing);
    default:
      return gap satisfies never;
  }
}

function addedWhen(test: XmlElement): WrittenGap['ruleOf'] {
  return (worth) => when(test, addToScore(constant(worth)));
}

function textGap(gap: Extract<Gap, { kind: 'text' }>, { identifier, prose, isAll }: GapWriting): WrittenGap | null {
  const key = writeTextKey(identifier, gap, prose);
  if (!key) return null;
  if (isAll && gap.accepted.length + (gap.alternatives ?? []).length > 1)
    prose.lose('Where all gaps must be right, only the first accepted text of each was written.');
  return {
    declaration: key.declaration,
    interaction: field(identifier),
    test: isCorrectText(identifier, gap.caseSensitive),
    ruleOf: (worth) => addToScore(mapped(identifier, worth.times(key.unit))),
  };
}

function choiceGap(gap: Extract<Gap, { kind: 'choice' }>, { identifier, prose }: GapWriting): WrittenGap {
  const { options, shuffle } = gap;
  const nameOf = partNames(
    options.map(({ id }) => id),
    prose,
  );
  if (options.some(({ feedback }) => feedback)) prose.lose('The feedback of the drop-downs was left out.');
  const isPlain = options.every(({ share, isKey }) => share === undefined || share === (isKey ? '1' : '0'));
  const entries = options.map(({ id, isKey, share }) => ({
    key: nameOf(id),
    share: (Ratio.read(share ?? (isKey ? '1' : '0')) ?? Ratio.zero).clamp(Ratio.zero, Ratio.one),
  }));
  const mapping = isPlain ? null : writeMapping(entries, null, null);
  const correct = options.filter(({ isKey }) => isKey).map(({ id }) => nameOf(id));
  const choices = options.map(({ id, text }) =>
    xmlElement('qti-inline-choice', { identifier: nameOf(id) }, [prose.plain(text)]),
  );
  const attributes = { 'response-identifier': identifier, shuffle: String(shuffle) };
  const test = isCorrect(identifier);
  return {
    declaration: declare({ identifier, cardinality: 'single', type: 'identifier', correct, mapping: mapping?.element }),
    interaction: xmlElement('qti-inline-choice-interaction', attributes, choices),
    test,
    ruleOf: mapping ? (worth) => addToScore(mapped(identifier, worth.times(mapping.unit))) : addedWhen(test),
  };
}
