import { Module } from '@nestjs/common';

import { CohortsModule } from '../cohorts/cohorts.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { ErasuresService } from './erasures.service.js';

@Module({ imports: [CohortsModule, CredentialsModule], providers: [ErasuresService], exports: [ErasuresService] })
export class ErasuresModule {}
