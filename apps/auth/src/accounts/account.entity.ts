import type { Role } from '#libs/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('text') status: 'active' | 'suspended';
  /** Tokens issued before this moment are refused everywhere. */
  @Column('timestamptz', { name: 'tokens_valid_from' }) tokensValidFrom: Date;
  @Column('int') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** When the address was reached by mail, or vouched for; null when neither has happened. */
  @Column('timestamptz', { name: 'email_verified_at', nullable: true }) emailVerifiedAt: Date | null;
  /** The administrator who vouched; null when the address was reached by mail. */
  @Column('uuid', { name: 'email_verified_by', nullable: true }) emailVerifiedBy: string | null;
  /** Whether reminders and news about badges are mailed. Links that somebody asked for always are. */
  @Column('boolean', { name: 'wants_mail' }) wantsMail: boolean;
}
