import { Refusal } from '#libs/platform';

import { sendingLimits } from './invitation.js';

export class InvitationOver extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'invitation_over';

  constructor(state: string) {
    super(`This invitation was ${state}: it cannot be sent or withdrawn any more. Invite the address anew.`);
  }
}

export class TooManyInvitations extends Refusal {
  readonly kind = 'limited';
  readonly code = 'too_many_invitations';

  constructor() {
    super(
      `No more than ${sendingLimits.cohort} invitations leave a cohort, and ${sendingLimits.person} one person's hands, in ${sendingLimits.hours} hours. Send this one tomorrow.`,
    );
  }
}
