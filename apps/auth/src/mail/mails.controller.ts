import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { action, Allow, Returns } from '#libs/platform';
import { z } from 'zod';

import {
  listMailsQuery,
  type ListMailsQuery,
  mailListItem,
  type MailListItem,
  mailPage,
  type MailPage,
  mailResponse,
  type MailResponse,
} from './mails.dto.js';
import { MailsService } from './mails.service.js';

const id = z.uuid();

@Controller()
export class MailsController {
  constructor(private readonly mails: MailsService) {}

  @Get('mail')
  @Allow('mail.read')
  @Returns(200, mailPage, 'Messages of the last month, newest first')
  list(@Query({ schema: listMailsQuery }) query: ListMailsQuery): Promise<MailPage> {
    return this.mails.list(query);
  }

  @Get('mail/:id')
  @Allow('mail.read')
  @Returns(200, mailResponse, 'One message; what it says only where there is no mail server to send it')
  show(@Param('id', { schema: id }) mailId: string): Promise<MailResponse> {
    return this.mails.show(mailId);
  }

  @Post(action('mail/:id', 'retry'))
  @Allow('mail.retry')
  @Returns(200, mailListItem, 'In the queue again')
  retry(@Param('id', { schema: id }) mailId: string): Promise<MailListItem> {
    return this.mails.retry(mailId);
  }
}
