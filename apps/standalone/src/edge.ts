import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { type Service, wellKnownPaths } from '#libs/platform';
import { Registry } from 'prom-client';

import { mergedMetrics } from './merged-metrics.js';
import type { WebFiles } from './web-files.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The one port of laptop mode: what nginx or the cluster's gateway does elsewhere. Requests go to the service that owns
 * the path, everything else to the browser application.
 */
export class Edge {
  private readonly server: Server;
  private isOpen = false;

  constructor(
    private readonly services: readonly Service[],
    private readonly web: WebFiles,
  ) {
    this.server = createServer(
      { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
      this.route(),
    );
  }

  /** @returns the port in use. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  /** From now on ready: a first start has filled the platform before anybody is told to come in. */
  open(): void {
    this.isOpen = true;
  }

  /** Stops taking connections, lets requests in flight finish for a moment, then cuts what is left. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const cut = setTimeout(() => this.server.closeAllConnections(), 3_000);
    await closed;
    clearTimeout(cut);
  }

  private route(): Handler {
    const prefixes = this.services.map((service) => [`/api/${service.definition.name}/`, service.fastify] as const);
    // The keys of credentials: those who verify tokens read the keys of `auth` from `auth`.
    const issuer = this.services.find((service) => service.definition.name === 'quiz')?.fastify;
    const wellKnown = new Set(wellKnownPaths.map((path) => `/${path}`));
    // The pages of credentials carry words for previews of their links, which quiz knows.
    const pages = /^\/c\/[^/?]+(\?|$)/;
    return (request, response) => {
      const url = request.url ?? '/';
      const owner = prefixes.find(([prefix]) => url.startsWith(prefix))?.[1];
      if (owner) owner.routing(request, response);
      else if (issuer && (wellKnown.has(url.split('?', 1)[0] ?? '') || pages.test(url)))
        issuer.routing(request, response);
      else if (url.startsWith('/health/') || url === '/metrics')
        this.observe(url, response).catch(() => sendJson(response, 500, { status: 'failed' }));
      else this.web.serve(request, response);
    };
  }

  private async observe(url: string, response: ServerResponse): Promise<void> {
    if (url === '/metrics') {
      const expositions = await Promise.all(this.services.map((service) => service.metrics.registry.metrics()));
      response
        .writeHead(200, { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE, 'x-content-type-options': 'nosniff' })
        .end(mergedMetrics(expositions));
      return;
    }
    if (url === '/health/live') {
      sendJson(response, 200, { status: 'ok' });
      return;
    }
    const reports = await Promise.all(
      this.services.map(async (service) => [service.definition.name, await service.health.ready()] as const),
    );
    const isReady = this.isOpen && reports.every(([, report]) => report.status === 'ok');
    sendJson(response, isReady ? 200 : 503, {
      status: isReady ? 'ok' : 'unready',
      services: Object.fromEntries(reports),
    });
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' })
    .end(JSON.stringify(body));
}
