import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTestDatabase, onceInThisRun } from '#libs/testing';
import type { DataSource } from 'typeorm';

import { quiz } from './src/quiz.app.js';

/**
 * Gives a new database the keys of the issuer that a service has made once in this run, as of `now`: to make others would
 * cost most suites more than to start the service. What a service has already made stays.
 * @param make starts the service on a database without keys, and ends it.
 */
export async function lendIssuerKeys(
  dataSource: DataSource,
  { now, make }: { readonly now: Date; readonly make: (empty: DataSource) => Promise<void> },
): Promise<void> {
  const name = 'rows.json';
  const folder = await onceInThisRun('issuer-keys', async (place) => {
    const { dataSource: empty, drop } = await createTestDatabase({ migrations: quiz.migrations });
    try {
      await make(empty);
      const rows = await empty.query('SELECT to_jsonb(issuer_key) AS row FROM issuer_key');
      await writeFile(join(place, name), JSON.stringify(rows.map(({ row }: { row: object }) => row)), { mode: 0o600 });
    } finally {
      await drop();
    }
  });
  const rows: object[] = JSON.parse(await readFile(join(folder, name), 'utf8'));
  const lent = rows.map((row) => ({ ...row, created_at: now, signs_from: now }));
  await dataSource.query(
    `INSERT INTO issuer_key SELECT * FROM jsonb_populate_recordset(NULL::issuer_key, $1)
     WHERE NOT EXISTS (SELECT FROM issuer_key)`,
    [JSON.stringify(lent)],
  );
}
