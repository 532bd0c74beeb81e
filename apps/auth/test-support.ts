import { InProcessBroker, Messaging } from '#libs/messaging';
import { createLogger, type Logger } from '#libs/platform';
import { type Answer, type DrivenClock, type RunningService, startService } from '#libs/testing';

import { auth } from './src/auth.app.js';
import { AuthConfig } from './src/config.js';

/** A school with an administrator, and with no mail server. */
export const config = {
  publicUrl: 'http://localhost:3000',
  secret: 'a secret of at least forty-three characters for tests',
  admin: { email: 'admin@school.example', password: 'keeper of all the keys' },
  mail: { server: null, from: { name: 'Waymark', address: 'no-reply@school.example' } },
  upkeepIntervalMs: null,
} as const satisfies AuthConfig;

/** Of everybody but the administrator. */
export const password = 'rain on a tin roof tonight';

interface AuthGiven {
  readonly config?: Partial<AuthConfig>;
  /** In whose name events are announced, over a broker of its own. Without it they stay in the outbox. */
  readonly announcesAs?: 'auth' | 'quiz';
  readonly brokerOf?: (log: Logger) => InProcessBroker;
}

/** The service on a database of its own. Call `stop()` in `afterAll`. */
export function startAuth(
  clock: DrivenClock,
  { config: changed = {}, announcesAs, brokerOf = (log) => new InProcessBroker(auth.groups, log) }: AuthGiven = {},
): Promise<RunningService> {
  const providers = [{ provide: AuthConfig, useValue: { ...config, ...changed } }];
  if (announcesAs === undefined) return startService(auth, { clock, providers });
  const log = createLogger('test', 'silent');
  return startService(auth, {
    clock,
    providers,
    connectEvents: (dataSource) =>
      new Messaging({ service: announcesAs, dataSource, broker: brokerOf(log), groups: auth.groups, log }),
  });
}

/** A request, by whoever holds this access token. */
export function callWith(
  running: RunningService,
  request: { method: string; path: string; body?: unknown; token?: string },
): Promise<Answer> {
  const { method, path, body, token } = request;
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  return running.call(method, path, { body, headers });
}
