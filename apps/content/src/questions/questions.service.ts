import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, once, type Page, type PageQuery, type Principal, requireVersion } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { openCourse, requireOwn } from '../courses/courses.queries.js';
import { copyOf, type QuestionBody } from './question-body.js';
import { QuestionVersion } from './question-version.entity.js';
import { QuestionRow } from './question.entity.js';
import type {
  ListedQuestionResponse,
  QuestionQuery,
  QuestionRequest,
  QuestionResponse,
  TagsResponse,
} from './questions.dto.js';
import { SectionIsFull } from './questions.errors.js';
import { forgetFixed, listQuestions, listVersions, readQuestion } from './questions.queries.js';
import { countTags } from './tags.queries.js';

export const questionsMax = 2_000;

/** Who makes a version, and when. */
export interface Making {
  readonly by: string;
  readonly at: Date;
}

/** A question to be stored: a new one has version 1. */
export interface Version {
  readonly id: string;
  readonly version: number;
  readonly key: string | null;
  readonly body: QuestionBody;
}

@Injectable()
export class QuestionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(author: Principal, sectionId: string, query: QuestionQuery): Promise<Page<ListedQuestionResponse>> {
    await requireOwn(this.dataSource, author, { what: 'section', id: sectionId });
    return listQuestions(this.dataSource, sectionId, query);
  }

  async get(author: Principal, id: string): Promise<QuestionResponse> {
    await requireOwn(this.dataSource, author, { what: 'question', id });
    return readQuestion(this.dataSource, id);
  }

  async versions(author: Principal, id: string, query: PageQuery): Promise<Page<QuestionResponse>> {
    await requireOwn(this.dataSource, author, { what: 'question', id });
    return listVersions(this.dataSource, id, query);
  }

  add(author: Principal, sectionId: string, request: QuestionRequest, key: string | null): Promise<QuestionResponse> {
    const at = this.clock.now();
    return this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: author.id, route: `sections/${sectionId}/questions`, request }, async () => {
        await openCourse(manager, author, { what: 'section', id: sectionId }, at);
        const made = { id: randomUUID(), version: 1, key: null, body: request.question };
        await this.store(manager, sectionId, [made], { by: author.id, at });
        return readQuestion(manager, made.id);
      }),
    );
  }

  async tags(author: Principal, sectionId: string): Promise<TagsResponse> {
    await requireOwn(this.dataSource, author, { what: 'section', id: sectionId });
    return countTags(this.dataSource, sectionId);
  }

  /** A new question of the same section that says the same. */
  duplicate(author: Principal, id: string, key: string | null): Promise<QuestionResponse> {
    const at = this.clock.now();
    return this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: author.id, route: `questions/${id}:duplicate`, request: id }, async () => {
        await openCourse(manager, author, { what: 'question', id }, at);
        const { sectionId, version } = await manager.findOneByOrFail(QuestionRow, { id });
        const { body } = await manager.findOneByOrFail(QuestionVersion, { questionId: id, version });
        const made = { id: randomUUID(), version: 1, key: null, body: copyOf(body) };
        await this.store(manager, sectionId, [made], { by: author.id, at });
        return readQuestion(manager, made.id);
      }),
    );
  }

  /** The question as it was stays: attempts and publications go on naming its version. */
  change(
    author: Principal,
    id: string,
    version: number,
    { question: body }: QuestionRequest,
  ): Promise<QuestionResponse> {
    const at = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      await openCourse(manager, author, { what: 'question', id }, at);
      const question = await manager.findOneByOrFail(QuestionRow, { id });
      requireVersion(version, question.version);
      const { key, sectionId } = question;
      await this.store(manager, sectionId, [{ id, version: version + 1, key, body }], { by: author.id, at });
      return readQuestion(manager, id);
    });
  }

  remove(author: Principal, id: string, version: number): Promise<void> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      await openCourse(manager, author, { what: 'question', id }, now);
      const question = await manager.findOneByOrFail(QuestionRow, { id });
      requireVersion(version, question.version);
      await manager.delete(QuestionRow, { id, version });
      await forgetFixed(manager, question.sectionId, [id]);
    });
  }

  /** Stores new questions and new versions of known ones in one statement, in this order. The course must be open. */
  async store(
    manager: EntityManager,
    sectionId: string,
    versions: readonly Version[],
    { by, at }: Making,
  ): Promise<void> {
    await manager.query(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($2::jsonb) AS given (place int, id uuid, version int, key text, body jsonb)
       ), made AS (
         INSERT INTO question (id, section_id, key, version, updated_at)
         SELECT id, $1::uuid, key, version, $4::timestamptz FROM given ORDER BY place
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at
       )
       INSERT INTO question_version (question_id, version, body, made_by, made_at)
       SELECT id, version, body, $3::uuid, $4::timestamptz FROM given`,
      [sectionId, JSON.stringify(versions.map((version, place) => ({ place, ...version }))), by, at],
    );
    if ((await manager.countBy(QuestionRow, { sectionId })) > questionsMax) throw new SectionIsFull(questionsMax);
  }
}
