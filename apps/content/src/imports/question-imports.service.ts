import { Injectable } from '@nestjs/common';
import { Metrics, type Principal } from '#libs/platform';
import type { Counter } from 'prom-client';
import { DataSource } from 'typeorm';

import { requireOwn } from '../courses/courses.queries.js';
import type {
  ImportFileQuery,
  ImportQuestionsQuery,
  ImportQuestionsRequest,
  ImportQuestionsResponse,
} from './imports.dto.js';
import { FileRefused } from './imports.errors.js';
import type { QuestionFile } from './question-file.js';
import { QuestionIntakeService } from './question-intake.service.js';
import type { Plan } from './question-plan.js';
import { Reader } from './reader.service.js';

@Injectable()
export class QuestionImportsService {
  private readonly imported: Counter<'format' | 'outcome'>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
    private readonly intake: QuestionIntakeService,
    metrics: Metrics,
  ) {
    this.imported = metrics.counter('waymark_questions_imported_total', 'Items of imported question files.', [
      'format',
      'outcome',
    ]);
  }

  import(
    author: Principal,
    sectionId: string,
    { format, text, base64 = '', name = '' }: ImportQuestionsRequest,
    { dryRun }: ImportQuestionsQuery,
  ): Promise<ImportQuestionsResponse> {
    const bytes = text === undefined ? Buffer.from(base64, 'base64') : Buffer.from(text);
    return this.take(author, sectionId, { bytes, format, name }, dryRun);
  }

  importFile(
    author: Principal,
    sectionId: string,
    bytes: Uint8Array,
    { format, name, dryRun }: ImportFileQuery,
  ): Promise<ImportQuestionsResponse> {
    return this.take(author, sectionId, { bytes, format, name }, dryRun);
  }

  /** Every question of the file that can be used, or none where the whole cannot be stored; each item is judged alone. */
  private async take(
    author: Principal,
    sectionId: string,
    file: QuestionFile,
    dryRun: boolean,
  ): Promise<ImportQuestionsResponse> {
    await requireOwn(this.dataSource, author, { what: 'section', id: sectionId });
    const read = await this.reader.read({ what: 'questions', given: file });
    if (!read.ok) throw new FileRefused(read.code, read.message);
    const { format, items, notes, pictures } = read;
    if (dryRun) {
      const plan = await this.intake.foresee(sectionId, items);
      const unmade = { items: plan.items.map(({ questionId: _, ...item }) => item) };
      return { format, ...reportOf(unmade), notes: [...notes] };
    }
    const plan = await this.intake.store(author, sectionId, items, pictures);
    for (const { outcome } of plan.items) this.imported.inc({ format, outcome });
    return { format, ...reportOf(plan), notes: [...notes] };
  }
}

function reportOf({ items }: Pick<Plan, 'items'>): Omit<ImportQuestionsResponse, 'notes' | 'format'> {
  const refused = items.filter((item) => item.outcome === 'refused').length;
  return { imported: items.length - refused, refused, items: [...items] };
}
