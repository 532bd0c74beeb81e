/**
 * `databases`: one database and one role per service, made when missing, each role kept out of every other database.
 * Runs as a job before the migrations; safe to run again. Passwords of roles become those of the files, so that a new
 * file and a restart rotate a password.
 */
import { readFile } from 'node:fs/promises';

import pg from 'pg';

import { ensureDatabases } from '../apps/standalone/src/databases.js';

const folder = process.argv[2] ?? '/run/secrets';
const read = async (name: string) => (await readFile(`${folder}/${name}`, 'utf8')).trim();
const passwords = {
  auth: await read('auth-password'),
  content: await read('content-password'),
  quiz: await read('quiz-password'),
};
const superuserUrl = await read('superuser-url');
await ensureDatabases(superuserUrl, passwords);

const client = new pg.Client({ connectionString: superuserUrl });
await client.connect();
try {
  for (const database of ['postgres', 'template1'])
    await client.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
  for (const [name, password] of Object.entries(passwords))
    await client.query(
      `ALTER ROLE ${client.escapeIdentifier(`waymark_${name}`)} PASSWORD ${client.escapeLiteral(password)}`,
    );
} finally {
  await client.end();
}
process.stdout.write('Three databases, three roles.\n');
