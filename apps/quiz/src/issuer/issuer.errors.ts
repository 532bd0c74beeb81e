import { Refusal, type RefusalDetail } from '#libs/platform';

export class RotationPending extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'rotation_pending';

  constructor(signsFrom: Date) {
    super(`New keys are published already and sign from ${signsFrom.toISOString()}. Rotate again after that.`);
  }
}

/** Names the bounds, because they follow from how long others may keep a key set. */
export class SigningMomentUnfit extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'signing_moment_unfit';
  override readonly details: readonly RefusalDetail[];

  constructor(earliest: Date, latest: Date) {
    const bounds = `between ${earliest.toISOString()} and ${latest.toISOString()}`;
    super(`New keys must be known to every replica before they sign: let them sign from a moment ${bounds}.`);
    this.details = [{ pointer: '/signsFrom', detail: `expected a moment ${bounds}` }];
  }
}

/** Stops the start: the platform would run, and no learner would ever get a badge. */
export class MasterSecretWrong extends Error {
  constructor(kids: readonly string[]) {
    super(
      `QUIZ_SECRET is not the secret that sealed the issuer's signing keys (${kids.join(', ')}). Bring back the secret of before. ` +
        'If it is lost, see “Keys of the issuer” in docs/operations.md: credentials issued so far stay valid.',
    );
    this.name = 'MasterSecretWrong';
  }
}
