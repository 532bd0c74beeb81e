import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, Metrics, type Principal } from '#libs/platform';
import type { Counter } from 'prom-client';
import { DataSource } from 'typeorm';

import { openCourse, requireOwn } from '../courses/courses.queries.js';
import { namedQuestions } from '../questions/questions.queries.js';
import { QuestionsService } from '../questions/questions.service.js';
import type { ImportQuestionsQuery, ImportQuestionsRequest, ImportQuestionsResponse } from './imports.dto.js';
import { type Plan, planOf } from './question-plan.js';
import { Reader } from './reader.service.js';

@Injectable()
export class QuestionImportsService {
  private readonly imported: Counter<'format' | 'outcome'>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly questions: QuestionsService,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.imported = metrics.counter('waymark_questions_imported_total', 'Items of imported question files.', [
      'format',
      'outcome',
    ]);
  }

  /** Every question of the file that can be used, or none where the whole cannot be stored; each item is judged alone. */
  async import(
    author: Principal,
    sectionId: string,
    { format, text }: ImportQuestionsRequest,
    { dryRun }: ImportQuestionsQuery,
  ): Promise<ImportQuestionsResponse> {
    await requireOwn(this.dataSource, author, { what: 'section', id: sectionId });
    const { items, notes } = await this.reader.read({ what: 'questions', text });
    const names = items.flatMap(({ key }) => (key === null ? [] : [key]));
    if (dryRun) {
      const plan = planOf(items, await namedQuestions(this.dataSource, sectionId, names), randomUUID);
      return {
        ...reportOf({ ...plan, items: plan.items.map(({ questionId: _, ...item }) => item) }),
        notes: [...notes],
      };
    }
    const plan = await this.dataSource.transaction(async (manager) => {
      const at = this.clock.now();
      await openCourse(manager, author, { what: 'section', id: sectionId }, at);
      const planned = planOf(items, await namedQuestions(manager, sectionId, names), randomUUID);
      await this.questions.store(manager, sectionId, planned.versions, { by: author.id, at });
      return planned;
    });
    for (const { outcome } of plan.items) this.imported.inc({ format, outcome });
    return { ...reportOf(plan), notes: [...notes] };
  }
}

function reportOf({ items }: Plan): Omit<ImportQuestionsResponse, 'notes'> {
  const refused = items.filter((item) => item.outcome === 'refused').length;
  return { imported: items.length - refused, refused, items: [...items] };
}
