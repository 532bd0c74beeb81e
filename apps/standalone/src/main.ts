import { fileURLToPath } from 'node:url';

import { isPortFree, LocalServerError } from '#libs/local-servers';
import { ConfigurationInvalid } from '#libs/platform';

import { readStandaloneSettings, type StandaloneSettings } from './config.js';
import { demoAccounts } from './demo-accounts.js';
import { fillFirstStart } from './first-start.js';
import { type Platform, startPlatform } from './platform.js';
import { SecretsUnreadable } from './secrets.js';

const shippedCourse = fileURLToPath(new URL('../../../../courses/python-backend', import.meta.url));

/** A mistake of the surroundings, said in one line; the program ends with code 1. */
class CannotStart extends Error {}

async function main(): Promise<void> {
  const settings = readStandaloneSettings();
  await requirePort(settings);
  const platform = await startPlatform({
    home: settings.WAYMARK_HOME,
    host: settings.HOST,
    port: settings.PORT,
    admin: { email: settings.ADMIN_EMAIL, password: settings.ADMIN_PASSWORD },
    logLevel: settings.LOG_LEVEL,
  });
  stopOnSignal(platform);
  if (settings.WAYMARK_FIRST_START === 'demo') await fillFirstStart(platform.url, shippedCourse);
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

function stopOnSignal(platform: Platform): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await platform.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
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

try {
  await main();
} catch (error) {
  const isExpected =
    error instanceof CannotStart ||
    error instanceof LocalServerError ||
    error instanceof SecretsUnreadable ||
    error instanceof ConfigurationInvalid;
  if (!isExpected) throw error;
  console.error(error instanceof LocalServerError ? `${error.message} ${error.hint}` : error.message);
  process.exit(1);
}
