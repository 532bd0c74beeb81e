import { prepared } from '#libs/platform';

/**
 * A free place: the list by a ticket, which no two credentials share and nobody waits for, the index by the first guess that is free.
 * No row for it: none of the guesses is. Two transactions that guess the same are told apart by the unique index of `credential`.
 */
export const freePlace = prepared<{ list: number; index: number }>(
  'status_list_free_place',
  `WITH ticket AS MATERIALIZED (SELECT 1 + ((nextval('status_list_ticket') - 1) / 65536)::int AS list)
   SELECT ticket.list, guess.index FROM ticket, unnest($1::int[]) WITH ORDINALITY AS guess (index, place)
   WHERE NOT EXISTS (SELECT FROM credential c WHERE c.status_list = ticket.list AND c.status_index = guess.index)
   ORDER BY guess.place LIMIT 1`,
);

/** The newest edition, and whether it still says what is true. No row: the list does not exist yet. */
export const storedList = prepared<{
  digest: string;
  editionDigest: string | null;
  validFrom: Date | null;
  document: string | null;
  jwt: string | null;
}>(
  'status_list_stored',
  `SELECT (SELECT coalesce(md5(string_agg(c.status_index::text, ',' ORDER BY c.status_index)), '')
       FROM credential c WHERE c.status_list = $1 AND c.status = $3 AND c.status <> 'active') AS digest,
     e.digest AS "editionDigest", e.valid_from AS "validFrom", e.document, e.jwt
   FROM status_list_ticket t
   LEFT JOIN status_list_edition e ON e.list = $1 AND e.purpose = $2
   WHERE $1 BETWEEN 1 AND 1 + (t.last_value - 1) / 65536`,
);

/** At most 65,536: a list holds no more credentials. */
export const setIndexes = prepared<{ indexes: number[]; digest: string }>(
  'status_list_set_indexes',
  `SELECT coalesce(array_agg(status_index ORDER BY status_index), '{}') AS indexes,
     coalesce(md5(string_agg(status_index::text, ',' ORDER BY status_index)), '') AS digest
   FROM credential WHERE status_list = $1 AND status = $2 AND status <> 'active'`,
);

/** Takes the place of the edition that was read, or of none; no row when another replica was faster. */
export const replaceEdition = prepared<{ list: number }>(
  'status_list_replace_edition',
  `INSERT INTO status_list_edition AS e (list, purpose, valid_from, digest, document, jwt)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (list, purpose) DO UPDATE
     SET valid_from = excluded.valid_from, digest = excluded.digest, document = excluded.document, jwt = excluded.jwt
     WHERE e.valid_from = $7
   RETURNING list`,
);
