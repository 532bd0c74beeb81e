import { randomUUID } from 'node:crypto';
import { type IncomingMessage, request } from 'node:http';

import type { Role } from '#libs/contracts';
import { Outbox } from '#libs/messaging';
import {
  type Clock,
  createLogger,
  createService,
  type Logger,
  type PublicJwk,
  type Service,
  tokenRules,
} from '#libs/platform';
import { createTestDatabase, DrivenClock, tokenKeys } from '#libs/testing';
import jwt from 'jsonwebtoken';
import type { DataSource } from 'typeorm';

import { quiz, QuizConfig } from './src/quiz.app.js';
import { lendIssuerKeys } from './test-keys.js';

export const publicUrl = 'http://waymark.test';
const kid = 'test-key';
const { privateKey, publicKey } = await tokenKeys();
/** Signs access tokens, and must be good for nothing else. */
export const accessTokenKey = { kid, privateKey };

/** The migrations and more that the database of a spec needs. */
export const definition = quiz;

export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
}

export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export function learner(id: string = randomUUID()): Actor {
  return { id, roles: ['learner'] };
}

/** The service on a new database, which is gone when the service is closed. */
export async function openQuiz(
  clock: Clock = new DrivenClock(),
  { poolMax, logger }: { readonly poolMax?: number; readonly logger?: Logger } = {},
): Promise<QuizUnderTest> {
  const { dataSource, drop } = await createTestDatabase({ migrations: definition.migrations, poolMax });
  try {
    const { service, address } = await startQuiz(dataSource, clock, logger);
    return new QuizUnderTest(service, { clock, dataSource, drop }, address);
  } catch (error) {
    await drop();
    throw error;
  }
}

/** The service as it runs, on a real port, with its sweep and relay turned by hand, and with keys unless it has a secret of its own. */
export async function startQuiz(
  dataSource: DataSource,
  clock: Clock,
  logger: Logger = createLogger('quiz', 'silent'),
  given: Partial<QuizConfig> = {},
): Promise<QuizUnderTest> {
  if (given.secret === undefined) {
    const make = async (empty: DataSource) => (await startNewQuiz(empty, clock, logger)).close();
    await lendIssuerKeys(dataSource, { now: clock.now(), make });
  }
  return startNewQuiz(dataSource, clock, logger, given);
}

/** As `startQuiz`, where there are no keys until the service makes them. */
export async function startNewQuiz(
  dataSource: DataSource,
  clock: Clock,
  logger: Logger = createLogger('quiz', 'silent'),
  given: Partial<QuizConfig> = {},
): Promise<QuizUnderTest> {
  const config: QuizConfig = {
    publicUrl,
    secret: 's'.repeat(43),
    issuerName: 'Waymark',
    sweepIntervalMs: null,
    ...given,
  };
  const service = await createService(quiz, {
    dataSource,
    clock,
    logger,
    publicUrl,
    trustedProxies: [],
    fetchKeys: () => Promise.resolve([{ ...publicKey.export({ format: 'jwk' }), kid } satisfies PublicJwk]),
    processMetrics: false,
    providers: [
      { provide: QuizConfig, useValue: config },
      { provide: Outbox, useValue: new Outbox() },
    ],
    strategies: [],
  });
  const address = await service.fastify.listen({ port: 0, host: '127.0.0.1' });
  return new QuizUnderTest(service, { clock, dataSource }, address);
}

/** What a service stands on; with `drop`, it is its own alone. */
interface Ground {
  readonly clock: Clock;
  readonly dataSource: DataSource;
  readonly drop?: () => Promise<void>;
}

export class QuizUnderTest {
  private readonly tokens = new Map<string, string>();

  constructor(
    readonly service: Service,
    private readonly ground: Ground,
    readonly address: string,
  ) {}

  get dataSource(): DataSource {
    return this.ground.dataSource;
  }

  /** Signing costs more than most requests: one token serves an actor as long as the clock stands still. */
  tokenOf({ id, roles }: Actor): string {
    const { issuer, audience } = tokenRules(publicUrl);
    const issuedAt = Math.floor(this.ground.clock.now().getTime() / 1_000);
    const known = this.tokens.get(`${id} ${roles.join()} ${issuedAt}`);
    if (known !== undefined) return known;
    const claims = {
      iss: issuer,
      aud: audience,
      sub: id,
      roles,
      iat: issuedAt,
      exp: issuedAt + 600,
      jti: randomUUID(),
    };
    const token = jwt.sign(claims, privateKey, { algorithm: 'RS256', header: { alg: 'RS256', typ: 'at+jwt', kid } });
    this.tokens.set(`${id} ${roles.join()} ${issuedAt}`, token);
    return token;
  }

  async call<Body = Problem>(as: Actor | null, request: string, body?: unknown, headers: Record<string, string> = {}) {
    const [method, path] = request.split(' ', 2);
    const response = await fetch(`${this.address}/api/quiz/v1${path}`, {
      method,
      headers: {
        ...(as === null ? {} : { authorization: `Bearer ${this.tokenOf(as)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const reply: Reply<Body> = {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
    return reply;
  }

  /** An answer that does not end by itself, on a line of its own: `fetch` opens another one when it is cut. */
  stream(as: Actor, path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
    const authorization = `Bearer ${this.tokenOf(as)}`;
    return new Promise((resolve, reject) => {
      const options = { headers: { authorization, ...headers }, agent: false };
      request(`${this.address}/api/quiz/v1${path}`, options, resolve).on('error', reject).end();
    });
  }

  /** An address outside of the API. */
  fetch(path: string): Promise<Response> {
    return fetch(`${this.address}${path}`);
  }

  async metrics(): Promise<string> {
    return (await fetch(`${this.address}/metrics`)).text();
  }

  /** A part of the service, for what no door reaches: the handle of the sweep, an event's effect. */
  part<Part>(type: abstract new (...args: never[]) => Part): Part {
    return this.service.app.get<Part>(type as never, { strict: false });
  }

  async close(): Promise<void> {
    await this.service.close();
    await this.ground.drop?.();
  }
}
