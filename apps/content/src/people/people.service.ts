import { Injectable } from '@nestjs/common';
import type { DataOf, UserChanged, UserErased } from '#libs/contracts';
import { rows, type Standing } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

/** Longer than an access token lives; what was cut before that cuts nothing that is still alive. */
const tokenLifeMinutes = 11;

@Injectable()
export class PeopleService {
  /** Late and repeated news of an account change nothing: the version decides. */
  async keep(
    manager: EntityManager,
    user: Pick<DataOf<typeof UserChanged>, 'userId' | 'version' | 'tokensValidFrom'>,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO person (id, version, tokens_valid_from) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, tokens_valid_from = excluded.tokens_valid_from
       WHERE person.version < excluded.version`,
      [user.userId, user.version, user.tokensValidFrom],
    );
  }

  /** Nothing here names a person; what is left says that their last tokens are good for nothing. */
  async forget(manager: EntityManager, { userId, version, erasedAt }: DataOf<typeof UserErased>): Promise<void> {
    await this.keep(manager, { userId, version, tokensValidFrom: afterSecondOf(erasedAt) });
  }
}

/** Tokens have whole seconds: one of the very second in which somebody left is refused too. */
function afterSecondOf(moment: string): string {
  return new Date(Date.parse(moment) + 1_000).toISOString();
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
