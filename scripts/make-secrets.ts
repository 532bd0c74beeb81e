/** `make-secrets FOLDER`: the first start's secrets, one subfolder per container that reads them. Runs in the compose job `init`. */
import { makeSecrets, SecretsIncomplete } from './deploy/secrets.js';

/** Users of the images; the database container starts as root and hands over to its own user by itself. */
const containers = { others: 65_532, postgres: 0, grafana: 472 };
/** Only root can give files away; made by a person, they stay that person's. */
const owners = process.getuid?.() === 0 ? containers : null;

const folder = process.argv[2];
try {
  if (folder === undefined) throw new SecretsIncomplete(['the folder, which is the first argument']);
  const made = await makeSecrets({ folder, owners, databaseServer: 'postgres:5432' });
  process.stdout.write(made.length > 0 ? `Made ${made.length} secrets.\n` : 'The secrets are there.\n');
} catch (error) {
  if (!(error instanceof SecretsIncomplete)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
