import type { GradeMode } from '../moodle/grades.js';
import type { QuestionItem, QuestionNote, QuestionsResult } from '../questions/question-report.js';
import type { QuestionsOptions } from '../questions/read-questions.js';
import { parseXml } from '../xml/parse-xml.js';
import { elementIn, elementsIn, localName, type XmlElement, XmlRefused, xmlText } from '../xml/xml.js';
import { categoryPath } from './categories.js';
import { readQuestion } from './read-question.js';

export interface MoodleXmlOptions extends QuestionsOptions {
  /** What becomes of a share of the mark that Moodle does not know, such as 33 %: `error` (the usual) or `nearest`. */
  readonly grades?: GradeMode;
}

/**
 * Reads the questions of a file in Moodle XML; docs/moodle-xml.md says what of it arrives. Each question is judged alone. The last name
 * of a category's path becomes a tag of the questions after it, `idnumber` their key.
 */
export function readMoodleXml(text: string, { newId, grades = 'error' }: MoodleXmlOptions): QuestionsResult {
  const quiz = quizOf(text);
  if ('refused' in quiz) return { items: [quiz.refused], notes: [] };
  const items: QuestionItem[] = [];
  const notes: QuestionNote[] = [];
  const keys = new Map<string, number>();
  let category: string | null = null;
  for (const element of elementsIn(quiz, 'question')) {
    if (element.attributes.get('type') === 'category') {
      const named = readCategory(element);
      category = named.name;
      notes.push(...named.notes);
    } else items.push(withOwnKey(readQuestion(element, { newId, grades, category }), keys));
  }
  if (items.length === 0) items.push(refusal(quiz.line, 'The file has no questions.'));
  return { items, notes };
}

function quizOf(text: string): XmlElement | { refused: QuestionItem } {
  try {
    const root = parseXml(text);
    if (localName(root) === 'quiz') return root;
    return { refused: refusal(root.line, `The file begins with <${root.name}>; Moodle XML begins with <quiz>.`) };
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    return { refused: refusal(error.line, error.reason) };
  }
}

function refusal(line: number, reason: string): QuestionItem {
  return { line, title: '', key: null, outcome: 'refused', losses: [], reasons: [reason] };
}

function readCategory(element: XmlElement): { name: string | null; notes: QuestionNote[] } {
  const path = elementIn(element, 'category');
  const names = path ? categoryPath(path) : [];
  const info = elementIn(element, 'info');
  const isDescribed = info && xmlText(info).trim() !== '';
  const message = `The description of the category “${names.join('” / “')}” was left out.`;
  return {
    name: names.at(-1) ?? null,
    notes: isDescribed ? [{ line: info.line, kind: 'introduction', message }] : [],
  };
}

/** A key names one question: the first that has it. */
function withOwnKey(item: QuestionItem, keys: Map<string, number>): QuestionItem {
  if (item.key === null || item.outcome === 'refused') return item;
  const before = keys.get(item.key);
  if (before === undefined) {
    keys.set(item.key, item.line);
    return item;
  }
  const loss = `Line ${item.line}: the ID number “${item.key}” is already the one of the question in line ${before}.`;
  return { ...item, key: null, outcome: 'imported_with_loss', losses: [...item.losses, loss] };
}
