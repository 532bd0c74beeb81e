import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('question')
export class QuestionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'section_id' }) sectionId: string;
  /** The author's own name for the question in a file; the next import of that file finds it by this. */
  @Column('text', { nullable: true }) key: string | null;
  /** The current version; all of them stay. */
  @Column('int') version: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
