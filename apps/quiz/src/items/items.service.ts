import { Injectable } from '@nestjs/common';
import type { Question } from '#libs/contracts';
import { hasRole, NotFound, type Principal } from '#libs/platform';
import { DataSource } from 'typeorm';

import { BoundedCache } from '../catalog/bounded-cache.js';
import { analyseSection, type Counts, type SectionAnalysis } from './analysis.js';
import { csvOfAnalysis } from './analysis-csv.js';
import { type CountsOf, findAnalysedSection, readClasses, readCounts, readOpenChallenges } from './analysis.queries.js';
import { DefinitionsService } from './definitions.service.js';
import type { ItemAnalysisQuery, ItemAnalysisResponse } from './items.dto.js';

/** Some 50 KB each: 5 MB. */
const analysesKeptMax = 100;

/** How the questions of a section did, for those who write them and those who teach with them. */
@Injectable()
export class ItemsService {
  private readonly analyses = new BoundedCache<{ revision: number; analysis: SectionAnalysis }>(analysesKeptMax);

  constructor(
    private readonly dataSource: DataSource,
    private readonly definitions: DefinitionsService,
  ) {}

  async read(by: Principal, sectionId: string, query: ItemAnalysisQuery): Promise<ItemAnalysisResponse> {
    const publication = query.publication ?? null;
    const section = await findAnalysedSection(this.dataSource, sectionId, { asker: askerOf(by), publication });
    if (section === null) throw new NotFound('section');
    if (!section.hasPublication) throw new NotFound('publication');
    const looked = { sectionId, publication: publication ?? section.publication };
    const [challenges, { questions: current }] = await Promise.all([
      readOpenChallenges(this.dataSource, sectionId),
      this.definitions.section(this.dataSource, looked),
    ]);
    const of = { sectionId, choice: query.attempts, publication };
    const analysis = await this.analysisOf(of, { current, name: `${looked.publication}`, revision: section.revision });
    const positions = positionsIn(current);
    return {
      sectionId,
      title: section.title,
      attempts: query.attempts,
      publication,
      quiz: analysis.quiz,
      questions: analysis.questions.map((question) => ({
        ...question,
        position: positions.get(question.questionId) ?? null,
        flags: [...question.flags],
        parts: question.parts.map((part) => ({ ...part, classes: [...part.classes] })),
        openChallenges: challenges.get(question.questionId) ?? 0,
      })),
    };
  }

  /**
   * Worked out once per revision of the counts. The revision was read before the counts: they are as new or newer, and what is
   * newer has a revision of its own.
   */
  private async analysisOf(
    of: CountsOf,
    { current, name, revision }: { current: readonly Question[]; name: string; revision: number },
  ): Promise<SectionAnalysis> {
    const key = `${of.sectionId}/${of.choice}/${of.publication}/${name}`;
    const known = this.analyses.get(key);
    if (known?.revision === revision) return known.analysis;
    const counts = await readCounts(this.dataSource, of);
    const classes = await readClasses(this.dataSource, of, counts.questions);
    const questions = inOrder([...(await this.counted(of.sectionId, counts, current)), ...current], current);
    const analysis = analyseSection({ counts, classes, questions });
    this.analyses.set(key, { revision, analysis });
    return analysis;
  }

  async export(by: Principal, sectionId: string, query: ItemAnalysisQuery): Promise<string> {
    return csvOfAnalysis(await this.read(by, sectionId, query));
  }

  /** The versions that were counted and are not current. */
  private async counted(sectionId: string, { questions }: Counts, current: readonly Question[]): Promise<Question[]> {
    const names = new Set(current.map(({ id, version }) => `${id}/${version}`));
    const older = questions.filter(({ questionId, version }) => !names.has(`${questionId}/${version}`));
    return Promise.all(
      older.map(async ({ questionId, version }) => {
        const { question } = await this.definitions.version(this.dataSource, { sectionId, questionId, version });
        return question;
      }),
    );
  }
}

function positionsIn(current: readonly Question[]): Map<string, number> {
  return new Map(current.map(({ id }, index) => [id, index + 1]));
}

/** As the section has them, the newest version first; what it has no more comes last. */
function inOrder(questions: readonly Question[], current: readonly Question[]): Question[] {
  const positions = positionsIn(current);
  const place = ({ id }: Question) => positions.get(id) ?? current.length + 1;
  return questions.toSorted(
    (left, right) =>
      place(left) - place(right) ||
      (left.id < right.id ? -1 : Number(left.id > right.id)) ||
      right.version - left.version,
  );
}

function askerOf(by: Principal) {
  return {
    id: by.id,
    isAdmin: hasRole(by, 'admin'),
    isAuthor: hasRole(by, 'author'),
    isInstructor: hasRole(by, 'instructor'),
  };
}
