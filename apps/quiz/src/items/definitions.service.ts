import { Injectable } from '@nestjs/common';
import type { PublishedSection, Question } from '#libs/contracts';
import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

import { BoundedCache } from '../catalog/bounded-cache.js';

/** About 20 KB each: some 2 MB. */
const sectionsKeptMax = 100;
const questionsKeptMax = 500;

export interface SectionAt {
  readonly sectionId: string;
  readonly publication: number;
}

export interface VersionOf {
  readonly sectionId: string;
  readonly questionId: string;
  readonly version: number;
}

/** Published sections and single versions of their questions, read in the transaction of whoever asks. Both never change. */
@Injectable()
export class DefinitionsService {
  private readonly sections = new BoundedCache<PublishedSection>(sectionsKeptMax);
  private readonly questions = new BoundedCache<{ question: Question; publication: number }>(questionsKeptMax);

  /** Throws for a section that has not arrived (yet), so that whoever counts by it tries again. */
  async section(manager: EntityManager | DataSource, { sectionId, publication }: SectionAt): Promise<PublishedSection> {
    const name = `${sectionId}/${publication}`;
    const known = this.sections.get(name);
    if (known !== undefined) return known;
    const [found] = await rows<{ content: PublishedSection }>(
      manager,
      'SELECT content FROM published_section WHERE section_id = $1 AND publication = $2',
      [sectionId, publication],
    );
    if (found === undefined) throw new RangeError(`Publication ${publication} of section ${sectionId} is not here.`);
    this.sections.set(name, found.content);
    return found.content;
  }

  /** A version and the newest publication that has it: a regrade may name one that is not on the attempt's paper. */
  async version(manager: EntityManager | DataSource, { sectionId, questionId, version }: VersionOf) {
    const name = `${questionId}/${version}`;
    const known = this.questions.get(name);
    if (known !== undefined) return known;
    const [found] = await rows<{ publication: number; content: PublishedSection }>(
      manager,
      `SELECT publication, content FROM published_section WHERE section_id = $1 AND content @> $2::jsonb
       ORDER BY publication DESC LIMIT 1`,
      [sectionId, JSON.stringify({ questions: [{ id: questionId, version }] })],
    );
    const question = found?.content.questions.find((each) => each.id === questionId && each.version === version);
    if (found === undefined || question === undefined) {
      throw new RangeError(`No publication of section ${sectionId} has version ${version} of ${questionId}.`);
    }
    const definition = { question, publication: found.publication };
    this.questions.set(name, definition);
    return definition;
  }
}
