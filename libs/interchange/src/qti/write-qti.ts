import type { Question } from '#libs/contracts';

import type { WriteItem, WriteReport } from '../questions/question-report.js';
import { titleOf } from '../questions/title.js';
import type { XmlElement } from '../xml/xml.js';
import { writeXml } from '../xml/write-xml.js';
import { writeZip } from '../zip/write-zip.js';
import { writeItem } from './write-item.js';
import { manifestOf, type PackagedItem, testOf, testPath } from './write-package.js';
import { ProseWriter } from './write-prose.js';

export interface QtiMeta {
  readonly title: string;
  /** Pictures that the questions show as `media:<name>`. */
  readonly media?: ReadonlyMap<string, Uint8Array> | undefined;
}

/** A package with what it could not hold. */
export interface WrittenPackage {
  readonly bytes: Uint8Array;
  readonly report: WriteReport;
}

/**
 * Writes a QTI 3.0 package: an item for each question, one test of all of them, a manifest with tags and difficulty. The same questions
 * give the same bytes, and {@link readQti} reads them as they were but for what the report states.
 */
export function writeQti(questions: readonly Question[], { title, media = new Map() }: QtiMeta): WrittenPackage {
  const files = new Map<string, Uint8Array>();
  const items: PackagedItem[] = [];
  const report: WriteItem[] = [];
  for (const question of questions) {
    const identifier = identifierOf(question, items);
    const prose = new ProseWriter((name) => media.has(name));
    const element = writeItem(question, identifier, prose);
    report.push(reported(question, prose, element !== null));
    if (!element) continue;
    const href = `items/${identifier}.xml`;
    const pictures = [...prose.pictures].map((name) => `media/${name}`);
    items.push({ identifier, href, question, pictures });
    files.set(href, encoded(element));
    for (const name of prose.pictures) files.set(`media/${name}`, media.get(name) ?? new Uint8Array());
  }
  files.set(testPath, encoded(testOf('test', title, items)));
  files.set('imsmanifest.xml', encoded(manifestOf('package', items)));
  return { bytes: writeZip(files), report: { items: report } };
}

/** Unlike the question's id it begins with a letter, as XML asks of identifiers. */
function identifierOf({ id }: Question, items: readonly PackagedItem[]): string {
  const same = items.filter(({ question }) => question.id === id).length;
  return same === 0 ? `q-${id}` : `q-${id}-${same + 1}`;
}

function reported(question: Question, { losses }: ProseWriter, isWritten: boolean): WriteItem {
  const about = { title: question.name ?? titleOf(question.stem), key: question.id };
  if (!isWritten) return { ...about, outcome: 'left_out', losses: [...losses, 'No accepted answer can be written.'] };
  return { ...about, outcome: losses.length > 0 ? 'written_with_loss' : 'written', losses };
}

function encoded(element: XmlElement): Uint8Array {
  return new TextEncoder().encode(writeXml(element, { keepsBlanksIn }));
}

/** Elements whose children may stand on lines of their own; in all others a blank is a part of the text. */
const spread = new Set(
  (
    'manifest metadata organizations resources resource lom general educational keyword difficulty qti-assessment-item ' +
    'qti-assessment-test qti-test-part qti-assessment-section qti-response-declaration qti-correct-response qti-mapping ' +
    'qti-item-body qti-choice-interaction qti-order-interaction qti-match-interaction qti-simple-match-set ' +
    'qti-response-processing qti-response-condition qti-response-if qti-response-else-if qti-response-else ' +
    'qti-set-outcome-value qti-and qti-sum qti-product qti-divide qti-match qti-equal qti-string-match qti-gt qti-gte ' +
    'qti-modal-feedback qti-rubric-block qti-content-body'
  ).split(' '),
);

function keepsBlanksIn(name: string): boolean {
  return !spread.has(name);
}
