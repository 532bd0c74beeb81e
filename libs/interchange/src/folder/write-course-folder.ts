import { type CourseContent, courseFile, type CourseSection, sectionFile } from './course-content.js';
import { writeQuestionsYaml } from './questions-file.js';
import { withoutDefaults, writeYaml } from './write-yaml.js';

const nilId = '00000000-0000-4000-8000-000000000000';
const courseDefaults = without(courseFile.parse({ id: nilId, slug: '-', title: '-' }), [
  'id',
  'slug',
  'title',
  'format',
  'formatVersion',
]);
const sectionDefaults = without(sectionFile.parse({ id: nilId, title: '-' }), ['id', 'title']);

/**
 * A course as files that live well in Git: a folder for each section, ids kept, the same course always the same bytes, so that a change
 * of a question is a change of its lines. {@link readCourseFolder} reads the same course.
 */
export function writeCourseFolder(course: CourseContent): Map<string, Uint8Array> {
  const { sections, media, ...about } = course;
  const head = { format: 'waymark-course', formatVersion: 1, ...about };
  const files = new Map([['course.yaml', encoded(writeYaml(withoutDefaults(head, courseDefaults)))]]);
  for (const [index, section] of sections.entries()) {
    const { questions, ...own } = section;
    const folder = `sections/${folderOf(section, index)}`;
    files.set(`${folder}/section.yaml`, encoded(writeYaml(withoutDefaults(own, sectionDefaults))));
    files.set(`${folder}/questions.yaml`, encoded(writeQuestionsYaml(questions).text));
  }
  for (const name of [...media.keys()].toSorted()) files.set(`media/${name}`, media.get(name) ?? new Uint8Array());
  return files;
}

const slugMax = 60;

/** The number makes the order, the words are for people. */
function folderOf({ title }: CourseSection, index: number): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugMax)
    .replace(/^-+|-+$/g, '');
  return [String(index + 1).padStart(2, '0'), words || 'section'].join('-');
}

function without(value: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
