import type { Question } from '#libs/contracts';
import type { z } from 'zod';

import { picturesIn, storedPicture } from '../media/stored-picture.js';
import type { QuestionItem } from '../questions/question-report.js';
import type { QuestionsOptions } from '../questions/read-questions.js';
import { checked, isRecord } from './checked.js';
import { courseFile, type CourseSection, sectionFile } from './course-content.js';
import type { CourseFolderResult, FileReport } from './folder-report.js';
import { readQuestionsYaml } from './questions-file.js';
import { type FileProblem, parseYaml } from './yaml-tree.js';

export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Reads the folder of a course, as {@link writeCourseFolder} writes it or as people do: `.yaml`, `.yml` or `.json`. Every file and every
 * question is judged alone; the report says of each what became of it, with lines. `course` and `section` files need no id.
 */
export function readCourseFolder(files: Files, options: QuestionsOptions): CourseFolderResult {
  return new FolderReader(withoutTopFolder(files), options).read();
}

const endings = ['yaml', 'yml', 'json'];
const sectionFolder = /^sections\/(?:(\d{1,4})-)?[^/]+\//;

type SectionHead = z.output<typeof sectionFile>;

interface ReadSection {
  readonly path: string;
  readonly section: CourseSection;
}

class FolderReader {
  private readonly reports = new Map<string, FileReport>();
  private readonly questionIds = new Map<string, string>();

  constructor(
    private readonly files: Files,
    private readonly options: QuestionsOptions,
  ) {}

  read(): CourseFolderResult {
    const head = this.file('course', courseFile);
    if (!head) this.requireFile('course.yaml');
    const media = this.media();
    const read = this.sectionFolders().flatMap((folder) => this.section(folder));
    const sections = this.linked(
      withoutRepeats(read, (path, problem) => this.refuse(path, [problem])),
      media,
    );
    for (const path of this.files.keys())
      if (!this.reports.has(path)) this.reports.set(path, { path, outcome: 'left_out', problems: [] });
    const files = [...this.reports.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
    if (!head) return { course: null, files };
    const { format: _, formatVersion: __, ...about } = head;
    return { course: { ...about, sections, media }, files };
  }

  private requireFile(path: string): void {
    const isThere = [...this.reports.keys()].some((name) => name.startsWith('course.'));
    if (!isThere) this.refuse(path, [{ line: 1, message: 'The folder has no course.yaml, so it is not a course.' }]);
  }

  private refuse(path: string, problems: readonly FileProblem[]): void {
    this.reports.set(path, { path, outcome: 'refused', problems });
  }

  /** The first of `name.yaml`, `name.yml` and `name.json`; others are left out. */
  private pathOf(name: string): string | null {
    return endings.map((ending) => `${name}.${ending}`).find((path) => this.files.has(path)) ?? null;
  }

  private textAt(path: string): string | null {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(this.files.get(path));
    } catch {
      this.refuse(path, [{ line: 1, message: 'The file is not UTF-8. Save it as UTF-8.' }]);
      return null;
    }
  }

  private file<Value>(name: string, schema: z.ZodType<Value>): Value | null {
    const path = this.pathOf(name);
    const text = path === null ? null : this.textAt(path);
    if (path === null || text === null) return null;
    const parsed = parseYaml(text);
    if (!parsed.ok) {
      this.refuse(path, [parsed.problem]);
      return null;
    }
    const { tree } = parsed;
    const value =
      isRecord(tree.value) && !('id' in tree.value) ? { ...tree.value, id: this.options.newId() } : tree.value;
    const result = checked(schema, value, tree, []);
    if (!result.ok) {
      this.refuse(path, result.problems);
      return null;
    }
    this.reports.set(path, { path, outcome: 'read', problems: [] });
    return result.value;
  }

  /** In course order: by number, then by name. */
  private sectionFolders(): string[] {
    const folders = new Map<string, number>();
    for (const path of this.files.keys()) {
      const [folder, number] = sectionFolder.exec(path) ?? [];
      if (folder) folders.set(folder, number === undefined ? Infinity : Number(number));
    }
    return [...folders]
      .toSorted(([a, first], [b, second]) => (first === second ? (a < b ? -1 : 1) : first - second))
      .map(([folder]) => folder);
  }

  private section(folder: string): ReadSection[] {
    const path = this.pathOf(`${folder}section`);
    const head: SectionHead | null = this.file(`${folder}section`, sectionFile);
    if (path === null)
      this.refuse(`${folder}section.yaml`, [
        { line: 1, message: 'The folder has no section.yaml, so it is left out.' },
      ]);
    return head && path ? [{ path, section: { ...head, questions: this.questions(`${folder}questions`) } }] : [];
  }

  private questions(name: string): Question[] {
    const path = this.pathOf(name);
    const text = path === null ? null : this.textAt(path);
    if (path === null || text === null) return [];
    const { items } = readQuestionsYaml(text, this.options);
    const judged = items.map((item) => this.withoutDouble(item, path));
    const isWhole = judged.every(({ outcome }) => outcome === 'imported');
    this.reports.set(path, { path, outcome: isWhole ? 'read' : 'read_with_loss', problems: [], items: judged });
    return judged.flatMap(({ question }) => question ?? []);
  }

  /** A question belongs to one section. */
  private withoutDouble(item: QuestionItem, path: string): QuestionItem {
    if (!item.question) return item;
    const before = this.questionIds.get(item.question.id);
    this.questionIds.set(item.question.id, before ?? path);
    if (before === undefined) return item;
    const { question: _, ...rest } = item;
    return { ...rest, outcome: 'refused', reasons: [`Line ${item.line}: The question is already in ${before}.`] };
  }

  private media(): Map<string, Uint8Array> {
    const media = new Map<string, Uint8Array>();
    for (const [path, bytes] of this.files) {
      const [, name] = /^media\/([^/]+)$/.exec(path) ?? [];
      if (name === undefined) continue;
      const problem = pictureProblem(name, bytes);
      if (problem) this.refuse(path, [{ line: 1, message: problem }]);
      else this.reports.set(path, { path, outcome: 'read', problems: [] });
      if (!problem) media.set(name, bytes);
    }
    return media;
  }

  /** Takes away what leads nowhere, and says so. */
  private linked(read: readonly ReadSection[], media: ReadonlyMap<string, Uint8Array>): CourseSection[] {
    const ids = new Set(read.map(({ section }) => section.id));
    return read.map(({ path, section }) => {
      const prerequisites = section.prerequisites.filter((id) => ids.has(id) && id !== section.id);
      const lost = section.prerequisites.filter((id) => !prerequisites.includes(id));
      const shown = new Set(picturesIn(JSON.stringify(section)));
      const missing = [...shown].filter((name) => !media.has(name));
      const problems = [
        ...lost.map((id) => ({ line: 1, message: `The prerequisite ${id} is no other section of the course.` })),
        ...missing.map((name) => ({
          line: 1,
          message: `The picture media/${name} is shown and is not in the folder.`,
        })),
      ];
      if (problems.length > 0) this.reports.set(path, { path, outcome: 'read_with_loss', problems });
      return { ...section, prerequisites };
    });
  }
}

function pictureProblem(name: string, bytes: Uint8Array): string | null {
  const picture = storedPicture(bytes);
  if (!picture) return 'This is no PNG, JPEG, GIF or WebP picture.';
  if (picture.name === name) return null;
  return `The picture must be called ${picture.name}, after what is in it; name it so here and where it is shown.`;
}

function withoutRepeats(
  read: readonly ReadSection[],
  refuse: (path: string, problem: FileProblem) => void,
): ReadSection[] {
  const paths = new Map<string, string>();
  return read.filter(({ path, section: { id } }) => {
    const before = paths.get(id);
    paths.set(id, before ?? path);
    if (before !== undefined)
      refuse(path, { line: 1, message: `${before} has the same id, so this section was left out.` });
    return before === undefined;
  });
}

/** Packers often put the folder into the package rather than what is in it. */
function withoutTopFolder(files: Files): Files {
  const isHead = (path: string) => endings.some((ending) => path === `course.${ending}`);
  const paths = [...files.keys()];
  if (paths.some(isHead)) return files;
  const tops = new Set(paths.map((path) => path.slice(0, path.indexOf('/') + 1)));
  const [top = ''] = tops;
  if (tops.size !== 1 || !paths.some((path) => isHead(path.slice(top.length)))) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(top.length), bytes]));
}
