import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module.js';
import { PracticeController } from './practice.controller.js';
import { PracticeService } from './practice.service.js';
import { TriesService } from './tries.service.js';

@Module({ imports: [CatalogModule], controllers: [PracticeController], providers: [PracticeService, TriesService] })
export class PracticeModule {}
