import { Injectable } from '@nestjs/common';
import type { CourseContent } from '#libs/interchange';
import { once, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { Course } from '../courses/course.entity.js';
import { CourseIsFull } from '../courses/courses.errors.js';
import { readCourse, requireOwn } from '../courses/courses.queries.js';
import { CoursesService } from '../courses/courses.service.js';
import { oneLine } from '../courses/text.js';
import { picturesNamed } from '../media/media.queries.js';
import { shownMedia } from '../media/shown-media.js';
import { questionsBySection } from '../questions/questions.queries.js';
import { Section, sectionsMax } from '../sections/section.entity.js';
import type { CourseFolderFile } from './course-folder.js';
import type { ImportFolderResponse } from './course-folders.dto.js';
import { FolderIntakeService } from './folder-intake.service.js';
import { FolderRefused } from './imports.errors.js';
import { Reader } from './reader.service.js';

export interface PackedCourse {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

type ReadFolder = Extract<CourseFolderFile, { ok: true }>;

/** A course as a folder of files: out, for Git or another platform, and in, as a new draft. */
@Injectable()
export class CourseFoldersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly courses: CoursesService,
    private readonly intake: FolderIntakeService,
  ) {}

  async export(author: Principal, courseId: string): Promise<PackedCourse> {
    await requireOwn(this.dataSource, author, { what: 'course', id: courseId });
    const content = await this.dataSource.transaction('REPEATABLE READ', (manager) => contentOf(manager, courseId));
    const bytes = await this.reader.read({ what: 'pack', given: content });
    return { fileName: `${content.slug}.zip`, bytes };
  }

  async import(author: Principal, bytes: Uint8Array, key: string | null): Promise<ImportFolderResponse> {
    const read = await this.reader.read({ what: 'unpack', given: { bytes } });
    if (!read.ok) throw new FolderRefused(read.code, read.message, read.files);
    if (read.sections.length > sectionsMax) throw new CourseIsFull('sections', sectionsMax);
    this.intake.check(read);
    const request = { bytes: bytes.length, course: read.course, sections: read.sections.map(({ id }) => id) };
    return this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: author.id, route: 'courses:import-folder', request }, () =>
        this.draft(manager, author, read),
      ),
    );
  }

  /** The slug is the folder's where it is free; a copy beside its original moves aside. */
  private async draft(manager: EntityManager, author: Principal, read: ReadFolder): Promise<ImportFolderResponse> {
    const { title, summary, policy, slug } = read.course;
    const draft = await this.courses.draft(manager, author, { title: oneLine(title) || slug, summary, words: slug });
    await manager.update(Course, draft.id, { policy });
    const counts = await this.intake.store(manager, author, draft.id, read);
    const files = read.files.map(({ path, outcome, problems }) => ({ path, outcome, problems: [...problems] }));
    const course = await readCourse(manager, draft.id);
    return { course, report: { sections: read.sections.length, ...counts, files } };
  }
}

async function contentOf(manager: EntityManager, courseId: string): Promise<CourseContent> {
  const { slug, title, summary, policy } = await manager.findOneByOrFail(Course, { id: courseId });
  const rows = await manager.find(Section, { where: { courseId }, order: { position: 'ASC' } });
  const questions = await questionsBySection(manager, courseId);
  const sections = rows.map(({ courseId: _, position: __, version: ___, updatedAt: ____, ...section }) => ({
    ...section,
    questions: questions.get(section.id) ?? [],
  }));
  const about = { id: courseId, slug, title, summary, policy, language: 'en' };
  const names = shownMedia({ summary, sections }).map(({ name }) => name);
  return { ...about, sections, media: await picturesNamed(manager, names) };
}
