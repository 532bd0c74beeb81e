import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Principal, SignInRequired } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { CohortArchived } from '../cohorts/cohorts.errors.js';
import { instructorsOf } from '../cohorts/instructors.queries.js';
import {
  LinkTriesUsed,
  LinkUnusable,
  NotOpenToAll,
  NotYoursToLeave,
  TakenOut,
  TeachesHere,
} from './enrolments.errors.js';
import { linkState } from './link.js';
import type { JoinedResponse, LinkViewResponse } from './links.dto.js';
import { blockedFor, countMiss, type LinkByToken, linkOfToken, takeSeat } from './links.queries.js';
import { hashOfText } from './links.service.js';
import { isErased, lockAnyCohort, type Place, placesOf } from './roster.queries.js';
import { Roster } from './roster.service.js';

/** Learners who come and go by themselves: by a link, or into a cohort that is open to all. */
@Injectable()
export class EnteringService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly roster: Roster,
  ) {}

  /** What a link is for. Reading it takes no place: mail programs open links before people do. */
  async look(token: string, from: string): Promise<LinkViewResponse> {
    const link = await this.find(token, from);
    const { cohortId, cohortName, courseId, slug, title, summary } = link;
    return {
      state: link.isArchived ? 'archived' : link.isMakerTeaching ? linkState(link, this.clock.now()) : 'revoked',
      cohort: { id: cohortId, name: cohortName },
      course: { id: courseId, slug, title, summary },
      invitedBy: link.madeByName ?? '',
      expiresAt: link.expiresAt.toISOString(),
    };
  }

  /** Whoever is in already takes no second place, and needs none that is left. */
  async redeem(by: Principal, token: string, from: string): Promise<JoinedResponse> {
    const { cohortId, courseId } = await this.find(token, from);
    const isNew = await this.dataSource.transaction(async (manager) => {
      const cohort = await lockAnyCohort(manager, cohortId);
      // Read again under the lock: its last place may have gone meanwhile.
      const link = await linkOfToken(manager, hashOfText(token)!); // it was found a moment ago
      if (cohort === null || link === null) throw new NotFound('link');
      if (await this.isIn(manager, by, cohortId)) return false;
      if (cohort.isArchived) throw new CohortArchived();
      const state = linkState(link, this.clock.now());
      if (state !== 'open') throw new LinkUnusable(state);
      if (!link.isMakerTeaching) throw new LinkUnusable('maker_lost_role');
      await takeSeat(manager, link.id);
      await this.enter(manager, { by, cohortId, via: 'link', detail: { linkId: link.id } });
      return true;
    });
    this.roster.committed({ enrolled: isNew ? 1 : 0 });
    return { outcome: isNew ? 'enrolled' : 'already_enrolled', cohortId, courseId };
  }

  async join(by: Principal, cohortId: string): Promise<JoinedResponse> {
    const { isNew, courseId } = await this.dataSource.transaction(async (manager) => {
      const cohort = await lockAnyCohort(manager, cohortId);
      if (cohort === null) throw new NotFound('open cohort');
      const place = await this.placeOf(manager, by, cohortId);
      const { courseId } = cohort;
      if (place?.isEnrolled === true) return { isNew: false, courseId };
      // Whoever was in it knows that it is there; to everybody else a closed cohort is not.
      if (!cohort.selfEnrolment || cohort.isArchived) {
        if (place === null) throw new NotFound('open cohort');
        throw cohort.isArchived ? new CohortArchived() : new NotOpenToAll();
      }
      await this.mayEnter(manager, by, cohortId);
      await this.enter(manager, { by, cohortId, via: 'open_cohort' });
      return { isNew: true, courseId };
    });
    this.roster.committed({ enrolled: isNew ? 1 : 0 });
    return { outcome: isNew ? 'enrolled' : 'already_enrolled', cohortId, courseId };
  }

  /** What was achieved stays. Leaving again what was left changes nothing. */
  async leave(by: Principal, cohortId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const cohort = await lockAnyCohort(manager, cohortId);
      const place = await this.placeOf(manager, by, cohortId);
      if (cohort === null || place === null) throw new NotFound('cohort');
      if (!place.isEnrolled) return;
      if (cohort.isArchived) throw new CohortArchived();
      if (place.enrolledBy !== by.id) throw new NotYoursToLeave();
      const change = { cohortId, learnerIds: [by.id], by: by.id, at: this.clock.now() };
      await this.roster.dismiss(manager, change, { act: 'left' });
    });
    this.roster.committed({});
  }

  private async find(token: string, from: string): Promise<LinkByToken> {
    const now = this.clock.now();
    const who = createHash('sha256').update(from).digest();
    const blocked = await blockedFor(this.dataSource, who, now);
    if (blocked !== null) throw new LinkTriesUsed(Math.max(1, blocked));
    const hash = hashOfText(token);
    const link = hash === null ? null : await linkOfToken(this.dataSource, hash);
    if (link !== null) return link;
    await countMiss(this.dataSource, who, now);
    throw new NotFound('link');
  }

  private async isIn(manager: EntityManager, by: Principal, cohortId: string): Promise<boolean> {
    await this.mayEnter(manager, by, cohortId);
    return (await this.placeOf(manager, by, cohortId))?.isEnrolled === true;
  }

  private async mayEnter(manager: EntityManager, by: Principal, cohortId: string): Promise<void> {
    if (await isErased(manager, by.id)) throw new SignInRequired('token_revoked', 'This account was erased.');
    const place = await this.placeOf(manager, by, cohortId);
    const removedBy = place?.removedBy ?? by.id;
    if (removedBy !== by.id) throw new TakenOut();
    if ((await instructorsOf(manager, cohortId)).includes(by.id)) throw new TeachesHere();
  }

  private async placeOf(manager: EntityManager, by: Principal, cohortId: string): Promise<Place | null> {
    const [place] = await placesOf(manager, cohortId, [by.id]);
    return place ?? null;
  }

  private async enter(
    manager: EntityManager,
    given: { by: Principal; cohortId: string; via: 'link' | 'open_cohort'; detail?: Readonly<Record<string, string>> },
  ): Promise<void> {
    const { by, cohortId, via, detail } = given;
    const change = { cohortId, learnerIds: [by.id], by: by.id, at: this.clock.now() };
    await this.roster.admit(manager, change, { via, detail });
  }
}
