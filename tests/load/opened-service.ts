import { generateKeyPairSync, randomUUID } from 'node:crypto';

import { InProcessBroker, Messaging } from '#libs/messaging';
import {
  accessTokenSecondsMax,
  accessTokenType,
  createLogger,
  openService,
  type ServiceDefinition,
  tokenRules,
} from '#libs/platform';
import type { Provider } from '@nestjs/common';
import jwt from 'jsonwebtoken';

type Opened = Awaited<ReturnType<typeof openService>>;

type Role = 'admin' | 'author' | 'learner';

export interface OpenedService {
  readonly app: Opened['app'];
  readonly url: string;
  /** Headers of somebody in this role, good for as long as a real token. */
  /** Of one person for all who are not named. */
  headersOf(role: Role, subject?: string): Record<string, string>;
  close(): Promise<void>;
}

export const publicUrl = 'http://localhost:3000';
const kid = 'bench';

/**
 * A whole service on a real database and a free port. Its relay runs only when it should, so that otherwise nothing but what is
 * asked for is measured.
 */
export async function openForLoad(
  definition: ServiceDefinition,
  databaseUrl: string,
  providers: readonly Provider[] = [],
  { isRelaying = false }: { readonly isRelaying?: boolean } = {},
): Promise<OpenedService> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { name, groups } = definition;
  const logger = createLogger(name, 'error');
  const broker = new InProcessBroker(groups, logger);
  const service = await openService(definition, {
    databaseUrl,
    databasePoolMax: 12,
    publicUrl,
    trustedProxies: [],
    logger,
    fetchKeys: async () => [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] as never,
    processMetrics: false,
    migrateAtStart: true,
    providers,
    connectEvents: (dataSource) => {
      const messaging = new Messaging({ service: name, dataSource, broker, groups, log: logger });
      return isRelaying ? messaging : Object.assign(messaging, { start: () => undefined });
    },
  });
  await service.app.listen(0, '127.0.0.1');
  const somebody = randomUUID();
  const headersOf = (role: Role, subject: string = somebody) => {
    const { issuer, audience } = tokenRules(publicUrl);
    const now = Math.floor((performance.timeOrigin + performance.now()) / 1_000);
    const claims = {
      iss: issuer,
      aud: audience,
      sub: subject,
      roles: [role],
      iat: now,
      exp: now + accessTokenSecondsMax,
    };
    const header = { alg: 'RS256', typ: accessTokenType, kid };
    const token = jwt.sign({ ...claims, jti: randomUUID() }, privateKey, { algorithm: 'RS256', header });
    return { authorization: `Bearer ${token}` };
  };
  return { app: service.app, url: await service.app.getUrl(), headersOf, close: () => service.close() };
}
