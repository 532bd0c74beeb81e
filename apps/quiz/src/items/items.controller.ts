import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Allow, CurrentUser, type Principal, Returns } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import {
  type ItemAnalysisQuery,
  itemAnalysisQuery,
  type ItemAnalysisResponse,
  itemAnalysisResponse,
} from './items.dto.js';
import { ItemsService } from './items.service.js';

const id = z.uuid();

@Controller('sections/:id')
export class ItemsController {
  constructor(private readonly items: ItemsService) {}

  @Get('item-analysis')
  @Allow('item-analysis.read')
  @Returns(
    200,
    itemAnalysisResponse,
    'How the questions of the section did, version by version, and the quiz as a whole',
  )
  read(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @Query({ schema: itemAnalysisQuery }) query: ItemAnalysisQuery,
  ): Promise<ItemAnalysisResponse> {
    return this.items.read(user, sectionId, query);
  }

  @Get('item-analysis.csv')
  @Allow('item-analysis.read')
  @Returns(200, null, 'CSV: a row for the quiz, one for each question, and one for each answer that is told')
  async export(
    @CurrentUser() user: Principal,
    @Param('id', { schema: id }) sectionId: string,
    @Query({ schema: itemAnalysisQuery }) query: ItemAnalysisQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const csv = await this.items.export(user, sectionId, query);
    void reply.header('content-disposition', `attachment; filename="item-analysis-${sectionId}.csv"`);
    await reply.header('content-type', 'text/csv; charset=utf-8').send(csv);
  }
}
