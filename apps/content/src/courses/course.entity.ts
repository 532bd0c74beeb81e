import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { OwnPolicy } from '../sections/policy.js';

@Entity('course')
export class Course {
  @PrimaryColumn('uuid') id: string;
  @Column('text') slug: string;
  @Column('text') title: string;
  @Column('text') summary: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  /** Grows with every change of the course or of anything in it: who publishes has seen what goes out. */
  @Column('int') version: number;
  /** Number of the newest publication. */
  @Column('int', { nullable: true }) publication: number | null;
  @Column('boolean', { name: 'is_archived' }) isArchived: boolean;
  /** What the course says for all of its sections that do not say otherwise. */
  @Column('jsonb') policy: OwnPolicy;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
