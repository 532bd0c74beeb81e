import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CourseArchived, CoursePublished, SectionPublished } from '#libs/contracts';
import { type Delivery, OnEvent } from '#libs/messaging';

import { PublicationsService } from './publications.service.js';

@Controller()
export class CatalogEvents {
  constructor(private readonly publications: PublicationsService) {}

  @OnEvent('quiz.catalog', SectionPublished)
  keepSection(@Payload() { event, manager }: Delivery<typeof SectionPublished>): Promise<void> {
    return this.publications.keepSection(manager, event.data);
  }

  @OnEvent('quiz.catalog', CoursePublished)
  goLive(@Payload() { event, manager }: Delivery<typeof CoursePublished>): Promise<void> {
    return this.publications.goLive(manager, event.data);
  }

  @OnEvent('quiz.catalog', CourseArchived)
  archive(@Payload() { event, manager }: Delivery<typeof CourseArchived>): Promise<void> {
    return this.publications.archive(manager, event.data);
  }
}
