import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import type { LintContext } from '#libs/assessment';
import { policySchema } from '#libs/contracts';
import { readRoadmap, type RoadmapSection } from '#libs/interchange';
import { parse } from 'yaml';
import { z } from 'zod';

import { Unusable } from './command.js';
import { readText, reasonOf } from './files.js';

const partialPolicy = z.record(z.string(), z.unknown()).default({});
const courseFile = z.object({
  roadmap: z.string(),
  policy: partialPolicy,
  sections: z.array(z.object({ id: z.string(), questions: z.string(), policy: partialPolicy })),
});

export interface CourseFile {
  readonly path: string;
  readonly context: LintContext;
}

/** The question files of a course folder (course.yaml), each with its section's policy and topics. */
export async function readCourseFiles(folder: string): Promise<CourseFile[]> {
  const course = await readCourse(join(folder, 'course.yaml'));
  const roadmap = readRoadmap(await readText(join(folder, course.roadmap)), { newId: randomUUID });
  if (!roadmap.ok) throw new Unusable(`${course.roadmap} is no roadmap: ${roadmap.message}`);
  return course.sections.map(({ id, questions, policy }) => {
    const section = roadmap.course.sections.find(({ externalKey }) => externalKey === id);
    if (section === undefined)
      throw new Unusable(`${course.roadmap} has no section {#${id}}, which course.yaml names.`);
    const checked = policySchema.safeParse({ ...course.policy, ...policy });
    if (!checked.success) throw new Unusable(`The policy of “${id}” in course.yaml: ${z.prettifyError(checked.error)}`);
    return { path: join(folder, questions), context: { policy: checked.data, topics: tagsOf(section) } };
  });
}

/** Tags name topics by their keys. */
function tagsOf({ topics }: RoadmapSection): string[] {
  return topics.flatMap(({ externalKey }) => externalKey ?? []);
}

async function readCourse(path: string): Promise<z.output<typeof courseFile>> {
  const text = await readText(path);
  try {
    return courseFile.parse(parse(text));
  } catch (error) {
    throw new Unusable(`${path} is no description of a course: ${reasonOf(error)}`);
  }
}
