import { Refusal, type RefusalDetail } from '#libs/platform';

import { rosterRowsMax } from './roster-file.js';
import type { RosterProblem } from './roster-file.js';

export class RosterUnusable extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'roster_unusable';
  override readonly details: readonly RefusalDetail[];

  constructor(problem: RosterProblem) {
    super('Nothing was done with this file.');
    this.details = [{ pointer: '', detail: inWords(problem) }];
  }
}

function inWords(problem: RosterProblem): string {
  switch (problem.why) {
    case 'empty':
      return 'holds no row with a person; expected one address per row, with a header "email,name" or without';
    case 'not_text':
      return 'is not a text in UTF-8 or UTF-16; save the table as "CSV UTF-8" and send that';
    case 'too_many_rows':
      return `has ${problem.rows} rows with people; at most ${rosterRowsMax} fit into one file, so split it`;
    case 'no_email_column':
      return `has no column named "email"; it has ${problem.columns.map((column) => `"${column}"`).join(', ')}`;
    default:
      return problem satisfies never;
  }
}

export class OtherCourse extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'other_course';

  constructor() {
    super('Learners are transferred between cohorts of one course. Enrol them in the other cohort instead.');
  }
}

export class SameCohort extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'same_cohort';
  override readonly details: readonly RefusalDetail[] = [
    { pointer: '/toCohortId', detail: 'is the cohort that they are in already' },
  ];

  constructor() {
    super('A transfer needs another cohort.');
  }
}

export class NotOpenToAll extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'not_open';

  constructor() {
    super('This cohort takes nobody in by themselves any more. Ask its instructor.');
  }
}

/** Rules for those who come by themselves, by a link or into an open cohort. */
export class TeachesHere extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'teaches_cohort';

  constructor() {
    super('You teach this cohort. Nobody learns in the cohort they teach.');
  }
}

export class TakenOut extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'removed_by_instructor';

  constructor() {
    super('An instructor took you out of this cohort. Only they can bring you in again.');
  }
}

export class NotYoursToLeave extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'enrolled_by_instructor';

  constructor() {
    super(
      'An instructor enrolled you. Ask them to take you out; by yourself you leave only what you joined by yourself.',
    );
  }
}

export class LinkUnusable extends Refusal {
  readonly kind = 'conflict';
  readonly code: 'link_expired' | 'link_revoked' | 'link_full' | 'link_maker_lost_role';

  constructor(why: 'expired' | 'revoked' | 'full' | 'maker_lost_role') {
    super(linkWords[why]);
    this.code = `link_${why}`;
  }
}

const linkWords = {
  expired: 'The time of this link is over. Ask whoever sent it for a new one.',
  revoked: 'This link was taken back. Ask whoever sent it for a new one.',
  full: 'As many people have come in by this link as it has places. Ask whoever sent it for a new one.',
  maker_lost_role: 'Whoever made this link does not teach here any more. Ask the school for a new one.',
};

export class LinkDatesWrong extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'link_expiry';
  override readonly details: readonly RefusalDetail[];

  constructor(daysMax: number) {
    super('A link ends in the future, and soon enough.');
    this.details = [{ pointer: '/expiresAt', detail: `expected a time between now and ${daysMax} days from now` }];
  }
}

export class TooManyLinks extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'too_many_links';

  constructor(max: number) {
    super(`A cohort has at most ${max} links that hold. Take one back first.`);
  }
}

export class LinkTriesUsed extends Refusal {
  readonly kind = 'limited';
  readonly code = 'link_tries_used';

  constructor(override readonly retryAfterSeconds: number) {
    super('Too many links that do not exist were tried from here. Wait before the next try.');
  }
}
