import type { Question } from '#libs/contracts';

import type { WriteItem, WrittenText } from '../questions/question-report.js';
import { writeXml } from '../xml/write-xml.js';
import { type XmlElement, xmlElement } from '../xml/xml.js';
import { writtenPath } from './categories.js';
import { ItemWriter, type PictureBytes, textElement, valueElement } from './item-writer.js';
import { shortened } from './question-title.js';
import { difficultyTag } from './read-question.js';
import { numericalParts, shortAnswerParts } from './write-answers.js';
import { choiceParts, trueFalseParts } from './write-choice.js';
import { embeddedGaps } from './write-cloze.js';
import { essayParts, matchingParts, orderingParts } from './write-parts.js';

export interface MoodleXmlWriting {
  /** Pictures by name; one that is not at hand is a stated loss. */
  readonly pictureBytes?: PictureBytes;
  /** Names of the category to import into, outermost first. Reading makes a tag of the last. */
  readonly category?: readonly string[];
}

/**
 * Writes questions as Moodle XML such that {@link readMoodleXml} reads the same ones, each under its own id as key. What Moodle cannot
 * hold is said in the report, question by question.
 */
export function writeMoodleXml(
  questions: readonly Question[],
  { pictureBytes = () => null, category = [] }: MoodleXmlWriting = {},
): WrittenText {
  const written = questions.map((question) => writeQuestion(question, pictureBytes));
  const elements = written.map(({ element }) => element);
  const head = category.length > 0 ? [categoryElement(category)] : [];
  const text = writeXml(xmlElement('quiz', {}, [...head, ...elements]));
  return { text, report: { items: written.map(({ item }) => item) } };
}

function categoryElement(names: readonly string[]): XmlElement {
  return xmlElement('question', { type: 'category' }, [xmlElement('category', {}, [textElement(writtenPath(names))])]);
}

function writeQuestion(question: Question, pictureBytes: PictureBytes): { element: XmlElement; item: WriteItem } {
  const item = new ItemWriter(pictureBytes);
  const title = question.name ?? shortened(question.stem);
  const element = xmlElement('question', { type: moodleTypes[question.type] }, [
    xmlElement('name', {}, [textElement(title)]),
    stemElement(item, question),
    ...item.proseIf('generalfeedback', question.explanation),
    valueElement('defaultgrade', item.decimal(question.points)),
    valueElement('hidden', '0'),
    valueElement('idnumber', question.id),
    ...ownParts(item, question),
    ...outcomeParts(item, question),
    ...hintParts(item, question),
    ...tagParts(question),
  ]);
  const outcome = item.losses.length > 0 ? 'written_with_loss' : 'written';
  return { element, item: { title, key: question.id, outcome, losses: item.losses } };
}

const moodleTypes: Readonly<Record<Question['type'], string>> = {
  single_choice: 'multichoice',
  multiple_choice: 'multichoice',
  true_false: 'truefalse',
  short_text: 'shortanswer',
  numeric: 'numerical',
  matching: 'matching',
  ordering: 'ordering',
  cloze: 'cloze',
  essay: 'essay',
};

function stemElement(item: ItemWriter, question: Question): XmlElement {
  const rewrite = question.type === 'cloze' ? { rewrite: embeddedGaps(item, question) } : {};
  return item.prose('questiontext', question.stem, rewrite);
}

function ownParts(item: ItemWriter, question: Question): XmlElement[] {
  switch (question.type) {
    case 'single_choice':
    case 'multiple_choice':
      return choiceParts(item, question);
    case 'true_false':
      return trueFalseParts(item, question);
    case 'short_text':
      return shortAnswerParts(item, question);
    case 'numeric':
      return numericalParts(item, question);
    case 'matching':
      return matchingParts(item, question);
    case 'ordering':
      return orderingParts(item, question);
    case 'cloze':
      return [];
    case 'essay':
      return essayParts(item, question);
    default:
      return question satisfies never;
  }
}

const withOutcomeFeedback: ReadonlySet<string> = new Set(['single_choice', 'multiple_choice', 'matching', 'ordering']);

function outcomeParts(item: ItemWriter, { type, outcomeFeedback = {} }: Question): XmlElement[] {
  const { correct, partial, incorrect } = outcomeFeedback;
  if (!correct && !partial && !incorrect) return [];
  if (!withOutcomeFeedback.has(type)) {
    item.lose('Feedback on the whole answer (right, partly right, wrong) is not possible for this type.');
    return [];
  }
  return [
    ...item.proseIf('correctfeedback', correct),
    ...item.proseIf('partiallycorrectfeedback', partial),
    ...item.proseIf('incorrectfeedback', incorrect),
  ];
}

function hintParts(item: ItemWriter, { type, hints = [] }: Question): XmlElement[] {
  if (hints.length === 0) return [];
  if (type === 'essay') {
    item.lose('Hints are not possible for this type.');
    return [];
  }
  return hints.map((hint) => item.prose('hint', hint));
}

function tagParts({ tags, difficulty }: Question): XmlElement[] {
  const all = [...tags, ...(difficulty ? [difficultyTag(difficulty)] : [])];
  if (all.length === 0) return [];
  return [
    xmlElement(
      'tags',
      {},
      all.map((tag) => xmlElement('tag', {}, [textElement(tag)])),
    ),
  ];
}
