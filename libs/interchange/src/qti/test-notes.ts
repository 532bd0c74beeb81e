import type { QuestionNote } from '../questions/question-report.js';
import { elementsIn, type XmlElement } from '../xml/xml.js';
import { allBelow, attribute, elementsBelow } from './tree.js';

/** What of a test a bank of questions does not hold. Policies of a section say the same in our own way. */
const rules: Readonly<Record<string, string>> = {
  'qti-selection': 'draws some of its questions',
  'qti-ordering': 'orders its questions by itself',
  'qti-time-limits': 'has a time limit',
  'qti-item-session-control': 'says how often and how its questions are answered',
  'qti-branch-rule': 'goes on by the answers given',
  'qti-pre-condition': 'leaves questions out by the answers given',
  'qti-outcome-processing': 'has rules of its own for the score',
  'qti-test-feedback': 'has feedback of its own',
  'qti-weight': 'weighs its questions',
};

/** More help nobody. */
const notesMax = 100;

/** States what a test says beyond the items it names: none of it is imported, so that none may go unseen. */
export function testNotes(test: XmlElement, path: string): QuestionNote[] {
  const title = attribute(test, 'title') ?? attribute(test, 'identifier') ?? '';
  const note = (line: number, message: string): QuestionNote => ({
    line,
    kind: 'package',
    message: `${path}: ${message}`,
  });
  const sections = allBelow(test, 'qti-assessment-section').map((section) => {
    const count = elementsIn(section, 'qti-assessment-item-ref').length;
    const name = attribute(section, 'title') ?? attribute(section, 'identifier') ?? '';
    return note(section.line, `The section “${name}” with ${count} items is not kept as a section.`);
  });
  const others = [...elementsBelow(test)].flatMap(({ name, line }) => {
    const says = rules[name];
    return says ? [note(line, `The test ${says}, which is not read; set it in the policy of the section.`)] : [];
  });
  const all = [note(test.line, `The test “${title}” was read for its questions only.`), ...sections, ...others];
  return all.slice(0, notesMax);
}
