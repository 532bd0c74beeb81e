import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, type Principal, type RefusalDetail } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { ZodError } from 'zod';

import { changeCourseRequest } from '../courses/courses.dto.js';
import { textProblem } from '../courses/text.js';
import { MediaService } from '../media/media.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { keptResources, keptTopics } from '../sections/parts.js';
import { shownPolicy } from '../sections/policy.js';
import { emptySection, Section } from '../sections/section.entity.js';
import { changeSectionRequest } from '../sections/sections.dto.js';
import type { CourseFolderFile, FolderSection } from './course-folder.js';
import { FolderRefused } from './imports.errors.js';
import { planOf } from './question-plan.js';

type ReadFolder = Extract<CourseFolderFile, { ok: true }>;

interface Counts {
  questions: number;
  refused: number;
  pictures: number;
}

/** Brings the sections of a folder into an empty draft, everything under new ids. */
@Injectable()
export class FolderIntakeService {
  constructor(
    private readonly questions: QuestionsService,
    private readonly media: MediaService,
    private readonly clock: Clock,
  ) {}

  /** What the sections say, held to what the editor accepts. @throws FolderRefused */
  check(read: ReadFolder): ReturnType<typeof accept>[] {
    acceptCourse(read);
    return read.sections.map((section, at) => accept(section, at, read));
  }

  async store(manager: EntityManager, author: Principal, courseId: string, read: ReadFolder): Promise<Counts> {
    const { sections, pictures } = read;
    const ids = new Map(sections.map(({ id }) => [id, randomUUID()]));
    const accepted = this.check(read);
    const counts = { questions: 0, refused: 0, pictures: pictures.length };
    await this.media.store(manager, courseId, pictures);
    const at = this.clock.now();
    for (const [position, section] of sections.entries()) {
      const id = ids.get(section.id) ?? randomUUID();
      const plan = planOf(section.items, { named: [], same: new Map() }, randomUUID);
      const questionIds = new Map(plan.versions.map((version) => [version.key, version.id]));
      const { title, prose, topics = [], resources = [] } = accepted[position] ?? {};
      await manager.insert(Section, {
        ...emptySection(at),
        id,
        courseId,
        position,
        title: title ?? section.title,
        prose: prose ?? '',
        externalKey: keyOf(section.externalKey),
        isRequired: section.isRequired,
        prerequisites: section.prerequisites.flatMap((wanted) => ids.get(wanted) ?? []),
        topics: keptTopics(topics, [], randomUUID).map((topic, place) => ({
          ...topic,
          externalKey: keyOf(section.topics[place]?.externalKey ?? null),
        })),
        resources: keptResources(resources, randomUUID),
        policy: policyOf(section, questionIds),
      });
      await this.questions.store(manager, id, plan.versions, { by: author.id, at });
      counts.questions += plan.versions.length;
      counts.refused += plan.items.filter(({ outcome }) => outcome === 'refused').length;
    }
    return counts;
  }
}

/** Fixed questions under their new ids; one that did not come along is fixed no more. */
function policyOf({ policy }: FolderSection, ids: ReadonlyMap<string | null, string>): Section['policy'] {
  if (!policy.fixedQuestions) return policy;
  return { ...policy, fixedQuestions: policy.fixedQuestions.flatMap((id) => ids.get(id) ?? []) };
}

/** Held to what the editor accepts, so that the section can be edited afterwards. */
function accept(section: FolderSection, at: number, { files }: ReadFolder) {
  const { title, prose, policy, topics, resources } = section;
  const { fixedQuestions: _, ...settings } = shownPolicy(policy);
  const parsed = changeSectionRequest.safeParse({
    title,
    prose,
    policy: settings,
    topics: topics.map((topic) => ({
      title: topic.title,
      prose: topic.prose,
      resources: topic.resources.map(withoutId),
    })),
    resources: resources.map(withoutId),
  });
  if (parsed.success) return parsed.data;
  throw new FolderRefused(
    'section_refused',
    `The section “${title.slice(0, 100)}” of the folder does not fit what a section may hold.`,
    files,
    detailsOf(parsed.error, `/sections/${at}`),
  );
}

function acceptCourse({ course: { title, summary, policy }, files }: ReadFolder): void {
  const parsed = changeCourseRequest.safeParse({ title, summary, policy: shownPolicy(policy) });
  if (parsed.success) return;
  const message = 'course.yaml does not fit what a course may hold.';
  throw new FolderRefused('course_file_refused', message, files, detailsOf(parsed.error, ''));
}

function detailsOf({ issues }: ZodError, prefix: string): RefusalDetail[] {
  return issues.slice(0, 50).map(({ path, message }) => ({ pointer: `${prefix}/${path.join('/')}`, detail: message }));
}

/** A key only helps a roadmap to find its part again: one that cannot be kept is let go. */
function keyOf(key: string | null): string | null {
  return key === null || textProblem(key, 200) !== null ? null : key;
}

function withoutId({ title, url, kind }: { title: string; url: string | null; kind: string }) {
  return { title, url, kind };
}
