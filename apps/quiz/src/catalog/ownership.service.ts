import { Injectable } from '@nestjs/common';
import { hasRole, NotFound, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { ownedCourse, ownedSection, type OwnedSection } from './ownership.queries.js';

/** Whose course it is: an author decides about their own courses, an admin about all of them. */
@Injectable()
export class OwnershipService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound for a course of somebody else just as for one that does not exist. */
  async requireCourse(
    by: Principal,
    courseId: string,
    manager: EntityManager | DataSource = this.dataSource,
  ): Promise<void> {
    if (!(await ownedCourse(manager, askerOf(by), courseId))) throw new NotFound('course');
  }

  /**
   * The course of a section, for its owner.
   * @throws NotFound for a section of somebody else's course just as for one that does not exist.
   */
  async requireSection(
    by: Principal,
    sectionId: string,
    manager: EntityManager | DataSource = this.dataSource,
  ): Promise<OwnedSection> {
    const section = await ownedSection(manager, askerOf(by), sectionId);
    if (section === null) throw new NotFound('section');
    return section;
  }

  /** Whether `by` owns the course, for rights that others may have as well. */
  owns(by: Principal, courseId: string, manager: EntityManager | DataSource = this.dataSource): Promise<boolean> {
    return ownedCourse(manager, askerOf(by), courseId);
  }
}

function askerOf(by: Principal) {
  return { id: by.id, isAdmin: hasRole(by, 'admin'), isAuthor: hasRole(by, 'author') };
}
