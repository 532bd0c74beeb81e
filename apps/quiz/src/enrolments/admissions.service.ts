import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

import { asStored } from '../cohorts/address.js';
import type { Way } from '../cohorts/history.js';
import { instructorsOf } from '../cohorts/instructors.queries.js';
import type { CohortRow } from '../cohorts/teaching.queries.js';
import { type SendingOutcome, Sendings } from '../invitations/sendings.service.js';
import { type AdmissionOutcome, admissionReasons, type AdmittedRow, type GivenRow } from './admission.js';
import { ownersOf } from './roster.queries.js';
import { Roster } from './roster.service.js';

export interface Admission {
  readonly cohort: CohortRow;
  readonly by: string;
  readonly at: Date;
  readonly via: Extract<Way, 'list' | 'import'>;
  /** Whether addresses without an account are invited. */
  readonly invites: boolean;
}

const address = z.email().max(254);

/** Brings people into a cohort by their addresses: accounts at once, everybody else by invitation. */
@Injectable()
export class Admissions {
  constructor(
    private readonly roster: Roster,
    private readonly sendings: Sendings,
  ) {}

  /** One answer per row, in order; no row costs another. The cohort and the addresses are locked. */
  async admit(manager: EntityManager, admission: Admission, given: readonly GivenRow[]): Promise<AdmittedRow[]> {
    const { cohort, by, at, via } = admission;
    const emails = given.map((row) => (row.problem === undefined ? addressOf(row.email) : null));
    const wanted = [...new Set(emails.filter((email) => email !== null))];
    const owners = new Map((await ownersOf(manager, wanted)).map(({ email, learnerId }) => [email, learnerId]));
    const instructors = new Set(await instructorsOf(manager, cohort.id));
    const learnerIds = [...owners.values()].filter((id) => id !== by && !instructors.has(id));
    const enrolled = await this.roster.admit(manager, { cohortId: cohort.id, learnerIds, by, at }, { via });
    const isNew = new Set(enrolled.map(({ learnerId }) => learnerId));
    const invited = await this.invite(
      manager,
      admission,
      wanted.filter((email) => !owners.has(email)),
    );

    const outcomeOf = (email: string): AdmissionOutcome => {
      const learnerId = owners.get(email);
      if (learnerId === undefined) return invited.get(email) ?? 'unknown_address';
      if (learnerId === by) return 'own_account';
      if (instructors.has(learnerId)) return 'teaches_cohort';
      return isNew.has(learnerId) ? 'enrolled' : 'already_enrolled';
    };
    const seen = new Set<string>();
    return given.map((row, place) => {
      const email = emails[place] ?? null;
      if (email === null) return answer(row, 'invalid');
      if (seen.has(email)) return answer(row, 'duplicate');
      seen.add(email);
      return answer(row, outcomeOf(email), owners.get(email));
    });
  }

  private async invite(
    manager: EntityManager,
    { cohort, by, at, invites }: Admission,
    emails: readonly string[],
  ): Promise<ReadonlyMap<string, SendingOutcome>> {
    return invites ? this.sendings.invite(manager, { cohort, by, at }, emails) : new Map();
  }
}

/** As it is stored; null for what is no address. */
export function addressOf(email: string): string | null {
  const parsed = address.safeParse(asStored(email.trim()));
  return parsed.success ? parsed.data : null;
}

function answer({ line, email, name, problem }: GivenRow, outcome: AdmissionOutcome, learnerId?: string): AdmittedRow {
  const reason = problem ?? admissionReasons[outcome];
  return {
    ...(line === undefined ? {} : { line }),
    email: email.trim(),
    ...(name === undefined || name === '' ? {} : { name }),
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(learnerId === undefined || outcome === 'own_account' ? {} : { learnerId }),
  };
}
