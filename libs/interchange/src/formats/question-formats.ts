import type { Question } from '#libs/contracts';

import { readAiken } from '../aiken/read-aiken.js';
import { writeAiken } from '../aiken/write-aiken.js';
import { readCsvQuestions } from '../csv/read-csv.js';
import { writeCsvQuestions } from '../csv/write-csv.js';
import { readQuestionsYaml, writeQuestionsJson, writeQuestionsYaml } from '../folder/questions-file.js';
import { readGift } from '../gift/read-gift.js';
import { writeGift } from '../gift/write-gift.js';
import { readMoodleXml } from '../moodle-xml/read-moodle-xml.js';
import { writeMoodleXml } from '../moodle-xml/write-moodle-xml.js';
import { readQti } from '../qti/read-qti.js';
import { writeQti } from '../qti/write-qti.js';
import type { QuestionItem, QuestionsResult, WriteReport, WrittenText } from '../questions/question-report.js';
import { type QuestionsOptions, readMarkdownQuestions } from '../questions/read-questions.js';
import { titleOf } from '../questions/title.js';
import { writeMarkdownQuestions } from '../questions/write-questions.js';

/** A file of questions as it is made, with what it could not hold. */
export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly report: WriteReport;
}

/** Bytes by the name in `media:<name>`. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** A format of questions: what reads it and what writes it. */
export interface QuestionFormat {
  /** For people. */
  readonly title: string;
  /** Of the files it writes, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  read(file: Uint8Array, options: QuestionsOptions): QuestionsResult;
  /** `pictures` are those that the questions show, by name; formats that hold none state it as a loss. */
  write(questions: readonly Question[], title: string, pictures?: Pictures): WrittenFile;
}

export const questionFormatNames = ['markdown', 'gift', 'moodle_xml', 'aiken', 'csv', 'qti', 'yaml', 'json'] as const;
export type QuestionFormatName = (typeof questionFormatNames)[number];

/** Every format of questions, both ways. */
export const questionFormats: Readonly<Record<QuestionFormatName, QuestionFormat>> = {
  markdown: {
    title: 'Markdown',
    extension: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    read: ofText(readMarkdownQuestions),
    write: (questions) => encoded({ text: writeMarkdownQuestions(questions), report: allWritten(questions) }),
  },
  gift: {
    title: 'GIFT',
    extension: 'gift',
    mediaType: 'text/plain; charset=utf-8',
    read: ofText(readGift),
    write: (questions) => encoded(writeGift(questions)),
  },
  aiken: {
    title: 'Aiken',
    extension: 'txt',
    mediaType: 'text/plain; charset=utf-8',
    read: ofText(readAiken),
    write: (questions) => encoded(writeAiken(questions)),
  },
  moodle_xml: {
    title: 'Moodle XML',
    extension: 'xml',
    mediaType: 'application/xml; charset=utf-8',
    read: ofText(readMoodleXml),
    // Without a category, which would come back as a tag.
    write: (questions, _, pictures) =>
      encoded(writeMoodleXml(questions, { pictureBytes: (name) => pictures?.get(name) ?? null })),
  },
  csv: {
    title: 'CSV',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    read: ofText(readCsvQuestions),
    write: (questions) => encoded(writeCsvQuestions(questions)),
  },
  qti: {
    title: 'QTI',
    extension: 'zip',
    mediaType: 'application/zip',
    read: readQti,
    write: (questions, title, pictures) => writeQti(questions, { title, media: pictures }),
  },
  yaml: {
    title: 'Waymark YAML',
    extension: 'yaml',
    mediaType: 'application/yaml; charset=utf-8',
    read: ofText(readQuestionsYaml),
    write: (questions) => encoded(writeQuestionsYaml(questions)),
  },
  json: {
    title: 'Waymark JSON',
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    read: ofText(readQuestionsYaml),
    write: (questions) => encoded(writeQuestionsJson(questions)),
  },
};

/** Of a format that holds everything. */
function allWritten(questions: readonly Question[]): WriteReport {
  return {
    items: questions.map(({ id: key, name, stem }) => {
      return { title: name ?? titleOf(stem), key, outcome: 'written', losses: [] };
    }),
  };
}

type TextReader = (text: string, options: QuestionsOptions) => QuestionsResult;

function ofText(read: TextReader): QuestionFormat['read'] {
  return (file, options) => {
    const text = decode(file);
    return text === null ? { items: [notText], notes: [] } : read(text, options);
  };
}

const notText: QuestionItem = {
  line: 1,
  title: '',
  key: null,
  outcome: 'refused',
  losses: [],
  reasons: ['The file is not UTF-8 text. Save it as UTF-8 and try again.'],
};

/** UTF-8, or UTF-16 with its mark, which some editors write. Null for other bytes. */
function decode(file: Uint8Array): string | null {
  const [first, second] = file;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  try {
    return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8', { fatal: true }).decode(file);
  } catch {
    return null;
  }
}

function encoded({ text, report }: WrittenText): WrittenFile {
  return { bytes: new TextEncoder().encode(text), report };
}
