import {
  detectFormat,
  type QuestionFormatName,
  questionFormatNames,
  questionFormats,
  type QuestionItem,
  type QuestionNote,
} from '#libs/interchange';

import { type Picture, pictureOf } from '../media/picture.js';
import { storableQuestion } from '../questions/given-question.js';
import { bodyOf, type QuestionBody } from '../questions/question-body.js';

/** More than a person could look through; whoever has more has several files. */
export const itemsMax = 5_000;
const questionCharactersMax = 60_000;
const charactersMax = 12_000_000;

export interface QuestionFile {
  readonly bytes: Uint8Array;
  readonly format: QuestionFormatName | 'auto';
  /** As the author calls it; its ending may tell the format. */
  readonly name: string;
}

/** An item whose question, if it has one, can be stored as it is. */
export interface ReadItem extends Omit<QuestionItem, 'question' | 'media'> {
  readonly body: QuestionBody | null;
}

export type QuestionFileResult =
  | {
      readonly ok: true;
      readonly format: QuestionFormatName;
      readonly items: readonly ReadItem[];
      readonly notes: readonly QuestionNote[];
      /** What the questions show, each once. */
      readonly pictures: readonly Picture[];
    }
  | { readonly ok: false; readonly code: 'format_unknown' | 'file_too_large'; readonly message: string };

/** Everything of a file of questions that can be stored, and of the rest why not. */
export function readQuestionFile(file: QuestionFile, newId: () => string): QuestionFileResult {
  const format = file.format === 'auto' ? detectFormat(file.bytes, file.name) : file.format;
  if (format === null) return refused('format_unknown', unknownFormat());
  const { items, notes } = questionFormats[format].read(file.bytes, { newId });
  if (items.length > itemsMax) {
    return refused('file_too_large', `The file has ${items.length} items; ${itemsMax} are read at once. Split it.`);
  }
  const pictures = new Map<string, Picture>();
  const read = withoutRepeats(items.map((item) => checkedItem(item, pictures)));
  const length = read.reduce((sum, { body }) => sum + (body === null ? 0 : JSON.stringify(body).length), 0);
  if (length > charactersMax) {
    const message = `The questions are ${length} characters long; ${charactersMax} are read at once. Split the file.`;
    return refused('file_too_large', message);
  }
  return { ok: true, format, items: read, notes, pictures: [...pictures.values()] };
}

function refused(code: 'format_unknown' | 'file_too_large', message: string): QuestionFileResult {
  return { ok: false, code, message };
}

function unknownFormat(): string {
  const titles = questionFormatNames.map((name) => questionFormats[name].title).join(', ');
  return `Nothing in the file tells its format. Say which it is: ${titles}.`;
}

/** Held to the same bounds as a question that an author sends, so that it can be edited afterwards. */
export function checkedItem({ question, media = [], ...item }: QuestionItem, pictures: Map<string, Picture>): ReadItem {
  if (question === undefined || item.outcome === 'refused') return { ...item, body: null };
  const parsed = storableQuestion.safeParse(bodyOf(question));
  const reasons = parsed.success
    ? lengthReasons(parsed.data)
    : parsed.error.issues.slice(0, 20).map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || reasons.length > 0) {
    return { ...item, outcome: 'refused', reasons: [...item.reasons, ...reasons], body: null };
  }
  const lost = media.flatMap(({ name, bytes }) => {
    if (pictures.has(name)) return [];
    const read = pictureOf(bytes);
    if ('problem' in read) return [`The picture ${name} was not stored. ${read.problem}`];
    // A copy of its own travels between threads without the package that it was cut from.
    pictures.set(name, { ...read.picture, bytes: new Uint8Array(read.picture.bytes) });
    return [];
  });
  if (lost.length === 0) return { ...item, body: parsed.data };
  return { ...item, outcome: 'imported_with_loss', losses: [...item.losses, ...lost], body: parsed.data };
}

/** A question without a key is known by what it says: the second one could not be told from the first at the next import. */
function withoutRepeats(items: readonly ReadItem[]): ReadItem[] {
  const lines = new Map<string, number>();
  return items.map((item) => {
    if (item.body === null || item.key !== null) return item;
    const said = JSON.stringify(item.body);
    const line = lines.get(said);
    lines.set(said, line ?? item.line);
    if (line === undefined) return item;
    const reason = `The same question stands in line ${line} already.`;
    return { ...item, outcome: 'refused', reasons: [...item.reasons, reason], body: null };
  });
}

function lengthReasons(body: QuestionBody): string[] {
  const length = JSON.stringify(body).length;
  return length > questionCharactersMax ? [`The question is longer than ${questionCharactersMax} characters.`] : [];
}
