import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { ApiProblem, createApi } from './index.js';

interface Seen {
  path: string;
  token: string | undefined;
  body: string;
}

/** A server that answers from a list, the last one for ever, and keeps what it was asked. */
class Scripted {
  readonly seen: Seen[] = [];
  private constructor(private readonly server: Server) {}

  static async start(...answers: [status: number, body: string, headers?: Record<string, string>][]) {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        scripted.seen.push({ path: request.url ?? '', token: request.headers.authorization, body });
        const [status, text, headers] = answers[Math.min(scripted.seen.length, answers.length) - 1] ?? [500, ''];
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
      });
    });
    const scripted = new Scripted(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  get url(): string {
    const address = this.server.address() as AddressInfo; // listening on a port, so never a pipe's name
    return `http://127.0.0.1:${address.port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const unauthenticated = JSON.stringify({ type: 'about:blank', title: 'No', status: 401, code: 'token_expired' });
const saved = JSON.stringify({ questionId: 'q', sequence: 2, savedAt: '2026-01-01T00:00:00Z' });
const entry = { questionId: 'q', sequence: 2, answer: { choice: 'a' } };

describe('the transport of the client', () => {
  let server: Scripted;
  afterEach(() => server.stop());

  it('repeats a refused request once, body and all, with the token that a refresh brought', async () => {
    server = await Scripted.start([401, unauthenticated], [200, saved]);
    let token = 'old';
    const refresh = async () => {
      token = 'new';
      return true;
    };
    const api = createApi({ baseUrl: server.url, accessToken: () => token, refresh });
    expect(await api.quiz.saveAnswer('a', entry)).toMatchObject({ sequence: 2 });
    expect(server.seen.map((request) => request.token)).toEqual(['Bearer old', 'Bearer new']);
    expect(server.seen[0]?.body).toBe(server.seen[1]?.body);
    expect(server.seen[1]?.body).toContain('"choice":"a"');
  });

  it('gives the refusal to the caller when there is nothing to refresh', async () => {
    server = await Scripted.start([401, unauthenticated]);
    const api = createApi({ baseUrl: server.url, refresh: async () => false });
    await expect(api.quiz.attempt('a')).rejects.toMatchObject({ code: 'token_expired', isTransient: false });
    expect(server.seen).toHaveLength(1);
  });

  it('never answers a refused sign-in with a refresh', async () => {
    server = await Scripted.start([401, unauthenticated]);
    const refresh = async () => {
      throw new Error('asked for');
    };
    const api = createApi({ baseUrl: server.url, refresh });
    await expect(api.auth.signIn({ email: 'a@example.org', password: 'x' })).rejects.toBeInstanceOf(ApiProblem);
  });

  it('gives a code to what is no problem document, and says when to come back', async () => {
    server = await Scripted.start([503, '<html>busy</html>', { 'content-type': 'text/html', 'retry-after': '7' }]);
    const api = createApi({ baseUrl: server.url });
    const problem: unknown = await api.quiz.courses().catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: 'http_503', isTransient: true, isOffline: false, retryAfterSeconds: 7 });
  });

  it('tells no answer from a refusal', async () => {
    server = await Scripted.start([200, '{}']);
    const { url } = server;
    await server.stop();
    await expect(createApi({ baseUrl: url }).quiz.courses()).rejects.toMatchObject({ isOffline: true, status: 0 });
    server = await Scripted.start([200, '{}']);
  });
});
