import { Refusal, type RefusalDetail } from '#libs/platform';

export class CohortCourseUnknown extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'course_unknown';
  override readonly details: readonly RefusalDetail[] = [
    { pointer: '/courseId', detail: 'is not the id of a course that learners can take' },
  ];

  constructor() {
    super('A cohort needs a course that is published and not archived.');
  }
}

export class CohortArchived extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'cohort_archived';

  constructor() {
    super(
      'This cohort is archived: its figures stay, but nobody can be added to it. Take it out of the archive first.',
    );
  }
}

/** The same for a person without the role and for an id that nobody has: ids cannot be tried out. */
export class NotAnInstructor extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'not_an_instructor';

  constructor() {
    super('There is no active account with this id that has the role of instructor.');
  }
}

export class LastInstructor extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'last_instructor';

  constructor() {
    super('A cohort keeps at least one instructor. Add another one first.');
  }
}
