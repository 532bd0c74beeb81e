import { Injectable } from '@nestjs/common';
import { EnrolmentChanged } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import type { EntityManager } from 'typeorm';

import { announceAll } from '../cohorts/announcements.queries.js';
import { CohortMetrics } from '../cohorts/cohort-metrics.service.js';
import type { Act, Way } from '../cohorts/history.js';
import { record } from '../cohorts/history.queries.js';
import { InvitationEndings } from '../invitations/invitation-endings.service.js';
import { type ChangedEnrolment, enrolPeople, removePeople } from './roster.queries.js';

interface Change {
  readonly cohortId: string;
  readonly learnerIds: readonly string[];
  readonly by: string;
  readonly at: Date;
}

type Detail = Readonly<Record<string, string>>;

/**
 * The one place where people come into cohorts and go out of them: rows, history, announcement and what becomes of their
 * invitations, in the caller's transaction, which holds the cohort's lock.
 */
@Injectable()
export class Roster {
  constructor(
    private readonly outbox: Outbox,
    private readonly endings: InvitationEndings,
    private readonly metrics: CohortMetrics,
  ) {}

  /** Those who are new; for the others nothing changes and nothing is announced. */
  async admit(
    manager: EntityManager,
    change: Change,
    { via, detail }: { via: Way; detail?: Detail },
  ): Promise<ChangedEnrolment[]> {
    if (change.learnerIds.length === 0) return [];
    const enrolled = await enrolPeople(manager, change);
    const act = via === 'transfer' ? 'transferred_in' : 'enrolled';
    await this.keep(manager, { ...change, act, detail: { via, ...detail } }, enrolled);
    await this.endings.settle(manager, change);
    await this.announce(manager, change, { state: 'enrolled', changed: enrolled });
    return enrolled;
  }

  /** What they achieved stays theirs: progress hangs on the learner. */
  async dismiss(
    manager: EntityManager,
    change: Change,
    { act, detail }: { act: 'removed' | 'left' | 'transferred_out'; detail?: Detail },
  ): Promise<ChangedEnrolment[]> {
    if (change.learnerIds.length === 0) return [];
    const removed = await removePeople(manager, change);
    await this.keep(manager, { ...change, act, detail }, removed);
    await this.announce(manager, change, { state: 'removed', changed: removed });
    return removed;
  }

  /** After the commit: the relay need not look by itself, and the figures count what is so. */
  committed({ enrolled = 0, invited = 0 }: { enrolled?: number; invited?: number }): void {
    this.outbox.wake();
    this.metrics.enrolled(enrolled);
    this.metrics.invited(invited);
  }

  private async keep(
    manager: EntityManager,
    { cohortId, by, at, act, detail }: Change & { act: Act; detail?: Detail },
    people: readonly ChangedEnrolment[],
  ): Promise<void> {
    const entries = people.map(({ learnerId }) => ({ cohortId, actorId: by, act, personId: learnerId, detail }));
    await record(manager, at, entries);
  }

  /** One event per learner, all of them in one statement: a round trip for each would hold the cohort's lock for long. */
  private async announce(
    manager: EntityManager,
    { cohortId, at }: Change,
    { state, changed }: { state: 'enrolled' | 'removed'; changed: readonly ChangedEnrolment[] },
  ): Promise<void> {
    const changedAt = at.toISOString();
    const data = changed.map(({ learnerId, version }) => {
      return this.outbox.parameters(EnrolmentChanged, { cohortId, version, learnerId, state, changedAt })[2];
    });
    const { topic, type } = EnrolmentChanged;
    await announceAll(manager, { topic, type, key: cohortId, data });
  }
}
