import { Refusal } from '#libs/platform';

export class VerificationsBusy extends Refusal {
  readonly kind = 'limited';
  readonly code = 'verifications_busy';
  override readonly retryAfterSeconds = 3;

  constructor() {
    super('Many credentials are being verified at this moment. Try again in a few seconds.');
  }
}
