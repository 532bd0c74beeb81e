/** `docker compose run --rm first-admin`: says once how to sign in as the first administrator. */
import { takeAdminPassword } from './deploy/secrets.js';

const { ADMIN_EMAIL: email = '', ADMIN_PASSWORD_FILE: path = '', PUBLIC_URL: url = '' } = process.env;
const password = await takeAdminPassword(path);
process.stdout.write(
  password === null
    ? 'The password of the first administrator was shown before and is kept nowhere.\n'
    : `Sign in at ${url}\n  e-mail    ${email}\n  password  ${password}\nThis is shown once. Change the password after signing in.\n`,
);
