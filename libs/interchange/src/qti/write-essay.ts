import { xmlElement, type XmlNode } from '../xml/xml.js';
import { declare, type QuestionOf, type WrittenPart } from './write-part.js';
import type { ProseWriter } from './write-prose.js';

type Essay = QuestionOf<'essay'>;

export function writeEssay(question: Essay, prose: ProseWriter): WrittenPart {
  const { stem, format, wordsMin, wordsMax, template, rubric = [], markerNotes } = question;
  if (wordsMin !== undefined || wordsMax !== undefined)
    prose.lose('The number of words that is asked for was left out.');
  if (template) prose.lose('What the answer field holds at first was left out.');
  if (rubric.length > 0)
    prose.lose('The rubric was written as a list for those who mark; its levels cannot be chosen.');
  const notes = [...(markerNotes ? prose.blocks(markerNotes) : []), ...rubricList(rubric, prose)];
  const field = xmlElement('qti-extended-text-interaction', {
    'response-identifier': 'RESPONSE',
    format: format === 'code' ? 'preformatted' : 'plain',
  });
  return {
    responses: [declare({ identifier: 'RESPONSE', cardinality: 'single', type: 'string', correct: [] })],
    body: [
      ...(notes.length > 0
        ? [xmlElement('qti-rubric-block', { view: 'scorer', use: 'scoring' }, [inBody(notes)])]
        : []),
      ...prose.blocks(stem),
      field,
    ],
    rules: [],
  };
}

function inBody(nodes: readonly XmlNode[]) {
  return xmlElement('qti-content-body', {}, nodes);
}

function rubricList(rubric: NonNullable<Essay['rubric']>, prose: ProseWriter): XmlNode[] {
  return rubric.map(({ title, levels }) =>
    xmlElement('div', {}, [
      xmlElement('p', {}, [title]),
      xmlElement(
        'ul',
        {},
        levels.map(({ text, points }) => xmlElement('li', {}, [`${points}: `, ...prose.content(text)])),
      ),
    ]),
  );
}
