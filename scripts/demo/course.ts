import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { Question } from '#libs/contracts';

import { type Client, Refused } from './client.js';
import type { CourseView, SectionView } from './shapes.js';

/** What a demo of under a minute needs: short clocks, no waiting, a few tries. */
const policy = {
  passMark: 0.6,
  drawCount: 4,
  timeLimitSeconds: 12,
  attemptsMax: 3,
  cooldownSeconds: 0,
  review: 'after_submit',
} as const;

interface ImportReport {
  readonly sections: number;
  readonly topics: number;
  readonly resources: number;
  readonly notes: readonly unknown[];
}

/** Imports a roadmap the author has only as a file and writes a question bank for it, section by section. */
export async function makeCourse(author: Client, file: string): Promise<string> {
  const markdown = await readFile(file, 'utf8');
  const { course, report } = await author.call<{ course: CourseView; report: ImportReport }>(
    'content',
    '/courses:import',
    { body: { markdown } },
  );
  console.log(
    `Imported ${file}: ${report.sections} sections, ${report.topics} topics, ${report.resources} resources, ${report.notes.length} notes`,
  );
  for (const section of course.sections) {
    const topics =
      section.topics.length >= 3
        ? section.topics.map((topic) => topic.title)
        : course.sections.map((other) => other.title);
    await author.call('content', `/sections/${section.id}/questions:import`, {
      body: { format: 'markdown', text: bankFor(section, topics) },
    });
  }
  return course.id;
}

/** Gives every section the demo's policy: small draws and short clocks. */
export async function setPolicies(author: Client, courseId: string): Promise<void> {
  const course = await author.call<CourseView>('content', `/courses/${courseId}`);
  for (const section of course.sections) {
    const drawCount = Math.min(policy.drawCount, section.questionCount);
    await author.call('content', `/sections/${section.id}`, {
      method: 'PATCH',
      headers: { 'if-match': `"${section.version}"` },
      body: { policy: { ...policy, drawCount }, prerequisites: [] },
    });
  }
}

/** An author's slip: a question without a right answer. @returns the problems that the refused publication names. */
export async function tryToPublishAMistake(
  author: Client,
  courseId: string,
): Promise<readonly { pointer: string; detail: string }[]> {
  const course = await author.call<CourseView>('content', `/courses/${courseId}`);
  const section = course.sections[0];
  if (!section) throw new Error('the course has no section');
  const question = {
    type: 'single_choice',
    stem: 'Which of these did the author forget to mark?',
    options: [
      { id: 'a', text: 'This one', isKey: false },
      { id: 'b', text: 'That one', isKey: false },
    ],
  };
  const made = await author.call<{ id: string; version: number }>('content', `/sections/${section.id}/questions`, {
    body: { question },
  });
  const problems = await publish(author, courseId).then(
    () => [],
    (error: unknown) => {
      if (error instanceof Refused && error.status === 409) return error.problem.errors ?? [];
      throw error;
    },
  );
  await author.call('content', `/questions/${made.id}`, {
    method: 'DELETE',
    headers: { 'if-match': `"${made.version}"` },
  });
  return problems;
}

export async function publish(author: Client, courseId: string): Promise<number> {
  const { version } = await author.call<CourseView>('content', `/courses/${courseId}`);
  const { publication } = await author.call<{ publication: number }>('content', `/courses/${courseId}:publish`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
  });
  return publication;
}

/** The author's own view of all questions, keys included; of the slip, what learners know better than its author. */
export async function readKeys(author: Client, courseId: string, slipId: string): Promise<Map<string, Question>> {
  const { sections } = await author.call<CourseView>('content', `/courses/${courseId}`);
  const keys = new Map<string, Question>();
  for (const section of sections) {
    for (const question of await author.all<Question>('content', `/sections/${section.id}/questions`))
      keys.set(question.id, question.id === slipId ? mended(question) : question);
  }
  return keys;
}

/** A small bank of every question type from nothing but the roadmap's own structure. */
function bankFor(section: SectionView, topics: readonly string[]): string {
  const [first = 'the first topic', second = 'the second topic', third = 'the third topic'] = topics.map(plain);
  const title = plain(section.title);
  const items = [
    `## Which topic opens "${title}"?\n\n- [x] ${first}\n- [ ] Something that is not in it\n- [ ] Nothing at all\n\n> It is the first topic of the list.`,
    `## Which two of these does the roadmap name first under "${title}"?\n\n- [x] ${first}\n- [x] ${second === first ? `${second} (second)` : second}\n- [ ] A topic of another roadmap\n\n> The list begins with them.`,
    `## "${title}" is a section of this roadmap.\n\n- [x] True\n- [ ] False\n\n> It is.`,
    `## How many topics did the roadmap list here? Give a whole number.\n\nAnswer: ${topics.length}\n\n> Counted from the roadmap.`,
    `## Type the word "${third.split(' ')[0] ?? 'word'}".\n\nAnswer: ${third.split(' ')[0] ?? 'word'}\n\n> Any case will do.`,
  ];
  return items.map((item) => item.replace('\n', ` {#demo-${randomUUID().slice(0, 8)} difficulty=easy}\n`)).join('\n\n');
}

/** Without the signs that mean something in Markdown. */
function plain(text: string): string {
  return (
    text
      .replace(/[`*_[\]{}<>#\\"|]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'untitled'
  );
}

function mended(question: Question): Question {
  if (question.type !== 'single_choice') return question;
  const options = question.options.map((option, index) => ({ ...option, isKey: index === 1 }));
  return { ...question, options };
}
