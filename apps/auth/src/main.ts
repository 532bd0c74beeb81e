import { KafkaBroker, Messaging } from '#libs/messaging';
import { runService } from '#libs/platform';

import { auth } from './auth.app.js';
import { AuthConfig, readAuthSettings } from './config.js';

await runService(auth, {
  readSettings: readAuthSettings,
  providers: ({ PUBLIC_URL, AUTH_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD }) => {
    const admin = ADMIN_EMAIL && ADMIN_PASSWORD ? { email: ADMIN_EMAIL, password: ADMIN_PASSWORD } : null;
    return [
      { provide: AuthConfig, useValue: { publicUrl: PUBLIC_URL, secret: AUTH_SECRET, admin } satisfies AuthConfig },
    ];
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
