import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/contracts';
import { questionFormats, type WrittenFile } from '#libs/interchange';
import type { Principal } from '#libs/platform';
import { DataSource } from 'typeorm';

import { requireOwn } from '../courses/courses.queries.js';
import { slugOf } from '../courses/slug.js';
import { picturesNamed } from '../media/media.queries.js';
import { shownMedia } from '../media/shown-media.js';
import { questionsOfSection } from '../questions/questions.queries.js';
import { Section } from '../sections/section.entity.js';
import type { ExportQuestionsQuery, ExportReport } from './imports.dto.js';
import { Reader } from './reader.service.js';

/** A file for the author to keep, or the report on it. */
export type Exported =
  | { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly report: ExportReport };

@Injectable()
export class QuestionExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: Reader,
  ) {}

  /** The questions of a section as they stand, each under its id, so that an import of the file finds them again. */
  async export(author: Principal, sectionId: string, { format, report }: ExportQuestionsQuery): Promise<Exported> {
    await requireOwn(this.dataSource, author, { what: 'section', id: sectionId });
    const { title } = await this.dataSource.manager.findOneByOrFail(Section, { id: sectionId });
    const questions = await questionsOfSection(this.dataSource, sectionId);
    const pictures = await this.pictures(questions);
    const given = { format, questions, title, pictures };
    const written: WrittenFile = await this.reader.read({ what: 'export', given });
    const { extension, mediaType } = questionFormats[format];
    const fileName = `${slugOf(title)}.${extension}`;
    if (!report) return { fileName, mediaType, bytes: written.bytes };
    return { report: { fileName, items: [...written.report.items] } };
  }

  private async pictures(questions: readonly Question[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const names = shownMedia(questions).map(({ name }) => name);
    return names.length === 0 ? new Map() : picturesNamed(this.dataSource, names);
  }
}
