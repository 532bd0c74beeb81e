import { Module } from '@nestjs/common';

import { AttemptsModule } from '../attempts/attempts.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { ProgressController } from './progress.controller.js';
import { ProgressService } from './progress.service.js';

@Module({ imports: [AttemptsModule, CatalogModule], controllers: [ProgressController], providers: [ProgressService] })
export class ProgressModule {}
