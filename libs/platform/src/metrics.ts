import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import { routeTemplate } from './route.js';

/** Where 0.05 is the dashboard's promise and 0.3 / 0.5 those of save and submit. */
const httpBuckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.3, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** One registry per service; labels come from closed sets known at build time, never from people or content. */
export class Metrics {
  readonly registry = new Registry();

  constructor(service: string, options: { processMetrics: boolean } = { processMetrics: true }) {
    this.registry.setDefaultLabels({ service });
    if (options.processMetrics) collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []): Counter<Label> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  histogram<Label extends string = never>(
    name: string,
    help: string,
    options: { labelNames?: readonly Label[]; buckets: number[] },
  ): Histogram<Label> {
    return new Histogram({
      name,
      help,
      labelNames: [...(options.labelNames ?? [])],
      buckets: options.buckets,
      registers: [this.registry],
    });
  }

  /** A gauge that is read when Prometheus asks; several values when it has labels. A failed reading leaves the gauge out. */
  observed<Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: () => Promise<readonly { labels: Record<Label, string>; value: number }[]>,
  ): Gauge<Label> {
    return new Gauge<Label>({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      async collect() {
        this.reset();
        // A gauge without labels is set to zero by that, which would be an answer.
        if (labelNames.length === 0) this.remove();
        for (const { labels, value } of await read().catch(() => [])) this.set(labels as never, value);
      },
    });
  }

  /** A count that somebody else keeps since the start of this process, read when Prometheus asks. */
  observedCount<Label extends string = never>(
    name: `${string}_total`,
    help: string,
    labelNames: readonly Label[],
    read: () => readonly { labels: Record<Label, string>; value: number }[],
  ): Counter<Label> {
    return new Counter<Label>({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const { labels, value } of read()) this.inc(labels as never, value);
      },
    });
  }

  /** Times every request by route template; what matches no route is one series, whatever was asked for. */
  watchHttp(fastify: FastifyInstance): void {
    const duration = this.histogram(
      'http_server_request_duration_seconds',
      'Time from the first byte in to the last byte out.',
      {
        labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
        buckets: httpBuckets,
      },
    );
    const templates = new Map<string, string>();
    fastify.addHook('onResponse', (request, reply, done) => {
      // A stream lasts as long as somebody watches, which says nothing about how fast anything was answered.
      if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) return done();
      const url = request.routeOptions.url;
      let route = 'unmatched';
      if (url !== undefined && !request.is404) {
        route = templates.get(url) ?? routeTemplate(url);
        templates.set(url, route);
      }
      duration.labels(request.method, route, String(reply.statusCode)).observe(reply.elapsedTime / 1_000);
      done();
    });
  }
}
