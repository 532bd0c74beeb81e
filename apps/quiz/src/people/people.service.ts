import { Injectable } from '@nestjs/common';
import { type DataOf, UserChanged } from '#libs/contracts';
import { Clock, rows, type StandingReader } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

/** The read model of accounts: names for credentials and dashboards, addresses for enrolment, standing for tokens. */
@Injectable()
export class PeopleService {
  constructor(private readonly clock: Clock) {}

  /** Keeps the newest version of the account; an older one that arrives late changes nothing: then false. */
  async keep(manager: EntityManager, user: DataOf<typeof UserChanged>): Promise<boolean> {
    const kept = await rows(
      manager,
      `INSERT INTO person (user_id, version, email, display_name, roles, status, tokens_valid_from, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (user_id) DO UPDATE SET
         version = excluded.version, email = excluded.email, display_name = excluded.display_name,
         roles = excluded.roles, status = excluded.status, tokens_valid_from = excluded.tokens_valid_from,
         changed_at = excluded.changed_at
       WHERE excluded.version > person.version
       RETURNING user_id`,
      [
        user.userId,
        user.version,
        user.email,
        user.displayName,
        user.roles,
        user.status,
        user.tokensValidFrom,
        this.clock.now(),
      ],
    );
    return kept.length > 0;
  }
}

/** Accounts whose tokens were cut short within the life of a token. */
export function recentStandings(dataSource: DataSource): StandingReader {
  return async () => {
    const found = await rows<{ user_id: string; tokens_valid_from: Date }>(
      dataSource,
      "SELECT user_id, tokens_valid_from FROM person WHERE tokens_valid_from > now() - interval '15 minutes'",
    );
    return found.map((person) => ({ userId: person.user_id, tokensValidFrom: person.tokens_valid_from }));
  };
}
