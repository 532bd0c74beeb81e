import { Injectable } from '@nestjs/common';
import { type Answer, forRenewal, type PaperItem, parseAnswer } from '#libs/assessment';
import { NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';

import { BoundedCache } from '../catalog/bounded-cache.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { QuestionVersionsService } from '../catalog/question-versions.service.js';
import { type AttemptPin, type AttemptRecord, type GivenAnswer, openPaper, type Paper, regraded } from './attempt.js';
import { AnswerInvalid, QuestionNotInPaper } from './attempts.errors.js';
import { loadAttempt, loadPlaces } from './attempts.queries.js';

/** About 3 KB each, since questions are shared: some 15 MB. */
const papersKeptMax = 5_000;

/** The papers of attempts. Only their deadline can change, to a later one, so a save needs no read before its write. */
@Injectable()
export class PapersService {
  private readonly papers = new BoundedCache<Paper>(papersKeptMax);
  private readonly touched = new BoundedCache<true>(papersKeptMax);

  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: CatalogService,
    private readonly versions: QuestionVersionsService,
  ) {}

  /** @throws NotFound for a foreign attempt just as for one that does not exist. */
  async ofLearner(attemptId: string, learnerId: string): Promise<Paper> {
    const known = this.papers.get(attemptId);
    if (known !== undefined) {
      if (known.learnerId !== learnerId) throw new NotFound('attempt');
      return known;
    }
    const [attempt] = await loadAttempt(this.dataSource, [attemptId, learnerId]);
    if (attempt === undefined) throw new NotFound('attempt');
    return this.of(attempt);
  }

  async of(attempt: AttemptPin): Promise<Paper> {
    const known = this.papers.get(attempt.id);
    // An accommodation granted meanwhile, perhaps by way of another replica, has lengthened the attempt.
    const isCurrent = known?.deadlineAt?.getTime() === attempt.deadlineAt?.getTime();
    if (known !== undefined) return isCurrent ? known : this.keep({ ...known, deadlineAt: attempt.deadlineAt });
    const [found] = await loadPlaces(this.dataSource, [attempt.id]);
    if (found === undefined) throw new RangeError(`Attempt ${attempt.id} has no paper.`);
    const section = await this.catalog.section(attempt.courseId, attempt.publication, attempt.sectionId);
    return this.keep(openPaper(attempt, found.places, attempt.purpose === 'renewal' ? forRenewal(section) : section));
  }

  /** By question id, the places whose answers are graded by another version than the one on the paper. */
  async regraded(paper: Paper, { responses }: Pick<AttemptRecord, 'responses'>): Promise<Map<string, PaperItem>> {
    const items = new Map<string, PaperItem>();
    for (const { questionId, gradedVersion } of responses) {
      const item = paper.items.get(questionId);
      if (item === undefined || gradedVersion === null || gradedVersion === item.question.version) continue;
      const question = await this.versions.question(paper.sectionId, questionId, gradedVersion);
      items.set(questionId, regraded(item, question));
    }
    return items;
  }

  /** Remembers that answers were saved to an attempt here. A hint: another replica may know more. */
  touch(attemptId: string): void {
    if (this.touched.get(attemptId) === undefined) this.touched.set(attemptId, true);
  }

  isTouched(attemptId: string): boolean {
    return this.touched.get(attemptId) ?? false;
  }

  keep(paper: Paper): Paper {
    this.papers.set(paper.id, paper);
    return paper;
  }
}

/** The answer with the author's option ids. Whether it is right plays no part. */
export function asStored(
  paper: Paper,
  given: Pick<GivenAnswer, 'questionId' | 'answer'>,
  kind: 'missing' | 'invalid',
): Answer | null {
  const item = paper.items.get(given.questionId);
  if (item === undefined) throw new QuestionNotInPaper(kind);
  if (given.answer === null) return null;
  const parsed = parseAnswer(item, given.answer);
  if ('answer' in parsed) return parsed.answer;
  const { pointer, detail } = parsed.problem;
  throw new AnswerInvalid('The answer does not fit the question.', [{ pointer: `/answer${pointer}`, detail }]);
}
