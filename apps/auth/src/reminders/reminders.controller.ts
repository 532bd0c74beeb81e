import { Controller, Get, HttpCode, Param, Post, Redirect } from '@nestjs/common';
import { Allow, AlsoReturns, Returns, TakesForm } from '#libs/platform';
import { z } from 'zod';

import { RemindersService } from './reminders.service.js';

/** An id and a signature are 80 characters. */
const token = z.string().max(200);

/** For mail programs (RFC 8058): they send this when somebody presses their "unsubscribe", signed in nowhere. */
@Controller('unsubscribe/:token')
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Post()
  @HttpCode(204)
  @Allow('mail.unsubscribe')
  @TakesForm()
  @Returns(204, null, 'No more reminders and news about badges; whatever the form says, and a repeat changes nothing')
  @AlsoReturns(404, null, 'This address was not made by this platform')
  unsubscribe(@Param('token', { schema: token }) given: string): Promise<void> {
    return this.reminders.unsubscribe(given);
  }

  @Get()
  @Allow('mail.unsubscribe')
  @Redirect('/me', 303)
  @Returns(303, null, 'To the page with the switch: opening an address stops nothing, since programs open them too')
  show(@Param('token', { schema: token }) _given: string): void {}
}
