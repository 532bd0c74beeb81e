import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { QuestionAnalysed } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { ItemsService } from './items.service.js';

@Controller()
export class ItemsEvents {
  constructor(private readonly items: ItemsService) {}

  @OnEvent('content.items', QuestionAnalysed)
  keep(@Payload() { event, manager }: Delivery<typeof QuestionAnalysed>): Promise<void> {
    return this.items.keep(manager, event.data);
  }
}
