import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { openCourse } from '../courses/courses.queries.js';
import { MediaService } from '../media/media.service.js';
import type { Picture } from '../media/picture.js';
import { shownMedia } from '../media/shown-media.js';
import { namedQuestions, sameQuestions } from '../questions/questions.queries.js';
import { QuestionsService } from '../questions/questions.service.js';
import type { ReadItem } from './question-file.js';
import { type Known, type Plan, planOf } from './question-plan.js';

/** Brings what was read of a file into a section. */
@Injectable()
export class QuestionIntakeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questions: QuestionsService,
    private readonly media: MediaService,
    private readonly clock: Clock,
  ) {}

  /** What storing would do; ids of new questions are not those that they would get. */
  async foresee(sectionId: string, items: readonly ReadItem[]): Promise<Plan> {
    return planOf(items, await this.known(this.dataSource, sectionId, items), randomUUID);
  }

  store(author: Principal, sectionId: string, items: readonly ReadItem[], pictures: readonly Picture[]): Promise<Plan> {
    return this.dataSource.transaction(async (manager) => {
      const at = this.clock.now();
      const course = await openCourse(manager, author, { what: 'section', id: sectionId }, at);
      const plan = planOf(items, await this.known(manager, sectionId, items), randomUUID);
      await this.questions.store(manager, sectionId, plan.versions, { by: author.id, at });
      const shown = pictures.length === 0 ? new Set<string>() : namesShown(plan);
      await this.media.store(
        manager,
        course.id,
        pictures.filter(({ name }) => shown.has(name)),
      );
      return plan;
    });
  }

  private async known(
    manager: EntityManager | DataSource,
    sectionId: string,
    items: readonly ReadItem[],
  ): Promise<Known> {
    const names = items.flatMap(({ key, body }) => (key === null || body === null ? [] : [key]));
    const unnamed = items.flatMap(({ key, body }, place) =>
      key === null && body !== null ? [[place, body] as const] : [],
    );
    const named = names.length === 0 ? [] : await namedQuestions(manager, sectionId, names);
    return { named, same: await sameQuestions(manager, sectionId, new Map(unnamed)) };
  }
}

function namesShown({ versions }: Plan): Set<string> {
  return new Set(shownMedia(versions.map(({ body }) => body)).map(({ name }) => name));
}
