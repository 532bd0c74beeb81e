import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CredentialExpiring, CredentialStatusChanged } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { RemindersService } from './reminders.service.js';

@Controller()
export class RemindersEvents {
  constructor(private readonly reminders: RemindersService) {}

  @OnEvent('auth.reminders', CredentialExpiring)
  remind(@Payload() { event, manager }: Delivery<typeof CredentialExpiring>): Promise<void> {
    return this.reminders.remind(manager, event);
  }

  @OnEvent('auth.reminders', CredentialStatusChanged)
  tell(@Payload() { event, manager }: Delivery<typeof CredentialStatusChanged>): Promise<void> {
    return this.reminders.tell(manager, event);
  }
}
