import { Module } from '@nestjs/common';

import { AttemptsModule } from '../attempts/attempts.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { EditionsService } from './editions.service.js';
import { RemindersService } from './reminders.service.js';
import { RemindersTicker } from './reminders-ticker.service.js';
import { RenewalListsService } from './renewal-lists.service.js';
import { RenewalsController } from './renewals.controller.js';
import { RenewalsEvents } from './renewals.events.js';
import { RenewalsService } from './renewals.service.js';

@Module({
  imports: [AttemptsModule, CatalogModule, CredentialsModule],
  controllers: [RenewalsController, RenewalsEvents],
  providers: [EditionsService, RemindersService, RemindersTicker, RenewalListsService, RenewalsService],
})
export class RenewalsModule {}
