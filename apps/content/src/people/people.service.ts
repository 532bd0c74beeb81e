import { Injectable } from '@nestjs/common';
import type { DataOf, UserChanged } from '#libs/contracts';
import { rows, type Standing } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

/** Longer than an access token lives; what was cut before that cuts nothing that is still alive. */
const tokenLifeMinutes = 11;

@Injectable()
export class PeopleService {
  /** Late and repeated news of an account change nothing: the version decides. */
  async keep(manager: EntityManager, user: DataOf<typeof UserChanged>): Promise<void> {
    await manager.query(
      `INSERT INTO person (id, version, tokens_valid_from) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, tokens_valid_from = excluded.tokens_valid_from
       WHERE person.version < excluded.version`,
      [user.userId, user.version, user.tokensValidFrom],
    );
  }
}

/** Whose access tokens were cut short lately. A new account has no older tokens. */
export async function recentStandings(dataSource: DataSource): Promise<Standing[]> {
  const cut = await rows<{ id: string; tokens_valid_from: Date }>(
    dataSource,
    `SELECT id, tokens_valid_from FROM person
     WHERE version > 1 AND tokens_valid_from > now() - make_interval(mins => $1)`,
    [tokenLifeMinutes],
  );
  return cut.map((person) => ({ userId: person.id, tokensValidFrom: person.tokens_valid_from }));
}
