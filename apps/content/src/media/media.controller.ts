import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  Allow,
  CurrentUser,
  FileBody,
  type Page,
  type PageQuery,
  pageQuery,
  type Principal,
  Returns,
  type SentFile,
  TakesFile,
} from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { mediaName, mediaPage, type MediaResponse, mediaResponse } from './media.dto.js';
import { MediaService } from './media.service.js';
import { pictureBytesMax } from './picture.js';

/** Never run, never embedded as a document, and the same for ever. */
const asPicture = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'public, max-age=31536000, immutable',
};

@Controller()
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Post('courses/:id/media')
  @Allow('course.change')
  @TakesFile(['image/png', 'image/jpeg', 'image/gif', 'image/webp'], pictureBytesMax)
  @Returns(201, mediaResponse, 'The picture is stored; Markdown shows it as media:<name>')
  add(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) courseId: string,
    @FileBody() file: SentFile,
  ): Promise<MediaResponse> {
    return this.media.add(author, courseId, file);
  }

  @Get('courses/:id/media')
  @Allow('course.read')
  @Returns(200, mediaPage, 'Pictures of the course, newest first')
  list(
    @CurrentUser() author: Principal,
    @Param('id', { schema: z.uuid() }) courseId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<MediaResponse>> {
    return this.media.list(author, courseId, query);
  }

  @Get('media/:name')
  @Allow('media.read')
  @Returns(200, null, 'The picture')
  async read(@Param('name', { schema: mediaName }) name: string, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, mediaType } = await this.media.read(name);
    await reply.headers(asPicture).header('content-type', mediaType).send(bytes);
  }
}
