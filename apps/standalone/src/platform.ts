import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Provider } from '@nestjs/common';
import { freePort, startEmbeddedPostgres } from '#libs/local-servers';
import { InProcessBroker, Messaging } from '#libs/messaging';
import {
  createLogger,
  type KeyFetcher,
  openService,
  OutboundClient,
  type Service,
  type ServiceDefinition,
} from '#libs/platform';

import { auth, AuthConfig, mailConfigOf } from '../../auth/src/auth.app.js';
import { content } from '../../content/src/content.app.js';
import { quiz, QuizConfig } from '../../quiz/src/quiz.app.js';
import { ensureDatabases } from './databases.js';
import { Edge } from './edge.js';
import { ensureSecrets, type Secrets } from './secrets.js';
import { WebFiles } from './web-files.js';

export interface PlatformOptions {
  /** Holds the database and the secrets; made when missing. */
  readonly home: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The first administrator, made when there is none. */
  readonly admin: { readonly email: string; readonly password: string };
  readonly logLevel: string;
  /** Where mail goes; without it messages are kept for the administrator to read. */
  readonly mail?: Parameters<typeof mailConfigOf>[0];
  /** Whether verifying may ask other servers; without it what would need another issuer is unknown. */
  readonly verifyByUrl?: boolean;
}

export interface Platform {
  readonly url: string;
  /** Says ready on the health page; what has to be filled in before is filled in now. */
  open(): void;
  stop(): Promise<void>;
}

const webFolder = fileURLToPath(new URL('../../../web', import.meta.url));
const definitions: readonly ServiceDefinition[] = [auth, content, quiz];
/** Per service; three of them share the small server of a laptop. */
const databasePoolMax = 12;
const sweepIntervalMs = 1_000;

/**
 * The whole platform in this process, bottom up: secrets, database server, one database per service, broker, the three
 * services, and one port in front of them. What was started is stopped again in reverse, also when a later step fails.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const { url, edge } = await start(options, undo);
    return { url, open: () => edge.open(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: PlatformOptions, undo: (() => Promise<void>)[]): Promise<{ url: string; edge: Edge }> {
  await mkdir(options.home, { recursive: true });
  const secrets = await ensureSecrets(options.home);
  const postgres = await startEmbeddedPostgres({ dataDir: join(options.home, 'postgres') });
  undo.push(() => postgres.stop());
  const databases = await ensureDatabases(postgres.superuserUrl, secrets.databasePasswords);
  const logger = createLogger('standalone', options.logLevel);
  const broker = new InProcessBroker(
    definitions.flatMap((definition) => definition.groups),
    logger,
  );
  undo.push(() => broker.close());

  // The address must be known before the services start: it is in the tokens they check.
  const port = options.port === 0 ? await freePort() : options.port;
  const publicUrl = `http://localhost:${port}`;
  const services: Service[] = [];
  undo.push(() => closeAll(services));
  for (const definition of definitions) {
    services.push(
      await openService(definition, {
        databaseUrl: databases[definition.name],
        databasePoolMax,
        publicUrl,
        trustedProxies: [],
        logger: logger.child({ service: definition.name }),
        fetchKeys: keysOf(services),
        processMetrics: definition === auth,
        migrateAtStart: true,
        providers: configurationOf(definition, { publicUrl, secrets, options }),
        connectEvents: (dataSource) =>
          new Messaging({ service: definition.name, dataSource, broker, groups: definition.groups, log: logger }),
      }),
    );
  }
  const web = await WebFiles.open(webFolder);
  const edge = new Edge(services, web);
  undo.push(() => web.close());
  await edge.listen(port, options.host);
  undo.push(() => edge.close());
  return { url: publicUrl, edge };
}

function configurationOf(
  definition: ServiceDefinition,
  { publicUrl, secrets, options }: { publicUrl: string; secrets: Secrets; options: PlatformOptions },
): Provider[] {
  const { admin, mail = {}, verifyByUrl = false } = options;
  const authConfig: AuthConfig = {
    publicUrl,
    secret: secrets.authSecret,
    admin,
    mail: mailConfigOf(mail, { publicUrl, isProduction: false }),
    upkeepIntervalMs: sweepIntervalMs,
  };
  const quizConfig: QuizConfig = {
    publicUrl,
    secret: secrets.credentialSecret,
    issuerName: 'Waymark on this laptop',
    ...(verifyByUrl ? { outbound: new OutboundClient() } : {}),
    sweepIntervalMs,
  };
  if (definition === auth) return [{ provide: AuthConfig, useValue: authConfig }];
  if (definition === quiz) return [{ provide: QuizConfig, useValue: quizConfig }];
  return [];
}

/** `auth` is the first to start; the others read its keys without a request. */
function keysOf(services: readonly Service[]): KeyFetcher {
  return async () => {
    const [first] = services;
    return first ? (auth.ownKeys?.(first.app)() ?? []) : [];
  };
}

/** Last started, first stopped; one that fails to stop does not keep the others running. */
async function closeAll(services: readonly Service[]): Promise<void> {
  for (const service of services.toReversed()) await service.close().catch(() => undefined);
}
