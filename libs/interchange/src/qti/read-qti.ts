import type { QuestionItem, QuestionNote, QuestionsResult } from '../questions/question-report.js';
import type { QuestionsOptions } from '../questions/read-questions.js';
import { parseXml } from '../xml/parse-xml.js';
import { localName, type XmlElement, XmlRefused } from '../xml/xml.js';
import { looksZipped, readZip, type ZipFiles } from '../zip/read-zip.js';
import { decodeText } from './decode-text.js';
import { type Resource, readManifest } from './manifest.js';
import { inWordsOfQti3 } from './names.js';
import { readItem } from './read-item.js';
import { testNotes } from './test-notes.js';

/**
 * Reads QTI 3.0, 2.1 and 2.2: a content package, or the XML of one item. Each item is judged alone; of a test the items are read and
 * the rest is stated in the notes.
 */
export function readQti(bytes: Uint8Array, options: QuestionsOptions): QuestionsResult {
  if (!looksZipped(bytes)) return readFile(bytes, options);
  const unpacked = readZip(bytes);
  if (!unpacked.ok) return failed(unpacked.refusal.message);
  return new PackageReader(unpacked.files, options).readAll();
}

function failed(reason: string, line = 1): QuestionsResult {
  return { items: [refused(line, '', reason)], notes: [] };
}

function refused(line: number, title: string, reason: string): QuestionItem {
  return { line, title, key: null, outcome: 'refused', losses: [], reasons: [reason] };
}

function readFile(bytes: Uint8Array, { newId }: QuestionsOptions): QuestionsResult {
  const document = documentOf(bytes);
  if ('reason' in document) return failed(document.reason, document.line);
  const { root } = document;
  if (root.name === 'qti-assessment-item') return { items: [readItem(root, { newId, fileAt: () => null })], notes: [] };
  if (root.name === 'qti-assessment-test')
    return {
      items: [refused(root.line, '', 'A test needs its items: upload the whole package.')],
      notes: testNotes(root, 'The file'),
    };
  return failed(strangeRoot(root), root.line);
}

type Document = { readonly root: XmlElement } | { readonly line: number; readonly reason: string };

function documentOf(bytes: Uint8Array): Document {
  const text = decodeText(bytes);
  if (text === null) return { line: 1, reason: 'The file is neither a package nor XML in UTF-8. Save it as UTF-8.' };
  try {
    return { root: inWordsOfQti3(parseXml(text)) };
  } catch (error) {
    if (error instanceof XmlRefused) return { line: error.line, reason: error.message };
    throw error;
  }
}

function strangeRoot(root: XmlElement): string {
  if (localName(root) === 'questestinterop')
    return 'The file is QTI 1.2, which is not read. Export it as QTI 2.1, 2.2 or 3.0.';
  return `The file begins with <${root.name}>, which is neither a QTI item nor a package.`;
}

const manifestName = 'imsmanifest.xml';

class PackageReader {
  private readonly notes: QuestionNote[] = [];
  private readonly read = new Set<string>();
  private readonly files: ReadonlyMap<string, Uint8Array>;

  constructor(
    files: ZipFiles,
    private readonly options: QuestionsOptions,
  ) {
    this.files = withoutTopFolder(files);
  }

  readAll(): QuestionsResult {
    const bytes = this.files.get(manifestName);
    if (!bytes) return failed(`The package has no ${manifestName}.`);
    const manifest = documentOf(bytes);
    if ('reason' in manifest) return failed(`${manifestName}: ${manifest.reason}`, manifest.line);
    const resources = readManifest(manifest.root);
    const items = resources.flatMap((resource) => this.resource(resource));
    const { notes } = this;
    if (items.length > 0) return { items, notes };
    return { items: [refused(1, '', 'The package names no QTI items.')], notes };
  }

  private resource({ kind, href, line, about }: Resource): QuestionItem[] {
    if (kind === 'other') return [];
    const path = resolved('', href);
    if (path !== null && this.read.has(path)) return [refused(line, path, `“${href}” stands in the manifest twice.`)];
    if (path !== null) this.read.add(path);
    const bytes = path === null ? undefined : this.files.get(path);
    if (path === null || !bytes)
      return [refused(line, href, `“${href}” is named in the manifest and is not in the package.`)];
    const document = documentOf(bytes);
    if ('reason' in document) return [refused(document.line, path, `${path}: ${document.reason}`)];
    const { root } = document;
    if (root.name === 'qti-assessment-test') {
      this.notes.push(...testNotes(root, path));
      return [];
    }
    if (root.name !== 'qti-assessment-item') return [refused(root.line, path, `${path}: ${strangeRoot(root)}`)];
    const fileAt = (address: string) => this.fileAt(path, address);
    const item = readItem(root, { newId: this.options.newId, fileAt, about });
    const named = (text: string) => `${path}: ${text}`;
    return [{ ...item, losses: item.losses.map(named), reasons: item.reasons.map(named) }];
  }

  private fileAt(item: string, address: string): Uint8Array | null {
    const path = resolved(item, address);
    return path === null ? null : (this.files.get(path) ?? null);
  }
}

/** Packers often put the folder into the package rather than what is in it. */
function withoutTopFolder(files: ZipFiles): ReadonlyMap<string, Uint8Array> {
  if (files.has(manifestName)) return files;
  const top = [...files.keys()].find((path) => path.endsWith(`/${manifestName}`) && path.split('/').length === 2);
  if (top === undefined) return files;
  const prefix = top.slice(0, -manifestName.length);
  return new Map(
    [...files].flatMap(([path, bytes]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), bytes]] : [])),
  );
}

/** The path inside of the package that an address in a file means; null for addresses outside of it. */
function resolved(from: string, address: string): string | null {
  const [plain = ''] = address.split(/[?#]/);
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(plain)) return null;
  const steps = plain.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of decoded(plain).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
