import { Injectable } from '@nestjs/common';
import { Clock, type Principal, rows } from '#libs/platform';
import { DataSource, type EntityManager, In } from 'typeorm';

import { openCourse, requireOwn } from '../courses/courses.queries.js';
import { Section } from '../sections/section.entity.js';
import { misnamed, retagged } from './question-batch.js';
import type {
  BatchResponse,
  MoveQuestionsRequest,
  RemoveQuestionsRequest,
  TagQuestionsRequest,
} from './question-batches.dto.js';
import { QuestionRow } from './question.entity.js';
import type { QuestionResponse } from './questions.dto.js';
import { QuestionsStale, QuestionsUnknown, SectionIsFull, SectionUnknown, TooManyTags } from './questions.errors.js';
import { forgetFixed, namedQuestions, readQuestion } from './questions.queries.js';
import { questionsMax, QuestionsService } from './questions.service.js';

type Known = Awaited<ReturnType<typeof namedQuestions>>[number];

const tagsMax = 30;

/** Changes of several questions of one section: all of them, or none. */
@Injectable()
export class QuestionBatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questions: QuestionsService,
    private readonly clock: Clock,
  ) {}

  /** Into another section of the course. Ids and versions stay, and with them attempts and statistics. */
  async moveOne(author: Principal, id: string, version: number, sectionId: string): Promise<QuestionResponse> {
    await requireOwn(this.dataSource, author, { what: 'question', id });
    const question = await this.dataSource.manager.findOneByOrFail(QuestionRow, { id });
    await this.move(author, question.sectionId, { questions: [{ id, version }], sectionId });
    return readQuestion(this.dataSource, id);
  }

  move(author: Principal, from: string, { questions, sectionId: to }: MoveQuestionsRequest): Promise<BatchResponse> {
    return this.dataSource.transaction(async (manager) => {
      const course = await openCourse(manager, author, { what: 'section', id: from }, this.clock.now());
      const known = await this.batch(manager, from, questions);
      if (!(await manager.existsBy(Section, { id: to, courseId: course.id }))) throw new SectionUnknown();
      if (to !== from) await this.bring(manager, from, to, known);
      return { questions };
    });
  }

  remove(author: Principal, sectionId: string, { questions }: RemoveQuestionsRequest): Promise<BatchResponse> {
    return this.dataSource.transaction(async (manager) => {
      await openCourse(manager, author, { what: 'section', id: sectionId }, this.clock.now());
      const ids = (await this.batch(manager, sectionId, questions)).map(({ id }) => id);
      await manager.delete(QuestionRow, { id: In(ids) });
      await forgetFixed(manager, sectionId, ids);
      return { questions: [] };
    });
  }

  /** Questions that change get a new version each; the others keep theirs. */
  tag(author: Principal, sectionId: string, { questions, ...change }: TagQuestionsRequest): Promise<BatchResponse> {
    const at = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      await openCourse(manager, author, { what: 'section', id: sectionId }, at);
      const known = await this.batch(manager, sectionId, questions);
      const changed = known.flatMap((question) => {
        const tags = retagged(question.body.tags, change);
        if (tags.join('\0') === question.body.tags.join('\0')) return [];
        if (tags.length > tagsMax) throw new TooManyTags(tagsMax);
        return [{ ...question, version: question.version + 1, body: { ...question.body, tags } }];
      });
      await this.questions.store(manager, sectionId, changed, { by: author.id, at });
      const versions = new Map(changed.map(({ id, version }) => [id, version]));
      return { questions: known.map(({ id, version }) => ({ id, version: versions.get(id) ?? version })) };
    });
  }

  /** @throws QuestionsUnknown, QuestionsStale */
  private async batch(
    manager: EntityManager,
    sectionId: string,
    given: RemoveQuestionsRequest['questions'],
  ): Promise<Known[]> {
    const ids = given.map(({ id }) => id);
    const found = await namedQuestions(manager, sectionId, ids);
    const byId = new Map(found.map((question) => [question.id, question]));
    const known = ids.flatMap((id) => byId.get(id) ?? []);
    const { unknown, stale } = misnamed(given, known);
    if (unknown.length > 0) throw new QuestionsUnknown(unknown);
    if (stale.length > 0) throw new QuestionsStale(stale);
    return known;
  }

  /** To the end of the section. A key that is in use there is let go: the next import would not know whom it means. */
  private async bring(manager: EntityManager, from: string, to: string, known: readonly Known[]): Promise<void> {
    const ids = known.map(({ id }) => id);
    const held = (await manager.countBy(QuestionRow, { sectionId: to })) + ids.length;
    if (held > questionsMax) throw new SectionIsFull(questionsMax);
    const sql = 'SELECT key FROM question WHERE section_id = $1 AND key = ANY ($2::text[])';
    const keys = await rows<{ key: string }>(manager, sql, [to, known.flatMap(({ key }) => key ?? [])]);
    const taken = keys.map(({ key }) => key);
    for (const { id, key } of known) {
      await manager.query('UPDATE question SET section_id = $2, ordinal = DEFAULT, key = $3 WHERE id = $1', [
        id,
        to,
        key !== null && taken.includes(key) ? null : key,
      ]);
    }
    await forgetFixed(manager, from, ids);
  }
}
