import { InvalidRequest, Refusal, type RefusalDetail } from '#libs/platform';

export class SectionIsFull extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'section_full';

  constructor(most: number) {
    super(`A section holds at most ${most} questions.`);
  }
}

export class SectionUnknown extends InvalidRequest {
  constructor() {
    super('A question can move to another section of its own course only.', [
      { pointer: '/sectionId', detail: 'is no section of this course' },
    ]);
  }
}

export class QuestionsUnknown extends InvalidRequest {
  constructor(details: readonly RefusalDetail[]) {
    super('A batch names questions of one section.', details);
  }
}

export class QuestionsStale extends Refusal {
  readonly kind = 'stale';
  readonly code = 'version_stale';

  constructor(override readonly details: readonly RefusalDetail[]) {
    super(
      'Somebody changed some of these questions meanwhile. Load them again and repeat your change; nothing was done.',
    );
  }
}

export class TooManyTags extends InvalidRequest {
  constructor(most: number) {
    super(`A question has at most ${most} tags.`, [
      { pointer: '/add', detail: `would give a question more than ${most} tags` },
    ]);
  }
}
