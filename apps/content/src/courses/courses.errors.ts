import { Refusal } from '#libs/platform';

export class SlugTaken extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'slug_taken';

  constructor(slug: string) {
    super(`Another course answers at "${slug}" already. Choose another address.`);
  }
}

export class CourseIsArchived extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'course_archived';

  constructor() {
    super('The course is archived: it can be read, but no longer changed or published.');
  }
}

export class CourseIsFull extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'course_full';

  constructor(what: string, most: number) {
    super(`A course holds at most ${most} ${what}.`);
  }
}
