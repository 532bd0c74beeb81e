import type { CoursePublished, DataOf, PublishedSection } from '#libs/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An immutable numbered version of a course: exactly what was announced. */
@Entity('publication')
export class Publication {
  @PrimaryColumn('uuid', { name: 'course_id' }) courseId: string;
  @PrimaryColumn('int') number: number;
  @Column('jsonb') manifest: DataOf<typeof CoursePublished>;
  @Column('jsonb') sections: PublishedSection[];
  @Column('int', { name: 'section_count' }) sectionCount: number;
  @Column('int', { name: 'question_count' }) questionCount: number;
  @Column('uuid', { name: 'published_by' }) publishedBy: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt: Date;
}
