import type { Question } from '#libs/contracts';

import { titleOf } from '../questions/title.js';
import { type XmlElement, xmlElement } from '../xml/xml.js';
import { decimalOf } from './write-rules.js';
import { writeChoice, writeTrueFalse } from './write-choice.js';
import { writeCloze } from './write-cloze.js';
import { writeNumeric, writeShortText } from './write-entry.js';
import { writeEssay } from './write-essay.js';
import { writeMatching, writeOrdering } from './write-match.js';
import { pointsOf, type WrittenPart } from './write-part.js';
import type { ProseWriter } from './write-prose.js';
import { baseValue, constant, setOutcome, templateFolder, variable, when } from './write-rules.js';

const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const schema = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd';

/** One question as an item of QTI 3; null for one whose key cannot be written at all. Losses are left with `prose`. */
export function writeItem(question: Question, identifier: string, prose: ProseWriter): XmlElement | null {
  const part = partOf(question, prose);
  if (!part) return null;
  if ((question.hints ?? []).length > 0) prose.lose('The hints were left out.');
  const told = feedbackOf(question, part, prose);
  const points = decimalOf(pointsOf(question));
  // Rules of the other types say the points exactly; those of a person have only this place.
  if (question.type === 'essay' && !points.isExact) prose.lose('The points were rounded to a decimal.');
  const score = xmlElement('qti-outcome-declaration', {
    identifier: 'SCORE',
    cardinality: 'single',
    'base-type': 'float',
    'normal-maximum': points.text,
    'external-scored': question.type === 'essay' ? 'human' : undefined,
  });
  const attributes = {
    xmlns: namespace,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${namespace} ${schema}`,
    identifier,
    title: question.name ?? (titleOf(question.stem) || identifier),
    adaptive: 'false',
    'time-dependent': 'false',
  };
  return xmlElement('qti-assessment-item', attributes, [
    ...part.responses,
    score,
    ...told.declarations,
    xmlElement('qti-item-body', {}, part.body),
    ...processing(part, told.rules),
    ...told.pieces,
  ]);
}

function partOf(question: Question, prose: ProseWriter): WrittenPart | null {
  switch (question.type) {
    case 'single_choice':
    case 'multiple_choice':
      return writeChoice(question, prose);
    case 'true_false':
      return writeTrueFalse(question, prose);
    case 'short_text':
      return writeShortText(question, prose);
    case 'numeric':
      return writeNumeric(question, prose);
    case 'matching':
      return writeMatching(question, prose);
    case 'ordering':
      return writeOrdering(question, prose);
    case 'cloze':
      return writeCloze(question, prose);
    case 'essay':
      return writeEssay(question, prose);
    default:
      return question satisfies never;
  }
}

/** The standard's template where it says the same, for every program knows those. */
function processing({ rules, template }: WrittenPart, others: readonly XmlElement[]): XmlElement[] {
  if (template && others.length === 0)
    return [xmlElement('qti-response-processing', { template: `${templateFolder}${template}.xml` })];
  const all = [...rules, ...others];
  return all.length > 0 ? [xmlElement('qti-response-processing', {}, all)] : [];
}

interface WrittenFeedback {
  readonly declarations: readonly XmlElement[];
  readonly rules: readonly XmlElement[];
  readonly pieces: readonly XmlElement[];
}

function feedbackOf(question: Question, part: WrittenPart, prose: ProseWriter): WrittenFeedback {
  const { explanation, outcomeFeedback = {}, type } = question;
  const options = part.optionFeedback ?? [];
  const results = (['correct', 'partial', 'incorrect'] as const).flatMap((identifier) => {
    const text = outcomeFeedback[identifier];
    return text ? [{ identifier, text }] : [];
  });
  if (type === 'essay' && results.length > 0) prose.lose('What is said of right and wrong answers was left out.');
  const kinds = [
    { outcome: 'CHOSEN', texts: options, rules: [setOutcome('CHOSEN', variable('RESPONSE'))] },
    { outcome: 'RESULT', texts: type === 'essay' ? [] : results, rules: [resultRule(question)] },
    {
      outcome: 'SOLUTION',
      texts: explanation ? [{ identifier: 'explanation', text: explanation }] : [],
      rules: [setOutcome('SOLUTION', baseValue('identifier', 'explanation'))],
    },
  ].filter(({ texts }) => texts.length > 0);
  return {
    declarations: kinds.map(({ outcome }) =>
      identifierOutcome(outcome, outcome === 'CHOSEN' ? part.cardinality : 'single'),
    ),
    rules: kinds.flatMap(({ rules }) => rules),
    pieces: kinds.flatMap(({ outcome, texts }) =>
      texts.map(({ identifier, text }) => modalFeedback(outcome, identifier, text, prose)),
    ),
  };
}

function identifierOutcome(identifier: string, cardinality = 'single'): XmlElement {
  return xmlElement('qti-outcome-declaration', { identifier, cardinality, 'base-type': 'identifier' });
}

function modalFeedback(outcome: string, identifier: string, text: string, prose: ProseWriter): XmlElement {
  const attributes = { 'outcome-identifier': outcome, identifier, 'show-hide': 'show' };
  return xmlElement('qti-modal-feedback', attributes, [xmlElement('qti-content-body', {}, prose.blocks(text))]);
}

/** Right from the full score on, wrong at nothing or less. */
function resultRule(question: Question): XmlElement {
  const set = (identifier: string) => setOutcome('RESULT', baseValue('identifier', identifier));
  const above = (name: string, value: XmlElement) => xmlElement(name, {}, [variable('SCORE'), value]);
  const { children } = when(above('qti-gte', constant(pointsOf(question))), set('correct'));
  const partial = [above('qti-gt', baseValue('float', '0')), set('partial')];
  return xmlElement('qti-response-condition', {}, [
    ...children,
    xmlElement('qti-response-else-if', {}, partial),
    xmlElement('qti-response-else', {}, [set('incorrect')]),
  ]);
}
