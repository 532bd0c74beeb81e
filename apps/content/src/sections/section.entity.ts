import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { OwnPolicy } from './policy.js';
import type { Resource, Topic } from './topic.js';

@Entity('section')
export class Section {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'course_id' }) courseId: string;
  /** What the author wrote as `{#key}`: the next import of the roadmap finds the section by it. */
  @Column('text', { name: 'external_key', nullable: true }) externalKey: string | null;
  /** 0 for the first; dense within the course. */
  @Column('int') position: number;
  @Column('text') title: string;
  @Column('text') prose: string;
  @Column('boolean', { name: 'is_required' }) isRequired: boolean;
  @Column('uuid', { array: true }) prerequisites: string[];
  /** What the section says itself; the rest comes from its course. */
  @Column('jsonb') policy: OwnPolicy;
  @Column('jsonb') topics: Topic[];
  @Column('jsonb') resources: Resource[];
  @Column('int') version: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

/** How many a course may have. */
export const sectionsMax = 500;

/** What a section starts with. */
export function emptySection(now: Date) {
  return {
    externalKey: null,
    prose: '',
    isRequired: true,
    prerequisites: [] as string[],
    policy: {} as OwnPolicy,
    topics: [] as Topic[],
    resources: [] as Resource[],
    version: 1,
    updatedAt: now,
  };
}
