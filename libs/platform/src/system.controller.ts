import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { Allow } from './access.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';

/** The same three doors in every service, outside the API's prefix and not routed from outside. */
@ApiExcludeController()
@Controller()
export class SystemController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Allow('system.observe')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Allow('system.observe')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await this.health.ready();
    await reply.status(report.status === 'ok' ? 200 : 503).send(report);
  }

  @Get('metrics')
  @Allow('system.observe')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
