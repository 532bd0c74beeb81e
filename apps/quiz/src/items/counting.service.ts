import { Injectable } from '@nestjs/common';
import { changesOf, type CountedAttempt, offeredClasses, type Recount, talliesOf, type Tally } from '#libs/assessment';
import type { Question } from '#libs/contracts';
import type { EntityManager } from 'typeorm';

import { applyChanges, type ChangedQuestion, type KeptCount } from './changes.queries.js';
import { countOf } from './count.js';
import { type AttemptContent, type AttemptStanding, contentsOf, lockCounts, standingsOf } from './counts.queries.js';
import { DefinitionsService } from './definitions.service.js';

export interface Counting {
  readonly sectionId: string;
  readonly learnerIds: readonly string[];
  /** Counted anew even if its version is the one that was counted. */
  readonly attemptId?: string;
}

/** A change to make: an attempt, where it is to count, and whether it must be read anew. */
interface Plan {
  readonly attempt: AttemptStanding;
  readonly tally: Tally | null;
  readonly isStale: boolean;
}

/** Brings the counts in line with what is graded. It looks at what is true now: any order, any repetition ends the same. */
@Injectable()
export class CountingService {
  constructor(private readonly definitions: DefinitionsService) {}

  /** How many attempts were counted, counted elsewhere, or taken back. Holds the section's counts until the commit. */
  async count(manager: EntityManager, { sectionId, learnerIds, attemptId }: Counting): Promise<number> {
    await lockCounts(manager, sectionId);
    const standings = await standingsOf(manager, sectionId, learnerIds);
    const plans = plansFor(standings, attemptId);
    if (plans.length === 0) return 0;
    const contents = await contentsOf(
      manager,
      plans.map(({ attempt }) => attempt.id),
    );
    await this.apply(manager, sectionId, { plans, contents: new Map(contents.map((each) => [each.id, each])) });
    return plans.length;
  }

  private async apply(
    manager: EntityManager,
    sectionId: string,
    { plans, contents }: { plans: readonly Plan[]; contents: ReadonlyMap<string, AttemptContent> },
  ): Promise<void> {
    const recounts: Recount[] = [];
    const kept: KeptCount[] = [];
    const removed: string[] = [];
    const questions = new Map<string, ChangedQuestion & { question: Question }>();
    for (const { attempt, tally, isStale } of plans) {
      const content = contents.get(attempt.id);
      if (content === undefined) throw new RangeError(`Attempt ${attempt.id} has no paper.`);
      const before = countedBefore(attempt, content);
      const after = tally === null ? null : await this.countNow(manager, sectionId, { content, tally, isStale });
      for (const counted of [before, after]) {
        if (counted !== null) await this.learn(manager, questions, { sectionId, content, counted });
      }
      recounts.push({ before, after });
      if (after === null) removed.push(attempt.id);
      else kept.push({ attemptId: attempt.id, version: content.version, counted: after });
    }
    const offered = new Map([...questions].map(([name, { question }]) => [name, offeredIn(question)]));
    await applyChanges(manager, sectionId, {
      counts: changesOf(recounts),
      isOffered: ({ questionId, version, partId, value }) =>
        offered.get(`${questionId}/${version}`)?.has(JSON.stringify([partId, value])) ?? false,
      kept,
      removed,
      questions: [...questions.values()].map(({ question: _, ...rest }) => rest),
    });
  }

  private async countNow(
    manager: EntityManager,
    sectionId: string,
    { content, tally, isStale }: { content: AttemptContent; tally: Tally; isStale: boolean },
  ): Promise<CountedAttempt> {
    if (!isStale && content.counted !== null) return { ...content.counted, tally };
    const { publication, places, answers } = content;
    const section = await this.definitions.section(manager, { sectionId, publication });
    const versions = new Map(section.questions.map((question) => [`${question.id}/${question.version}`, question]));
    for (const { questionId, gradedVersion } of answers) {
      const name = `${questionId}/${gradedVersion}`;
      if (gradedVersion === null || versions.has(name)) continue;
      const { question } = await this.definitions.version(manager, { sectionId, questionId, version: gradedVersion });
      versions.set(name, question);
    }
    const questionOf = (questionId: string, version: number) => {
      const question = versions.get(`${questionId}/${version}`);
      if (question === undefined) throw new RangeError(`Version ${version} of ${questionId} is not published.`);
      return question;
    };
    return countOf({ publication, max: content.max, places, answers }, { section, questionOf }, tally);
  }

  /** Which versions the attempt touches, and a publication that has each. */
  private async learn(
    manager: EntityManager,
    questions: Map<string, ChangedQuestion & { question: Question }>,
    { sectionId, content, counted }: { sectionId: string; content: AttemptContent; counted: CountedAttempt },
  ): Promise<void> {
    const section = await this.definitions.section(manager, { sectionId, publication: content.publication });
    for (const { questionId, version } of counted.answers) {
      const name = `${questionId}/${version}`;
      if (questions.has(name)) continue;
      const own = section.questions.find((each) => each.id === questionId && each.version === version);
      const found =
        own === undefined
          ? await this.definitions.version(manager, { sectionId, questionId, version })
          : { question: own, publication: content.publication };
      questions.set(name, { questionId, version, courseId: content.courseId, ...found });
    }
  }
}

function plansFor(standings: readonly AttemptStanding[], attemptId: string | undefined): Plan[] {
  const byLearner = new Map<string, AttemptStanding[]>();
  for (const standing of standings) {
    byLearner.set(standing.learnerId, [...(byLearner.get(standing.learnerId) ?? []), standing]);
  }
  return [...byLearner.values()].flatMap((own) => {
    const tallies = talliesOf(own.filter(({ isGraded }) => isGraded));
    return own.flatMap((attempt): Plan[] => {
      const tally = tallies.get(attempt.id) ?? null;
      const isStale = attempt.counted?.version !== attempt.version || attempt.id === attemptId;
      const isInPlace = tally !== null && attempt.counted !== null && sameTally(tally, tallyOf(attempt.counted));
      return isInPlace && !isStale ? [] : [{ attempt, tally, isStale }];
    });
  });
}

function countedBefore({ counted }: AttemptStanding, content: AttemptContent): CountedAttempt | null {
  return counted === null || content.counted === null ? null : { ...content.counted, tally: tallyOf(counted) };
}

function tallyOf({ isFirst, isBest, isLatest }: NonNullable<AttemptStanding['counted']>): Tally {
  return [Number(isFirst), Number(isBest), Number(isLatest), 1];
}

function sameTally(left: Tally, right: Tally): boolean {
  return left.every((count, at) => count === right[at]);
}

/** Published versions never change and are kept in memory; what can be chosen is worked out once for each that is. */
const offeredSets = new WeakMap<Question, ReadonlySet<string>>();

function offeredIn(question: Question): ReadonlySet<string> {
  const known = offeredSets.get(question);
  if (known !== undefined) return known;
  const offered = new Set(offeredClasses(question).map(({ partId, value }) => JSON.stringify([partId, value])));
  offeredSets.set(question, offered);
  return offered;
}
