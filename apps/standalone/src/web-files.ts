import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** The built browser application. Files with a hash in their name are kept for a year, the page itself is asked for each time. */
export class WebFiles {
  private constructor(private readonly app: FastifyInstance) {}

  static async open(folder: string): Promise<WebFiles> {
    const app = fastify({ logger: false });
    app.addHook('onSend', (_request, reply, payload, done) => {
      for (const [name, value] of Object.entries(headers)) void reply.header(name, value);
      done(null, payload);
    });
    if (existsSync(folder)) {
      await app.register(fastifyStatic, {
        root: folder,
        wildcard: true,
        index: 'index.html',
        setHeaders: (response, path) => {
          void response.header(
            'cache-control',
            path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
        },
      });
      // Addresses of the application are routes in the browser: whatever is no file gets the page.
      app.setNotFoundHandler((request, reply) => {
        if (request.method !== 'GET' || request.url.startsWith('/assets/') || request.url.startsWith('/api/'))
          return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n');
        return reply.header('cache-control', 'no-cache').sendFile('index.html');
      });
    }
    await app.ready();
    return new WebFiles(app);
  }

  serve(request: IncomingMessage, response: ServerResponse): void {
    this.app.routing(request, response);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
