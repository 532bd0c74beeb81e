import type { PreviousCourse, RoadmapCourse, RoadmapSection } from '#libs/interchange';

import { oneLine } from '../courses/text.js';
import type { Resource, Topic } from '../sections/topic.js';

/** More than any roadmap a person could follow; what has more is something else. */
export const topicsMax = 5_000;
export const resourcesMax = 20_000;

interface KnownSection {
  readonly id: string;
  readonly externalKey: string | null;
  readonly title: string;
  readonly topics: readonly Topic[];
  readonly resources: readonly Resource[];
}

/** The course as the reader wants to know it, to give the same ids to the same things. */
export function previousOf(sections: readonly KnownSection[]): PreviousCourse {
  return {
    sections: sections.map(({ id, externalKey, title, topics, resources }) => ({
      id,
      externalKey,
      title,
      resources,
      topics: topics.map((topic) => ({ ...topic, externalKey: topic.externalKey ?? null })),
    })),
  };
}

interface SectionOfRoadmap {
  id: string;
  externalKey: string | null;
  title: string;
  prose: string;
  topics: Topic[];
  resources: Resource[];
}

/** The sections as they are stored: numbers before titles are left to the order, titles are fit to be shown. */
export function sectionsOfRoadmap(course: RoadmapCourse): SectionOfRoadmap[] {
  return course.sections.map((section) => ({
    ...partOf(section),
    topics: section.topics.map(partOf),
  }));
}

function partOf({ id, externalKey, title, prose, resources }: Omit<RoadmapSection, 'topics'>) {
  return {
    id,
    externalKey,
    title: oneLine(title),
    prose,
    resources: resources.map((resource) => ({ ...resource, title: oneLine(resource.title) })),
  };
}

interface Removed {
  readonly id: string;
  readonly title: string;
  readonly questionCount: number;
}

/** A section that the roadmap no longer has goes only when nothing would be lost with it; the author hears of each that stays. */
export function partedWith(removed: readonly Removed[]) {
  const kept = removed.filter((section) => section.questionCount > 0);
  return {
    goneIds: removed.filter((section) => section.questionCount === 0).map((section) => section.id),
    notes: kept.map(({ title, questionCount }) => ({
      line: 1,
      kind: 'section_kept',
      severity: 'warning' as const,
      message: `“${title}” is not in the roadmap any more. It stays at the end of the course because of its ${questionCount} question(s); delete it if it should go.`,
    })),
  };
}
