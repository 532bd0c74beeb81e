import { Refusal, type RefusalDetail } from '#libs/platform';

export class CourseNotPublishable extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'course_not_publishable';

  /** Everything at once: who mends a course wants to mend it in one go. */
  constructor(override readonly details: readonly RefusalDetail[]) {
    super(
      `${details.length === 1 ? 'One thing keeps' : `${details.length} things keep`} the course from being published.`,
    );
  }
}
