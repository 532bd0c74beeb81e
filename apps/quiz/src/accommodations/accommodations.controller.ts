import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allow, CurrentUser, type Principal, Returns } from '#libs/platform';
import { z } from 'zod';

import {
  accommodationResponse,
  type AccommodationResponse,
  grantAccommodationRequest,
  type GrantAccommodationRequest,
} from './accommodations.dto.js';
import { AccommodationsService } from './accommodations.service.js';

const id = z.uuid();

@Controller()
export class AccommodationsController {
  constructor(private readonly accommodations: AccommodationsService) {}

  @Get('me/accommodation')
  @Allow('accommodation.read-own')
  @Returns(
    200,
    accommodationResponse,
    'The extra time and attempts that you have, and whether you need not wait between attempts',
  )
  own(@CurrentUser() user: Principal): Promise<AccommodationResponse> {
    return this.accommodations.own(user.id);
  }

  @Get('accommodations/:learnerId')
  @Allow('accommodation.read')
  @Returns(200, accommodationResponse, 'The extra time and attempts of a learner of yours')
  get(
    @CurrentUser() user: Principal,
    @Param('learnerId', { schema: id }) learnerId: string,
  ): Promise<AccommodationResponse> {
    return this.accommodations.get(user, learnerId);
  }

  @Put('accommodations/:learnerId')
  @Allow('accommodation.grant')
  @Returns(200, accommodationResponse, 'What holds from now on, for attempts that are running too')
  grant(
    @CurrentUser() user: Principal,
    @Param('learnerId', { schema: id }) learnerId: string,
    @Body({ schema: grantAccommodationRequest }) request: GrantAccommodationRequest,
  ): Promise<AccommodationResponse> {
    return this.accommodations.grant(user, learnerId, request);
  }
}
