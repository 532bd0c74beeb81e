import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, NotFound, once, type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { uuidV7 } from '../attempts/uuid-v7.js';
import { OwnershipService } from '../catalog/ownership.service.js';
import { readCounts } from './counts.js';
import { problemsOf } from './regrade.js';
import { RegradeJobsService } from './regrade-jobs.service.js';
import type { MakeRegradeRequest, RegradeResponse } from './regrades.dto.js';
import {
  FromVersionsUnknown,
  RegradeBusy,
  RegradeNotReady,
  RegradeOutdated,
  RegradeUnderWay,
  ReplacementUnfit,
  TooManyDryRuns,
  VersionNotPublished,
} from './regrades.errors.js';
import {
  countUndecided,
  discardRegrade,
  insertRegrade,
  knownVersions,
  lockSection,
  regradeById,
  type RegradeRow,
  regradesOfSection,
  rivalOf,
  startApplying,
} from './regrades.queries.js';

const position = z.tuple([z.iso.datetime(), z.uuid()]);
const undecidedMax = 20;

/** A wrong question and what is done about the attempts that met it: first looked at, then applied or discarded. */
@Injectable()
export class RegradesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ownership: OwnershipService,
    private readonly jobs: RegradeJobsService,
  ) {}

  /** Begins with a dry run; nothing changes before `apply`. */
  async make(
    by: Principal,
    sectionId: string,
    { request, key }: { request: MakeRegradeRequest; key: string | null },
  ): Promise<RegradeResponse> {
    const { courseId } = await this.ownership.requireSection(by, sectionId);
    const route = `POST sections/${sectionId}/regrades`;
    const made = await this.dataSource.transaction((manager) =>
      once(manager, { key, callerId: by.id, route, request }, async () =>
        viewRegrade(await this.insert(manager, { courseId, sectionId, madeBy: by.id }, request)),
      ),
    );
    this.jobs.wake();
    return made;
  }

  async list(by: Principal, sectionId: string, { limit, cursor }: PageQuery): Promise<Page<RegradeResponse>> {
    await this.ownership.requireSection(by, sectionId);
    const after = readCursor('regrades', cursor, position);
    const found = await regradesOfSection(this.dataSource, sectionId, { after, limit: limit + 1 });
    return toPage('regrades', found, limit, { item: viewRegrade, key: (row) => [row.madeAt.toISOString(), row.id] });
  }

  async read(by: Principal, regradeId: string): Promise<RegradeResponse> {
    return viewRegrade(await this.require(this.dataSource, by, regradeId));
  }

  /**
   * Attempts that ended since the dry run are regraded too; what another regrade changed meanwhile is a reason to look again.
   * Asked for again, it finds the work under way or done. One that failed half-way goes on where it was.
   */
  async apply(by: Principal, regradeId: string): Promise<RegradeResponse> {
    const applied = await this.dataSource.transaction(async (manager) => {
      const { sectionId } = await this.require(manager, by, regradeId);
      await lockSection(manager, sectionId);
      const regrade = await this.require(manager, by, regradeId, true);
      if (regrade.state === 'applying' || regrade.state === 'applied') return regrade;
      const isHalfDone = regrade.state === 'failed' && regrade.applyStartedAt !== null;
      if (regrade.state !== 'previewed' && !isHalfDone) throw new RegradeNotReady(regrade.state);
      const rival = isHalfDone ? null : await rivalOf(manager, regrade);
      if (rival === 'at_work') throw new RegradeBusy();
      if (rival === 'newer') throw new RegradeOutdated();
      await startApplying(manager, regradeId, { by: by.id, at: this.clock.now() });
      return this.require(manager, by, regradeId);
    });
    this.jobs.wake();
    return viewRegrade(applied);
  }

  async discard(by: Principal, regradeId: string): Promise<RegradeResponse> {
    const discarded = await this.dataSource.transaction(async (manager) => {
      const regrade = await this.require(manager, by, regradeId, true);
      if (regrade.applyStartedAt !== null) throw new RegradeUnderWay();
      if (regrade.state !== 'discarded') await discardRegrade(manager, regradeId);
      return { ...regrade, state: 'discarded' as const };
    });
    return viewRegrade(discarded);
  }

  private async insert(
    manager: EntityManager,
    where: { courseId: string; sectionId: string; madeBy: string },
    request: MakeRegradeRequest,
  ): Promise<RegradeRow> {
    const { sectionId } = where;
    const { questionId, toVersion, policy, credentials, reason } = request;
    await lockSection(manager, sectionId);
    const questions = (await knownVersions(manager, sectionId, questionId)).map(({ question }) => question);
    if (questions.length === 0) throw new NotFound('question in this section');
    const known = questions.map(({ version }) => version);
    const replacement = questions.find(({ version }) => version === toVersion);
    if (replacement === undefined) throw new VersionNotPublished(toVersion, known);
    const others = known.filter((version) => version !== toVersion);
    const fromVersions = request.fromVersions ?? (others.length > 0 ? others : known);
    const unknown = fromVersions.filter((version) => !known.includes(version));
    if (unknown.length > 0) throw new FromVersionsUnknown(unknown, known);
    const from = questions.filter(({ version }) => fromVersions.includes(version));
    const problems = problemsOf(from, { replacement, policy });
    if (problems.length > 0) throw new ReplacementUnfit(problems);
    if ((await countUndecided(manager, sectionId)) >= undecidedMax) throw new TooManyDryRuns(undecidedMax);
    const madeAt = this.clock.now();
    const id = uuidV7(madeAt, randomBytes(10));
    const what = { questionId, toVersion, policy, credentials, reason };
    return insertRegrade(manager, { ...where, ...what, id, fromVersions, madeAt });
  }

  /** @throws NotFound for a regrade of somebody else's course just as for one that does not exist. */
  private async require(manager: EntityManager | DataSource, by: Principal, regradeId: string, isLocked = false) {
    const regrade = await regradeById(manager, regradeId, { isLocked });
    const isTheirs = regrade !== null && (await this.ownership.owns(by, regrade.courseId, manager));
    if (!isTheirs) throw new NotFound('regrade');
    return regrade;
  }
}

export function viewRegrade(row: RegradeRow): RegradeResponse {
  const { id, courseId, sectionId, questionId, fromVersions, toVersion, policy, credentials, reason } = row;
  const isPreview = row.applyStartedAt === null;
  const preview = readCounts(row.previewCounts);
  const total = Math.max(row.total ?? 0, row.done);
  return {
    ...{ id, courseId, sectionId, questionId, fromVersions, toVersion, policy, credentials, reason },
    state: row.state,
    failure: row.failure,
    progress: { done: row.done, total },
    summary: isPreview ? preview : readCounts(row.counts),
    preview: isPreview ? null : preview,
    madeAt: row.madeAt.toISOString(),
    previewedAt: row.previewedAt?.toISOString() ?? null,
    appliedAt: row.appliedAt?.toISOString() ?? null,
  };
}
