import {
  RequestMethod,
  StandardSchemaValidationPipe,
  type DynamicModule,
  type Provider,
  type Type,
} from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceName } from '#libs/contracts';
import type { FastifyInstance } from 'fastify';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

import { AccessGuard } from './access.guard.js';
import type { AccessTable } from './access.js';
import { acceptFiles } from './bytes-body.js';
import { Clock } from './clock.js';
import { databaseCheck, Health, schemaCheck } from './health.js';
import { acceptOnlyJson } from './json-body.js';
import { KeySource, type KeyFetcher } from './key-source.js';
import { type Logger, NestLogger } from './logger.js';
import { Metrics } from './metrics.js';
import { openApiOf } from './openapi.js';
import { DatabaseKeyStore } from './platform-tables.js';
import { ProblemFilter } from './problem.filter.js';
import { InvalidRequest } from './refusal.js';
import { Revocations, type StandingReader } from './revocations.js';
import { addSecurityHeaders } from './security-headers.js';
import { SystemController } from './system.controller.js';
import { TokenVerifier } from './token-verifier.js';
import type { MigrationClass } from './database.js';

/** What a service is, whoever runs it: its own process, the one-process laptop mode, or a test. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  readonly module: Type;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly MigrationClass[];
  readonly access: AccessTable;
  /** Consumer groups, stable for ever: `quiz.catalog`. */
  readonly groups: readonly string[];
  readonly standings: (dataSource: DataSource) => StandingReader;
  /** Only `auth` has it: the service that signs tokens reads its own keys, everybody else fetches them. */
  readonly ownKeys?: (app: NestFastifyApplication) => KeyFetcher;
}

/** What a service needs from whoever runs it. */
export interface ServiceRuntime {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly fetchKeys: KeyFetcher;
  /** False where several services share a process, so that process figures are counted once. */
  readonly processMetrics: boolean;
  /** Values and classes the service's own modules inject: its configuration, the outbox. */
  readonly providers: readonly Provider[];
  /** Ways in for events, one per consumer group. */
  readonly strategies: readonly CustomTransportStrategy[];
}

export interface Service {
  readonly definition: ServiceDefinition;
  readonly app: NestFastifyApplication;
  readonly health: Health;
  readonly metrics: Metrics;
  /** The router, for whoever listens on behalf of several services. */
  readonly fastify: FastifyInstance;
  close(): Promise<void>;
}

/** Where others look for keys, whatever the prefix of the API: of a service each for itself, at the edge those of `quiz`. */
export const wellKnownPaths = ['.well-known/jwks.json', '.well-known/did.json'] as const;

/** A page that `quiz` writes itself, at an address that people send each other; the edge leads there. */
const credentialPagePath = 'c/:id';

/** Tokens name the public address as issuer and `waymark` as audience: one platform, one audience. */
export function tokenRules(publicUrl: string): { issuer: string; audience: string } {
  return { issuer: publicUrl.replace(/\/$/, ''), audience: 'waymark' };
}

/** Builds a service, ready for requests and events, but not listening yet. */
export async function createService(definition: ServiceDefinition, runtime: ServiceRuntime): Promise<Service> {
  const { name } = definition;
  const health = new Health();
  const metrics = new Metrics(name, { processMetrics: runtime.processMetrics });
  let fetchKeys = runtime.fetchKeys;
  const keys = new KeySource(() => fetchKeys(), new DatabaseKeyStore(runtime.dataSource), runtime.logger);
  const revocations = new Revocations(definition.standings(runtime.dataSource), runtime.logger);
  const verifier = new TokenVerifier(keys, tokenRules(runtime.publicUrl), revocations, runtime.clock);
  health.add('database', databaseCheck(runtime.dataSource));
  health.add('schema', schemaCheck(runtime.dataSource));
  watchPool(metrics, runtime.dataSource);

  const adapter = httpAdapter(runtime);
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  metrics.watchHttp(fastify);
  const root = rootModule(definition, [
    { provide: DataSource, useValue: runtime.dataSource },
    { provide: Clock, useValue: runtime.clock },
    { provide: Health, useValue: health },
    { provide: Metrics, useValue: metrics },
    { provide: Revocations, useValue: revocations },
    { provide: KeySource, useValue: keys },
    { provide: TokenVerifier, useValue: verifier },
    ...runtime.providers,
  ]);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(runtime.logger),
    bodyParser: false,
    abortOnError: false,
  });
  if (definition.ownKeys) fetchKeys = definition.ownKeys(app);
  declareEdge(app, definition, { verifier, logger: runtime.logger });
  for (const strategy of runtime.strategies) app.connectMicroservice({ strategy }, { inheritAppConfig: false });
  await serveOpenApi(fastify, app, name);

  await app.init();
  await fastify.ready();
  await Promise.all([keys.start(), revocations.start()]);
  const close = async () => {
    keys.stop();
    revocations.stop();
    await app.close();
  };
  return { definition, app, health, metrics, fastify, close };
}

/** Fastify with its limits stated, reading JSON, and files where a route takes them. */
function httpAdapter({ trustedProxies, publicUrl }: ServiceRuntime): FastifyAdapter {
  const adapter = new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  acceptOnlyJson(fastify);
  acceptFiles(fastify);
  addSecurityHeaders(fastify, { isHttps: publicUrl.startsWith('https:') });
  return adapter;
}

/** What every route passes: the access table, its schemas, one way to say no, and the service's prefix. */
function declareEdge(
  app: NestFastifyApplication,
  { name, access }: ServiceDefinition,
  { verifier, logger }: { verifier: TokenVerifier; logger: Logger },
): void {
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalGuards(new AccessGuard(new Reflector(), { ...access, 'system.observe': { public: true } }, verifier));
  const plain = ['health/live', 'health/ready', 'metrics', ...wellKnownPaths, credentialPagePath];
  app.setGlobalPrefix(`api/${name}/v1`, { exclude: plain.map((path) => ({ path, method: RequestMethod.GET })) });
}

function rootModule(definition: ServiceDefinition, providers: Provider[]): DynamicModule {
  class PlatformModule {}
  class RootModule {}
  const platform: DynamicModule = {
    module: PlatformModule,
    global: true,
    controllers: [SystemController],
    providers,
    exports: providers.map((provider) => (typeof provider === 'function' ? provider : provider.provide)),
  };
  return { module: RootModule, imports: [platform, definition.module] };
}

function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new InvalidRequest(
        'The request does not fit what this address accepts; each error names the place and the mend.',
        issues.slice(0, 50).map((issue) => ({
          pointer: `/${(issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('/')}`,
          detail: issue.message,
        })),
      ),
  });
}

/** The document is made on the first request for it: most processes never need it. */
async function serveOpenApi(fastify: FastifyInstance, app: NestFastifyApplication, name: string): Promise<void> {
  let document: string | null = null;
  fastify.get(`/api/${name}/openapi.json`, (_request, reply) => {
    document ??= JSON.stringify(openApiOf(app, name));
    return reply.header('content-type', 'application/json; charset=utf-8').send(document);
  });
}

function watchPool(metrics: Metrics, dataSource: DataSource): void {
  const pool = (
    dataSource.driver as unknown as { master?: { totalCount: number; idleCount: number; waitingCount: number } }
  ).master;
  if (!pool) return;
  metrics.observed(
    'waymark_database_connections',
    'Connections of the pool by what they are doing.',
    ['state'],
    async () => [
      { labels: { state: 'used' }, value: pool.totalCount - pool.idleCount },
      { labels: { state: 'idle' }, value: pool.idleCount },
      { labels: { state: 'waiting' }, value: pool.waitingCount },
    ],
  );
}
