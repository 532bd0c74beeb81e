import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What this service needs to know of an account: from when on its tokens are good. No name, no address. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'tokens_valid_from' }) tokensValidFrom: Date;
}
