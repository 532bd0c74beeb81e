import { Module } from '@nestjs/common';

import { IssuerKeysService } from './issuer-keys.service.js';
import { IssuerController } from './issuer.controller.js';
import { IssuerService } from './issuer.service.js';

@Module({
  controllers: [IssuerController],
  providers: [IssuerKeysService, IssuerService],
  exports: [IssuerKeysService, IssuerService],
})
export class IssuerModule {}
