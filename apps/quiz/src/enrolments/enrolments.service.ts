import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, once, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { CohortArchived } from '../cohorts/cohorts.errors.js';
import type { Way } from '../cohorts/history.js';
import { TeachingService } from '../cohorts/teaching.service.js';
import { lockAddresses } from '../invitations/invitations.queries.js';
import { type AdmittedRow, countsOf, type GivenRow } from './admission.js';
import { addressOf, Admissions } from './admissions.service.js';
import type { EnrolmentReport, EnrolRequest, ImportQuery, ImportReport } from './enrolments.dto.js';
import { RosterUnusable } from './enrolments.errors.js';
import { readRoster } from './roster-file.js';
import { Roster } from './roster.service.js';

interface Asked {
  readonly by: Principal;
  readonly cohortId: string;
  readonly via: Extract<Way, 'list' | 'import'>;
  readonly invites: boolean;
}

/** Thrown to undo a trial: it did all that the real thing does, and none of it is kept. */
class Trial extends Error {
  constructor(readonly items: readonly AdmittedRow[]) {
    super('A trial is undone.');
  }
}

/** Who is brought into a cohort by their addresses. Doing it again changes and announces nothing. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly teaching: TeachingService,
    private readonly admissions: Admissions,
    private readonly roster: Roster,
  ) {}

  async enrol(
    by: Principal,
    cohortId: string,
    { request, key }: { request: EnrolRequest; key: string | null },
  ): Promise<EnrolmentReport> {
    const given = request.emails.map((email) => ({ email }));
    const asked: Asked = { by, cohortId, via: 'list', invites: request.invite };
    return this.do(asked, given, { key, request }, (items) => ({ items: [...items], counts: countsOf(items) }));
  }

  /** @throws RosterUnusable when not one row of the file can be read. */
  async import(
    by: Principal,
    cohortId: string,
    { bytes, query, key }: { bytes: Uint8Array; query: ImportQuery; key: string | null },
  ): Promise<ImportReport> {
    await this.teaching.cohort(by, cohortId);
    const file = readRoster(bytes);
    if ('why' in file) throw new RosterUnusable(file);
    const { dryRun: isDryRun, invite } = query;
    const { rows, delimiter, hasHeader, ignoredColumns } = file;
    const asked: Asked = { by, cohortId, via: 'import', invites: invite };
    const about = { isDryRun, delimiter, hasHeader, ignoredColumns: [...ignoredColumns] };
    const reportOf = (items: readonly AdmittedRow[]) => ({ ...about, items: [...items], counts: countsOf(items) });
    if (isDryRun) return reportOf(await this.try(asked, rows));
    const request = [query, createHash('sha256').update(bytes).digest('base64')];
    return this.do(asked, rows, { key, request }, reportOf);
  }

  private async do<Report extends EnrolmentReport>(
    asked: Asked,
    given: readonly GivenRow[],
    { key, request }: { key: string | null; request: unknown },
    reportOf: (items: readonly AdmittedRow[]) => Report,
  ): Promise<Report> {
    const repeatable = { key, callerId: asked.by.id, route: `cohorts/${asked.cohortId}/enrolments`, request };
    let isFirst = false;
    const report = await this.dataSource.transaction((manager) =>
      once(manager, repeatable, async () => {
        isFirst = true;
        return reportOf(await this.admit(manager, asked, given));
      }),
    );
    if (isFirst) this.roster.committed(report.counts);
    return report;
  }

  private async try(asked: Asked, given: readonly GivenRow[]): Promise<readonly AdmittedRow[]> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        throw new Trial(await this.admit(manager, asked, given));
      });
    } catch (error) {
      if (error instanceof Trial) return error.items;
      throw error;
    }
  }

  private async admit(
    manager: EntityManager,
    { by, cohortId, via, invites }: Asked,
    given: readonly GivenRow[],
  ): Promise<AdmittedRow[]> {
    const at = this.clock.now();
    const emails = given.map(({ email }) => addressOf(email)).filter((email) => email !== null);
    // Before the cohort: whoever makes an account known locks in this order too.
    await lockAddresses(manager, emails, 'shared');
    const cohort = await this.teaching.lock(manager, by, cohortId);
    if (cohort.isArchived) throw new CohortArchived();
    return this.admissions.admit(manager, { cohort, by: by.id, at, via, invites }, given);
  }
}
