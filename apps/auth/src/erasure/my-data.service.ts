import { Injectable } from '@nestjs/common';
import { Clock, NotFound, rows } from '#libs/platform';
import { DataSource } from 'typeorm';

import { Account } from '../accounts/account.entity.js';
import type { MyDataResponse } from './my-data.dto.js';

/** Of each list, the newest. */
const listedMax = 10_000;

const about =
  'What the service for accounts holds about you. Your attempts, grades, cohorts and badges are held by the service for ' +
  'quizzes; your badges can be downloaded on the page of badges. Passwords and links are stored only as hashes and are not in here.';

/** Everything about one person, as a file for them. */
@Injectable()
export class MyDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async export(id: string): Promise<MyDataResponse> {
    const account = await this.dataSource.manager.findOneBy(Account, { id });
    if (!account) throw new NotFound('account');
    const { email, displayName, roles, status, wantsMail } = account;
    const [sessions, signIns, mails, invitations] = await Promise.all([
      this.read<MyDataResponse['sessions'][number]>(sessionsSql, id),
      this.read<MyDataResponse['signIns'][number]>(signInsSql, id),
      this.read<MyDataResponse['mails'][number]>(mailsSql, email),
      this.read<MyDataResponse['invitations'][number]>(invitationsSql, email),
    ]);
    return {
      exportedAt: this.clock.now().toISOString(),
      about,
      account: {
        ...{ id, email, displayName, roles, status, wantsMail },
        emailVerifiedAt: account.emailVerifiedAt?.toISOString() ?? null,
        createdAt: account.createdAt.toISOString(),
      },
      ...{ sessions, signIns, mails, invitations },
    };
  }

  private read<Row>(sql: string, whose: string): Promise<Row[]> {
    return rows<Row>(this.dataSource, `${sql} LIMIT $2`, [whose, listedMax]);
  }
}

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const sessionsSql = `SELECT user_agent AS "userAgent", ${utc('created_at')} AS "createdAt", ${utc('last_used_at')} AS "lastUsedAt",
  ${utc('ends_at')} AS "endsAt", ${utc('revoked_at')} AS "revokedAt", revoked_because AS "revokedBecause"
  FROM session WHERE account_id = $1 ORDER BY created_at DESC`;

const signInsSql = `SELECT ${utc('at')} AS at, outcome, address, user_agent AS "userAgent"
  FROM sign_in_audit WHERE account_id = $1 ORDER BY sign_in_audit.at DESC`;

const mailsSql = `SELECT ${utc('created_at')} AS "createdAt", kind, recipient, subject, state, ${utc('settled_at')} AS "settledAt"
  FROM mail WHERE recipient = $1 ORDER BY created_at DESC`;

const invitationsSql = `SELECT ${utc('created_at')} AS "createdAt", cohort_name AS "cohortName", course_title AS "courseTitle",
  invited_by_name AS "invitedByName", ${utc('ends_at')} AS "endsAt", ${utc('accepted_at')} AS "acceptedAt"
  FROM invitation WHERE email = $1 ORDER BY created_at DESC`;
