import { fileURLToPath } from 'node:url';

import { isPortFree, LocalServerError } from '#libs/local-servers';
import { ConfigurationInvalid } from '#libs/platform';

import { readStandaloneSettings, type StandaloneSettings } from './config.js';
import { demoAccounts } from './demo-accounts.js';
import { fillFirstStart } from './first-start.js';
import { type Platform, startPlatform } from './platform.js';
import { SecretsUnreadable } from './secrets.js';

const shippedCourse = fileURLToPath(new URL('../../../../courses/python-backend', import.meta.url));

/** What a person can mend is said in one line; anything else is a fault of ours and keeps its stack. */
class CannotStart extends Error {}

let platform: Platform | null = null;
let isStopping = false;

async function start(settings: StandaloneSettings): Promise<void> {
  await requirePort(settings);
  platform = await startPlatform({
    home: settings.WAYMARK_HOME,
    host: settings.HOST,
    port: settings.PORT,
    admin: { email: settings.ADMIN_EMAIL, password: settings.ADMIN_PASSWORD },
    logLevel: settings.LOG_LEVEL,
    mail: settings,
    verifyByUrl: settings.VERIFY_BY_URL,
  });
  if (settings.WAYMARK_FIRST_START === 'demo') await fill(platform);
  platform.open();
  console.log(welcome(platform.url, settings));
}

async function requirePort({ PORT }: StandaloneSettings): Promise<void> {
  if (PORT !== 0 && !(await isPortFree(PORT))) {
    throw new CannotStart(
      `Port ${PORT} is taken by another program. Stop that one, or choose another port: PORT=3001 npm start`,
    );
  }
}

async function fill({ url }: Platform): Promise<void> {
  try {
    await fillFirstStart(url, shippedCourse);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(
      `The shipped course could not be loaded (${reason}). Nothing is lost: start again, or start empty with WAYMARK_FIRST_START=bare npm start`,
    );
  }
}

/** The first signal stops everything in order, also in the middle of a start; the second one is for the impatient. */
async function stop(): Promise<void> {
  if (isStopping) process.exit(1);
  isStopping = true;
  await stopPlatform();
  process.exit(0);
}

async function stopPlatform(): Promise<void> {
  await platform?.stop();
}

function welcome(url: string, settings: StandaloneSettings): string {
  const people = demoAccounts.map(
    ({ email, password, roles }) => `    ${roles.at(-1)?.padEnd(10)}  ${email.padEnd(28)}  ${password}`,
  );
  return [
    '',
    `  Waymark is ready at ${url}`,
    '',
    ...(settings.WAYMARK_FIRST_START === 'demo' ? ['  Sign in as', ...people, ''] : []),
    `  Data and secrets are in ${settings.WAYMARK_HOME}; copy that folder (stopped) to back them up.`,
    '  Stop with Ctrl-C.',
    '',
  ].join('\n');
}

const folderProblems: Readonly<Record<string, string>> = {
  EACCES: 'cannot be written',
  EPERM: 'cannot be written',
  EROFS: 'is on a disk that is read-only',
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'is inside a file, not a folder',
  ENOSPC: 'is on a disk that is full',
};

/** One line for what a person can mend; null for a fault of ours. */
function explanation(error: unknown): string | null {
  if (error instanceof LocalServerError) return `${error.message} ${error.hint}`;
  if (error instanceof CannotStart || error instanceof SecretsUnreadable || error instanceof ConfigurationInvalid)
    return error.message;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const problem = folderProblems[code];
  return problem === undefined
    ? null
    : `The data folder ${path ?? ''} ${problem}. Mend that, or choose another: WAYMARK_HOME=/path npm start`;
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
try {
  await start(readStandaloneSettings());
} catch (error) {
  const line = explanation(error);
  if (!isStopping) console.error(line ?? error);
  await stopPlatform();
  if (!isStopping) process.exit(1);
}
