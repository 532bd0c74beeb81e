import { KafkaBroker, Messaging } from '#libs/messaging';
import { runService } from '#libs/platform';

import { auth } from './auth.app.js';
import { AuthConfig, mailConfigOf, readAuthSettings } from './config.js';

await runService(auth, {
  readSettings: readAuthSettings,
  providers: ({ PUBLIC_URL, AUTH_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, NODE_ENV, ...mail }) => {
    const config: AuthConfig = {
      publicUrl: PUBLIC_URL,
      secret: AUTH_SECRET,
      admin: ADMIN_EMAIL && ADMIN_PASSWORD ? { email: ADMIN_EMAIL, password: ADMIN_PASSWORD } : null,
      mail: mailConfigOf(mail, { publicUrl: PUBLIC_URL, isProduction: NODE_ENV === 'production' }),
      upkeepIntervalMs: 1_000,
    };
    return [{ provide: AuthConfig, useValue: config }];
  },
  connectEvents: ({ KAFKA_BROKERS }, dataSource, log) =>
    new Messaging({
      service: 'auth',
      dataSource,
      broker: new KafkaBroker({ brokers: KAFKA_BROKERS, clientId: 'auth', log }),
      groups: auth.groups,
      log,
    }),
});
