import type { Problem } from '#libs/assessment';
import { Refusal, type RefusalDetail } from '#libs/platform';

/** Only what is published can grade: learners must be able to see what they were graded by. */
export class VersionNotPublished extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'version_not_published';
  override readonly details: readonly RefusalDetail[];

  constructor(version: number, known: readonly number[]) {
    super(
      `No publication has version ${version} of this question (published: ${known.join(', ')}). Publish the course first, then regrade.`,
    );
    this.details = [{ pointer: '/toVersion', detail: `is not published; known are ${known.join(', ')}` }];
  }
}

export class FromVersionsUnknown extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'from_versions_unknown';
  override readonly details: readonly RefusalDetail[];

  constructor(unknown: readonly number[], known: readonly number[]) {
    super('Some of these versions were never published.');
    const detail = `${unknown.join(', ')}: not published; known are ${known.join(', ')}`;
    this.details = [{ pointer: '/fromVersions', detail }];
  }
}

export class ReplacementUnfit extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'replacement_unfit';
  override readonly details: readonly RefusalDetail[];

  constructor(problems: readonly Problem[]) {
    super(`The new version cannot grade the old answers. ${problems[0]?.detail ?? ''}`.trim());
    this.details = problems.map(({ detail }) => ({ pointer: '/toVersion', detail }));
  }
}

export class TooManyDryRuns extends Refusal {
  readonly kind = 'limited';
  readonly code = 'too_many_dry_runs';

  constructor(max: number) {
    super(`This section has ${max} dry runs that nobody applied. Discard those that are not needed.`);
  }
}

export class RegradeNotReady extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'regrade_not_ready';

  constructor(why: 'previewing' | 'failed' | 'discarded') {
    super(notReady[why]);
  }
}

const notReady = {
  previewing: 'The dry run is still at work. Look at what it finds, then apply.',
  failed: 'The dry run failed, so nobody knows what applying would do. Discard it and start another.',
  discarded: 'This regrade was discarded. Start another.',
};

export class RegradeBusy extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'regrade_busy';

  constructor() {
    super('Another regrade of this section is being applied. Wait until it is done, then start a new dry run.');
  }
}

export class RegradeOutdated extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'regrade_outdated';

  constructor() {
    super('Another regrade was applied since this dry run, so its figures do not hold any more. Start a new dry run.');
  }
}

export class RegradeUnderWay extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'regrade_under_way';

  constructor() {
    super('This regrade has begun to change grades. It cannot be discarded; a regrade back is a new regrade.');
  }
}
