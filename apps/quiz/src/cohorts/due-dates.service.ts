import { Injectable } from '@nestjs/common';
import { Clock, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { CohortArchived, SectionForeign } from './cohorts.errors.js';
import type { DueDatesRequest, DueDatesResponse } from './due-dates.dto.js';
import { dueDatesOf, saveDueDates } from './due-dates.queries.js';
import { record } from './history.queries.js';
import { TeachingService } from './teaching.service.js';

/** When a cohort is expected to have passed each section. Nothing is locked by it, and accommodations do not move it. */
@Injectable()
export class DueDatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly teaching: TeachingService,
  ) {}

  async read(by: Principal, cohortId: string): Promise<DueDatesResponse> {
    await this.teaching.cohort(by, cohortId);
    return view(this.dataSource, cohortId);
  }

  async save(by: Principal, cohortId: string, request: DueDatesRequest): Promise<DueDatesResponse> {
    const at = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const cohort = await this.teaching.lock(manager, by, cohortId);
      if (cohort.isArchived) throw new CohortArchived();
      const known = new Set((await dueDatesOf(manager, cohortId)).map(({ sectionId }) => sectionId));
      const dates = Object.entries(request).map(([sectionId, dueAt]) => ({
        sectionId: sectionId.toLowerCase(),
        dueAt,
      }));
      const foreign = dates.filter(({ sectionId, dueAt }) => dueAt !== null && !known.has(sectionId));
      if (foreign.length > 0) throw new SectionForeign(foreign.map(({ sectionId }) => sectionId));
      const changed = await saveDueDates(manager, cohortId, dates);
      if (changed > 0) {
        const detail = { sections: changed };
        await record(manager, at, [{ cohortId, actorId: by.id, act: 'due_dates_changed', detail }]);
      }
      return view(manager, cohortId);
    });
  }
}

async function view(manager: EntityManager | DataSource, cohortId: string): Promise<DueDatesResponse> {
  const sections = await dueDatesOf(manager, cohortId);
  return { sections: sections.map((section) => ({ ...section, dueAt: section.dueAt?.toISOString() ?? null })) };
}
