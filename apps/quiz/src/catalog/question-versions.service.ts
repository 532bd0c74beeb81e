import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/contracts';
import { DataSource } from 'typeorm';

import { BoundedCache } from './bounded-cache.js';
import { questionVersion } from './catalog.queries.js';

/** A few KB each. */
const questionsKeptMax = 1_000;

/** One version of a question from whichever publication of its section holds it; it never changes, so it is read once. */
@Injectable()
export class QuestionVersionsService {
  private readonly questions = new BoundedCache<Question>(questionsKeptMax);

  constructor(private readonly dataSource: DataSource) {}

  /** Throws when no publication has it: whoever asks found it on a paper or in a grade, so the data are damaged. */
  async question(sectionId: string, questionId: string, version: number): Promise<Question> {
    const key = `${sectionId}/${questionId}/${version}`;
    const known = this.questions.get(key);
    if (known !== undefined) return known;
    const [found] = await questionVersion(this.dataSource, [sectionId, questionId, version]);
    if (found === undefined)
      throw new RangeError(`No publication of ${sectionId} has version ${version} of ${questionId}.`);
    this.questions.set(key, found.question);
    return found.question;
  }
}
