import { Module } from '@nestjs/common';

import { Verifier } from './verifier.service.js';

@Module({ providers: [Verifier], exports: [Verifier] })
export class VerifierModule {}
