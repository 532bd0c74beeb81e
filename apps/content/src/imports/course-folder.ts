import {
  type CourseContent,
  type FileReport,
  type QuestionItem,
  readCourseFolder,
  readZip,
  writeCourseFolder,
  writeZip,
} from '#libs/interchange';

import { type Picture, pictureOf } from '../media/picture.js';
import { checkedItem, type ReadItem } from './question-file.js';

/** A course of a folder, ready to be stored but for the checks that its sections share with the editor. */
export type CourseFolderFile =
  | {
      readonly ok: true;
      readonly course: Omit<CourseContent, 'media' | 'sections'>;
      readonly sections: readonly FolderSection[];
      readonly pictures: readonly Picture[];
      readonly files: readonly ReportedFile[];
    }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly files: readonly ReportedFile[] };

export type FolderSection = Omit<CourseContent['sections'][number], 'questions'> & {
  readonly items: readonly ReadItem[];
};

export interface ReportedFile {
  readonly path: string;
  readonly outcome: FileReport['outcome'];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

export function packCourse(course: CourseContent): Uint8Array {
  return writeZip(writeCourseFolder(course));
}

const charactersMax = 12_000_000;

/** Reads a packed course folder; what of it cannot be taken is told file by file. */
export function readCoursePackage(bytes: Uint8Array, newId: () => string): CourseFolderFile {
  const unpacked = readZip(bytes);
  if (!unpacked.ok) return { ok: false, code: 'package_refused', message: unpacked.refusal.message, files: [] };
  const { course, files } = readCourseFolder(unpacked.files, { newId });
  const reported = files.map(reportOf);
  if (course === null) {
    const message = 'The folder has no course.yaml that can be read; the errors say why.';
    return { ok: false, code: 'course_file_refused', message, files: reported };
  }
  const pictures = new Map<string, Picture>();
  const refused: ReportedFile[] = [];
  for (const [name, content] of course.media) {
    const read = pictureOf(content);
    if ('picture' in read) pictures.set(name, { ...read.picture, bytes: new Uint8Array(read.picture.bytes) });
    else refused.push({ path: `media/${name}`, outcome: 'refused', problems: [{ line: 1, message: read.problem }] });
  }
  const known = new Map(files.flatMap(({ items = [] }) => items).map((item) => [item.question?.id, item]));
  const sections = course.sections.map(({ questions, ...section }) => ({
    ...section,
    items: questions.map(({ id }) => checkedItem(keyed(known.get(id), id), pictures)),
  }));
  const length = JSON.stringify(sections).length;
  if (length > charactersMax) {
    const message = `The course is ${length} characters long; ${charactersMax} are read at once. Split it.`;
    return { ok: false, code: 'file_too_large', message, files: reported };
  }
  const { media: _, sections: __, ...about } = course;
  const kept = reported.filter(({ path }) => !refused.some((file) => file.path === path));
  return { ok: true, course: about, sections, pictures: [...pictures.values()], files: [...kept, ...refused] };
}

/** A question of the folder keeps its name there, so that the next import of its bank finds it. */
function keyed(item: QuestionItem | undefined, id: string): QuestionItem {
  if (item === undefined) throw new Error(`the bank that the question ${id} came from has no item for it`);
  return { ...item, key: id };
}

function reportOf({ path, outcome, problems, items = [] }: FileReport): ReportedFile {
  const ofItems = items.flatMap(({ line, losses, reasons }) =>
    [...losses, ...reasons].map((message) => ({ line, message })),
  );
  return { path, outcome, problems: [...problems, ...ofItems] };
}
