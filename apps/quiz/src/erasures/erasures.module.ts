import { Module } from '@nestjs/common';

import { CohortsModule } from '../cohorts/cohorts.module.js';
import { ErasuresService } from './erasures.service.js';

@Module({ imports: [CohortsModule], providers: [ErasuresService], exports: [ErasuresService] })
export class ErasuresModule {}
