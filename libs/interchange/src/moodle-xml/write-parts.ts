import type { Question } from '#libs/contracts';

import { type XmlElement, xmlElement } from '../xml/xml.js';
import { type ItemWriter, textElement, valueElement } from './item-writer.js';

type Matching = Extract<Question, { type: 'matching' }>;
type Ordering = Extract<Question, { type: 'ordering' }>;
type Essay = Extract<Question, { type: 'essay' }>;

export function matchingParts(item: ItemWriter, { prompts, choices, shuffle, scoring }: Matching): XmlElement[] {
  if (scoring === 'all_or_nothing') item.lose('Each pair earns its part instead of all or nothing.');
  if (prompts.some(({ feedback }) => feedback)) item.lose('The feedback of pairs was left out.');
  const texts = new Map(choices.map(({ id, text }) => [id, item.plain(text, 'Answers of a matching')]));
  const used = new Set(prompts.map(({ match }) => match));
  const pairs = [
    ...prompts.map(({ text, match }) => pairOf(item.prose('subquestion', text), texts.get(match) ?? '')),
    ...choices
      .filter(({ id }) => !used.has(id))
      .map(({ id }) => pairOf(xmlElement('subquestion', { format: 'html' }, [textElement('')]), texts.get(id) ?? '')),
  ];
  return [valueElement('shuffleanswers', String(shuffle)), ...pairs];
}

function pairOf(subquestion: XmlElement, answer: string): XmlElement {
  return { ...subquestion, children: [...subquestion.children, xmlElement('answer', {}, [textElement(answer)])] };
}

/** For the plug-in “ordering”, which is part of Moodle since 4.4. */
export function orderingParts(item: ItemWriter, { items, scoring }: Ordering): XmlElement[] {
  return [
    valueElement('layouttype', 'VERTICAL'),
    valueElement('selecttype', 'ALL'),
    valueElement('selectcount', '0'),
    valueElement('gradingtype', scoring === 'exact' ? 'ALL_OR_NOTHING' : 'RELATIVE_NEXT_EXCLUDE_LAST'),
    valueElement('showgrading', 'SHOW'),
    ...items.map(({ text }, at) => item.prose('answer', text, { attributes: { fraction: `${at + 1}.0000000` } })),
  ];
}

export function essayParts(item: ItemWriter, question: Essay): XmlElement[] {
  const { format, wordsMin, wordsMax, template, rubric = [], markerNotes } = question;
  if (rubric.length > 0) item.lose('The rubric became a list in the information for graders.');
  const notes = [markerNotes ?? '', ...rubric.map(rubricText)].filter((text) => text !== '').join('\n\n');
  return [
    valueElement('responseformat', format === 'code' ? 'monospaced' : 'plain'),
    valueElement('responserequired', '1'),
    valueElement('responsefieldlines', '15'),
    ...(wordsMin === undefined || wordsMin === 0 ? [] : [valueElement('minwordlimit', String(wordsMin))]),
    ...(wordsMax === undefined ? [] : [valueElement('maxwordlimit', String(wordsMax))]),
    valueElement('attachments', '0'),
    ...item.proseIf('graderinfo', notes),
    ...(template ? [xmlElement('responsetemplate', { format: 'plain_text' }, [textElement(template)])] : []),
  ];
}

function rubricText({ title, levels }: NonNullable<Essay['rubric']>[number]): string {
  return [`**${title}**\n`, ...levels.map(({ text, points }) => `- ${points}: ${text.replace(/\s+/g, ' ')}`)].join(
    '\n',
  );
}
