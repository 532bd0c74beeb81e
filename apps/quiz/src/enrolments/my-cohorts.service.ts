import { Injectable } from '@nestjs/common';
import { type Page, type PageQuery, type Principal, readCursor, toPage } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { CatalogService } from '../catalog/catalog.service.js';
import type { MyCohortResponse, OpenCohortResponse } from './my-cohorts.dto.js';
import { myCohorts, openCohorts } from './my-cohorts.queries.js';

const byTime = z.tuple([z.iso.datetime(), z.uuid()]);
const byName = z.tuple([z.string().max(500), z.uuid()]);

/** Cohorts as those see them who learn in one, or might. */
@Injectable()
export class MyCohortsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalog: CatalogService,
  ) {}

  async mine({ id }: Principal, { limit, cursor }: PageQuery): Promise<Page<MyCohortResponse>> {
    const after = readCursor('my-cohorts', cursor, byTime);
    return toPage('my-cohorts', await myCohorts(this.dataSource, id, { after, limit: limit + 1 }), limit, {
      item: (cohort) => ({ ...cohort, enrolledAt: cohort.enrolledAt.toISOString() }),
      key: (cohort) => [cohort.enrolledAt.toISOString(), cohort.id],
    });
  }

  async open({ id }: Principal, idOrSlug: string, { limit, cursor }: PageQuery): Promise<Page<OpenCohortResponse>> {
    const { course_id: courseId } = await this.catalog.course(idOrSlug);
    const after = readCursor('open-cohorts', cursor, byName);
    const slice = { after, limit: limit + 1 };
    return toPage('open-cohorts', await openCohorts(this.dataSource, { courseId, learnerId: id }, slice), limit, {
      item: (cohort) => cohort,
      key: (cohort) => [cohort.name, cohort.id],
    });
  }
}
