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
      'This cohort is archived: its figures stay and can be read, but nothing in it can be changed. Take it out of the archive first.',
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

/** The same for an address that nobody has and for a person without the role: addresses cannot be tried out. */
export class NoInstructorAtAddress extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'not_an_instructor';
  override readonly details: readonly RefusalDetail[] = [
    { pointer: '/email', detail: 'is not the address of an active account with the role of instructor' },
  ];

  constructor() {
    super('No active instructor has this address. An administrator gives the role on the page of people.');
  }
}

export class InstructorLearnsHere extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'instructor_learns_here';

  constructor() {
    super('This person learns in the cohort. Nobody teaches the cohort they learn in: take them out of it first.');
  }
}

export class SectionForeign extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'section_foreign';
  override readonly details: readonly RefusalDetail[];

  constructor(sectionIds: readonly string[]) {
    super('A due date is for a section of the course of this cohort.');
    this.details = sectionIds.map((id) => ({ pointer: `/${id}`, detail: 'is not a section of the course' }));
  }
}
