import { Injectable } from '@nestjs/common';
import { QuestionAnalysed } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import { Clock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { type AnalysedQuestion, analyseSection } from './analysis.js';
import { readClasses, readCounts, readOpenChallenges } from './analysis.queries.js';
import { type AnnouncedQuestion, claimChanged, keepAnnounced, markChallenged } from './announcements.queries.js';
import { DefinitionsService } from './definitions.service.js';
import { ItemMetrics } from './item-metrics.service.js';

/** How often one question is announced at most, however many attempts are graded. */
export const intervalMs = 10_000;
/** Questions announced in one transaction. */
const batchSize = 50;

interface Announcement extends AnnouncedQuestion {
  readonly openChallenges: number;
  readonly analysed: AnalysedQuestion;
}

/** Tells how questions do, over each learner's first attempt: many grades in a short time are one announcement. */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly definitions: DefinitionsService,
    private readonly outbox: Outbox,
    private readonly metrics: ItemMetrics,
  ) {}

  /** Announces every question that changed and was not announced within the interval; how many. */
  async runOnce(): Promise<number> {
    const now = this.clock.now();
    await this.dataSource.transaction(markChallenged);
    let total = 0;
    for (;;) {
      const announced = await this.dataSource.transaction((manager) => this.announceBatch(manager, now));
      total += announced;
      this.metrics.questionsAnalysed(announced);
      if (announced < batchSize) return total;
    }
  }

  private async announceBatch(manager: EntityManager, now: Date): Promise<number> {
    const changed = await claimChanged(manager, new Date(now.getTime() - intervalMs), batchSize);
    const announcements: Announcement[] = [];
    for (const [sectionId, questions] of bySection(changed)) {
      announcements.push(...(await this.analyse(manager, sectionId, questions)));
    }
    await keepAnnounced(manager, now, announcements);
    // In one order everywhere: each announcement holds a lock on its key until the commit.
    const byKey = announcements.toSorted((left, right) => (left.questionId < right.questionId ? -1 : 1));
    for (const announcement of byKey) {
      await this.outbox.add(manager, QuestionAnalysed, { ...eventOf(announcement), analysedAt: now.toISOString() });
    }
    return changed.length;
  }

  private async analyse(
    manager: EntityManager,
    sectionId: string,
    changed: readonly AnnouncedQuestion[],
  ): Promise<Announcement[]> {
    const of = { sectionId, choice: 'first', publication: null } as const;
    const byName = new Map(changed.map((question) => [`${question.questionId}/${question.version}`, question]));
    const counts = await readCounts(manager, of);
    const counted = counts.questions.filter(({ questionId, version }) => byName.has(`${questionId}/${version}`));
    const classes = await readClasses(manager, of, counted);
    const challenges = await readOpenChallenges(manager, sectionId);
    const questions = [];
    for (const { questionId, version } of changed) {
      questions.push((await this.definitions.version(manager, { sectionId, questionId, version })).question);
    }
    const { questions: analysed } = analyseSection({ counts, classes, questions });
    return analysed.flatMap((each) => {
      const question = byName.get(`${each.questionId}/${each.version}`);
      const openChallenges = challenges.get(each.questionId) ?? 0;
      return question === undefined ? [] : [{ ...question, openChallenges, analysed: each }];
    });
  }
}

function eventOf({ questionId, version, courseId, sectionId, openChallenges, analysed }: Announcement) {
  const { attempts, facility, discriminationIndex, flags } = analysed;
  return {
    questionId,
    questionVersion: version,
    courseId,
    sectionId,
    attempts,
    facility,
    discrimination: discriminationIndex,
    flags: flags.map(({ code }) => code),
    openChallenges,
  };
}

function bySection(questions: readonly AnnouncedQuestion[]): Map<string, AnnouncedQuestion[]> {
  const sections = new Map<string, AnnouncedQuestion[]>();
  for (const question of questions) {
    sections.set(question.sectionId, [...(sections.get(question.sectionId) ?? []), question]);
  }
  return sections;
}
