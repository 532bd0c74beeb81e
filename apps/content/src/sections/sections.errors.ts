import { InvalidRequest, type RefusalDetail } from '#libs/platform';

export class PrerequisitesUnknown extends InvalidRequest {
  constructor(details: readonly RefusalDetail[]) {
    super('A section can only wait for other sections of its own course.', details);
  }
}

export class PartsUnknown extends InvalidRequest {
  constructor(details: readonly RefusalDetail[]) {
    super('An id names a topic or resource that the section has already; leave it out for a new one.', details);
  }
}

export class FixedQuestionsUnknown extends InvalidRequest {
  constructor(details: readonly RefusalDetail[]) {
    super('Questions that are on every paper must be questions of the section itself.', details);
  }
}
