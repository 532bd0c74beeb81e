import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type Page, type PageQuery, type Principal } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { CourseIsArchived } from '../courses/courses.errors.js';
import { lockCourse, requireOwn } from '../courses/courses.queries.js';
import type { MediaResponse } from './media.dto.js';
import { CourseMedia, Media } from './media.entity.js';
import { MediaFull, PictureRefused } from './media.errors.js';
import { knownMedia, listMedia, mediaBytes, urlOf } from './media.queries.js';
import { courseBytesMax, type Picture, pictureOf } from './picture.js';

@Injectable()
export class MediaService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(author: Principal, courseId: string, query: PageQuery): Promise<Page<MediaResponse>> {
    await requireOwn(this.dataSource, author, { what: 'course', id: courseId });
    return listMedia(this.dataSource, courseId, query);
  }

  /** Sending the same picture again changes nothing. No version grows: a picture is part of the draft once a text shows it. */
  async add(
    author: Principal,
    courseId: string,
    sent: { mediaType: string; bytes: Uint8Array },
  ): Promise<MediaResponse> {
    const read = pictureOf(sent.bytes);
    if ('problem' in read) {
      await requireOwn(this.dataSource, author, { what: 'course', id: courseId });
      throw new PictureRefused(read.problem);
    }
    const { bytes: _, ...picture } = read.picture;
    await this.dataSource.transaction(async (manager) => {
      const course = await lockCourse(manager, author, { what: 'course', id: courseId });
      if (course.isArchived) throw new CourseIsArchived();
      if (picture.mediaType !== sent.mediaType)
        throw new PictureRefused(`The file is ${picture.mediaType}, but was sent as ${sent.mediaType}.`);
      await this.store(manager, courseId, [read.picture]);
    });
    return { ...picture, url: urlOf(picture.name), size: sent.bytes.length };
  }

  /** The course must be locked, so that two uploads do not fill it beyond its bound. */
  async store(manager: EntityManager, courseId: string, pictures: readonly Picture[]): Promise<void> {
    const names = pictures.map(({ name }) => name);
    const known = await knownMedia(manager, courseId, names);
    const fresh = [...new Map(pictures.map((picture) => [picture.name, picture])).values()].filter(
      ({ name }) => !known.has(name),
    );
    if (fresh.length === 0) return;
    const held = await mediaBytes(manager, courseId);
    const added = fresh.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (held + added > courseBytesMax) throw new MediaFull(courseBytesMax / 1_024 / 1_024);
    // One by one: all of them in one statement would be held twice in memory.
    for (const { bytes, ...picture } of fresh) {
      const stored = { ...picture, size: bytes.length, bytes: Buffer.from(bytes) };
      await manager.createQueryBuilder().insert().into(Media).values(stored).orIgnore().execute();
    }
    const addedAt = this.clock.now();
    await manager.insert(
      CourseMedia,
      fresh.map(({ name }) => ({ courseId, name, addedAt })),
    );
  }

  async read(name: string): Promise<Media> {
    const media = await this.dataSource.manager.findOneBy(Media, { name });
    if (media === null) throw new NotFound('picture');
    return media;
  }
}
