import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture, once for all courses that show it. Never changed. */
@Entity('media')
export class Media {
  @PrimaryColumn('text') name: string;
  @Column('text', { name: 'media_type' }) mediaType: string;
  @Column('int') width: number;
  @Column('int') height: number;
  @Column('int') size: number;
  @Column('bytea') bytes: Buffer;
}

@Entity('course_media')
export class CourseMedia {
  @PrimaryColumn('uuid', { name: 'course_id' }) courseId: string;
  @PrimaryColumn('text') name: string;
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;
}
