import type { ServiceName } from '#libs/contracts';
import pg from 'pg';

const names: readonly ServiceName[] = ['auth', 'content', 'quiz'];

/**
 * One database and one role per service on the given server, made when missing. No role can connect to another's
 * database, as on a real server.
 * @returns the connection URL of each service.
 */
export async function ensureDatabases(
  superuserUrl: string,
  passwords: Record<ServiceName, string>,
): Promise<Record<ServiceName, string>> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const name of names) await ensureDatabase(client, `waymark_${name}`, passwords[name]);
  } finally {
    await client.end();
  }
  const urlOf = (name: ServiceName): string => {
    const url = new URL(superuserUrl);
    url.username = `waymark_${name}`;
    url.password = passwords[name];
    url.pathname = `/waymark_${name}`;
    return url.href;
  };
  return { auth: urlOf('auth'), content: urlOf('content'), quiz: urlOf('quiz') };
}

async function ensureDatabase(client: pg.Client, name: string, password: string): Promise<void> {
  const identifier = client.escapeIdentifier(name);
  const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (role.rowCount === 0)
    await client.query(`CREATE ROLE ${identifier} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (database.rowCount === 0) await client.query(`CREATE DATABASE ${identifier} OWNER ${identifier}`);
  await client.query(`REVOKE CONNECT ON DATABASE ${identifier} FROM PUBLIC`);
}
