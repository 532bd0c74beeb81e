import { Body, Controller, Get, Header, Post, Res } from '@nestjs/common';
import { action, Allow, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';

import { AuthConfig } from '../config.js';
import { clearRefreshCookie } from '../sessions/refresh-cookie.js';
import { ErasuresService } from './erasures.service.js';
import { eraseRequest, type EraseRequest, myDataResponse, type MyDataResponse } from './my-data.dto.js';
import { MyDataService } from './my-data.service.js';

@Controller()
export class MyDataController {
  private readonly isHttps: boolean;

  constructor(
    private readonly myData: MyDataService,
    private readonly erasures: ErasuresService,
    config: AuthConfig,
  ) {
    this.isHttps = config.publicUrl.startsWith('https:');
  }

  @Get('me/export')
  @Allow('account.export-own')
  @Header('content-disposition', 'attachment; filename="waymark-account.json"')
  @Returns(200, myDataResponse, 'What the service for accounts holds about you, as a file')
  export(@CurrentUser() user: Principal): Promise<MyDataResponse> {
    return this.myData.export(user.id);
  }

  @Post(action('me', 'erase'))
  @Allow('account.erase-own')
  @Returns(204, null, 'You and everything about you are gone; this cannot be taken back')
  async erase(
    @CurrentUser() user: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: eraseRequest }) request: EraseRequest,
  ): Promise<void> {
    await this.erasures.erase(user.id, request);
    clearRefreshCookie(reply, this.isHttps);
  }
}
