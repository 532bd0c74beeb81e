import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { QuestionBody } from './question-body.js';

/** Never changed once written: attempts and publications name it. */
@Entity('question_version')
export class QuestionVersion {
  @PrimaryColumn('uuid', { name: 'question_id' }) questionId: string;
  @PrimaryColumn('int') version: number;
  @Column('jsonb') body: QuestionBody;
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
}
