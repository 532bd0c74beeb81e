import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

/** Settings by name; `content` knows which there are. */
const policy = z.record(z.string(), z.unknown());

/** course.yaml of a course folder: what a roadmap and question files cannot say. */
const courseFile = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  roadmap: z.string(),
  policy: policy,
  sections: z.array(
    z.object({
      /** The section's `{#id}` in the roadmap. */
      id: z.string(),
      questions: z.string(),
      isRequired: z.boolean().default(true),
      prerequisites: z.array(z.string()).default([]),
      policy: policy.optional(),
    }),
  ),
});
type CourseFile = z.output<typeof courseFile>;
type SectionFile = CourseFile['sections'][number];

const section = z.object({ id: z.string(), key: z.string().nullable(), version: z.int() });
const course = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.int(),
  publication: z.int().nullable(),
  sections: z.array(section),
});
const summaries = z.object({ items: z.array(course.omit({ sections: true })), next: z.string().nullable() });
const roadmapReport = z.looseObject({ sections: z.int(), topics: z.int(), resources: z.int() });
const questionReport = z.looseObject({
  imported: z.int(),
  refused: z.int(),
  items: z.array(z.looseObject({ line: z.int(), outcome: z.string(), reasons: z.array(z.string()) })),
});

export interface CourseToLoad {
  readonly baseUrl: string;
  /** Of an author. */
  readonly accessToken: string;
  /** Holds course.yaml, the roadmap and the question files it names. */
  readonly folder: string;
  /** Instead of the one in course.yaml, where another author has that. */
  readonly slug?: string;
}

export interface LoadedCourse {
  readonly courseId: string;
  readonly publication: number;
  /** What the importers said; null and empty when the course had been published before. */
  readonly reports: {
    readonly roadmap: z.output<typeof roadmapReport> | null;
    readonly questions: readonly z.output<typeof questionReport>[];
  };
}

/**
 * Brings a course folder into `content` and publishes it, through the public API like any author. Once it is published
 * nothing happens any more; a load that was cut short is taken up again.
 * @throws when a question is refused, or the course cannot be published.
 */
export async function loadCourse({ baseUrl, accessToken, folder, slug: wanted }: CourseToLoad): Promise<LoadedCourse> {
  const api = new ContentApi(`${baseUrl}/api/content/v1`, accessToken);
  const file = courseFile.parse(parse(await readFile(join(folder, 'course.yaml'), 'utf8')));
  const slug = wanted ?? file.slug;
  const known = await findCourse(api, slug);
  if (known?.publication) {
    return { courseId: known.id, publication: known.publication, reports: { roadmap: null, questions: [] } };
  }
  const { title, summary } = file;
  const draft = known ?? (await api.send('POST', '/courses', course, { body: { title, slug } }));
  const markdown = await readFile(join(folder, file.roadmap), 'utf8');
  const imported = await api.send('POST', '/courses:import', z.object({ course, report: roadmapReport }), {
    body: { courseId: draft.id, markdown },
  });
  await api.send('PATCH', `/courses/${draft.id}`, course, {
    version: imported.course.version,
    body: { title, summary, policy: file.policy },
  });
  const idOf = sectionIds(imported.course.sections);
  const questions = [];
  for (const section of file.sections) {
    questions.push(await loadQuestions(api, idOf(section.id), await readFile(join(folder, section.questions), 'utf8')));
  }
  await applySettings(api, draft.id, file, idOf);
  const { version } = await api.send('GET', `/courses/${draft.id}`, course);
  const { publication } = await api.send('POST', `/courses/${draft.id}:publish`, z.object({ publication: z.int() }), {
    version,
  });
  return { courseId: draft.id, publication, reports: { roadmap: imported.report, questions } };
}

async function findCourse(api: ContentApi, slug: string) {
  let cursor: string | null = '';
  // Ends with the last page of the author's own courses.
  while (cursor !== null) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: z.output<typeof summaries> = await api.send('GET', `/courses?limit=200${from}`, summaries);
    const found = page.items.find((item) => item.slug === slug);
    if (found) return found;
    cursor = page.next;
  }
  return null;
}

async function loadQuestions(api: ContentApi, sectionId: string, text: string) {
  const body = { format: 'markdown', text };
  const report = await api.send('POST', `/sections/${sectionId}/questions:import`, questionReport, { body });
  const refused = report.items.filter((item) => item.outcome === 'refused');
  if (refused.length > 0) {
    const lines = refused.map(({ line, reasons }) => `line ${line}: ${reasons.join(' ')}`);
    throw new Error(`The question file was not taken whole.\n${lines.join('\n')}`);
  }
  return report;
}

/** What the sections say themselves; the rest comes from the course. */
async function applySettings(api: ContentApi, courseId: string, file: CourseFile, idOf: (key: string) => string) {
  const { sections } = await api.send('GET', `/courses/${courseId}`, course);
  const settingsOf = ({ isRequired, prerequisites, policy }: SectionFile) => ({
    isRequired,
    prerequisites: prerequisites.map(idOf),
    policy,
  });
  for (const given of file.sections) {
    const id = idOf(given.id);
    const version = sections.find((section) => section.id === id)?.version;
    await api.send('PATCH', `/sections/${id}`, section, { version, body: settingsOf(given) });
  }
}

function sectionIds(sections: readonly z.output<typeof section>[]): (key: string) => string {
  return (key) => {
    const found = sections.find((candidate) => candidate.key === key);
    if (!found) throw new Error(`course.yaml names the section "${key}", which the roadmap does not have.`);
    return found.id;
  };
}

interface Sent {
  readonly body?: unknown;
  /** For If-Match. */
  readonly version?: number;
}

class ContentApi {
  constructor(
    private readonly address: string,
    private readonly accessToken: string,
  ) {}

  async send<Schema extends z.ZodType>(
    method: string,
    path: string,
    answer: Schema,
    { body, version }: Sent = {},
  ): Promise<z.output<Schema>> {
    const response = await fetch(this.address + path, {
      method,
      headers: {
        authorization: `Bearer ${this.accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 2_000)}`);
    return answer.parse(JSON.parse(text));
  }
}
