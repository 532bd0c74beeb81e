import { publicationProblems } from '#libs/assessment';
import { CoursePublished, type DataOf, type PublishedSection, SectionPublished } from '#libs/contracts';

import type { OwnPolicy } from '../sections/policy.js';
import { mediaProblems, shownMedia } from '../media/shown-media.js';

/** What the topics take in one message, less room for the envelope and for blanks that the database adds. */
export const sectionBytesMax = 3_500_000;

interface DraftSection {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly prose: string;
  readonly isRequired: boolean;
  readonly prerequisites: readonly string[];
  readonly policy: PublishedSection['policy'];
  readonly topics: PublishedSection['topics'];
  readonly resources: PublishedSection['resources'];
}

/** A draft section as it goes out: with its questions, and only what the contract names. */
export function publishedSection(
  draft: DraftSection,
  questions: PublishedSection['questions'],
  of: { courseId: string; publication: number },
): PublishedSection {
  const { id, ...section } = draft;
  return SectionPublished.schema.parse({ ...section, ...of, sectionId: id, questions });
}

/** The names of all pictures that these sections show. */
export function mediaOf(sections: readonly PublishedSection[]): string[] {
  return [...new Set(shownMedia(sections).map(({ name }) => name))];
}

/** Everything that keeps these sections from being published, with pointers from the course. */
export function reasonsAgainst(
  sections: readonly PublishedSection[],
  knownMedia: ReadonlySet<string>,
): { pointer: string; detail: string }[] {
  return [
    ...publicationProblems(sections).map(({ pointer, detail }) => ({ pointer: `/sections${pointer}`, detail })),
    ...mediaProblems(sections, knownMedia, '/sections'),
    ...sections.flatMap((section, at) => sizeProblem(section, `/sections/${at}`)),
  ];
}

function sizeProblem(section: PublishedSection, pointer: string): { pointer: string; detail: string }[] {
  const bytes = Buffer.byteLength(JSON.stringify(section));
  if (bytes <= sectionBytesMax) return [];
  const detail = `“${section.title}” has ${bytes} bytes; a section travels as one message of at most ${sectionBytesMax}. Split it.`;
  return [{ pointer, detail }];
}

/** What makes the publication live for readers that hold all its sections. */
export function manifestOf(
  course: {
    readonly id: string;
    readonly ownerId: string;
    readonly slug: string;
    readonly title: string;
    readonly summary: string;
    readonly policy: OwnPolicy;
  },
  publication: number,
  sections: readonly PublishedSection[],
  now: Date,
): DataOf<typeof CoursePublished> {
  return CoursePublished.schema.parse({
    courseId: course.id,
    publication,
    ownerId: course.ownerId,
    slug: course.slug,
    title: course.title,
    summary: course.summary,
    // What the course itself says: a section's own setting is about its badge.
    certificateValidDays: course.policy.credentialValidDays ?? null,
    sectionIds: sections.map((section) => section.sectionId),
    publishedAt: now.toISOString(),
  });
}
