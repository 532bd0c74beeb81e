import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { InvitationWithdrawn, LearnerInvited } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { InvitationsService } from './invitations.service.js';

@Controller()
export class InvitationsEvents {
  constructor(private readonly invitations: InvitationsService) {}

  @OnEvent('auth.invitations', LearnerInvited)
  invite(@Payload() { event, manager }: Delivery<typeof LearnerInvited>): Promise<void> {
    return this.invitations.invite(manager, event.data);
  }

  @OnEvent('auth.invitations', InvitationWithdrawn)
  withdraw(@Payload() { event, manager }: Delivery<typeof InvitationWithdrawn>): Promise<void> {
    return this.invitations.withdraw(manager, event.data);
  }
}
