import autocannon from 'autocannon';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: string;
  readonly token?: string;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/**
 * Sends each call once over `connections` keep-alive connections, each waiting for its answer (a closed loop).
 * @throws when any answer is not 2xx: a refused request is quick and would flatter the figure.
 */
export async function drive(url: string, calls: readonly Call[], connections: number): Promise<Measured> {
  let next = 0;
  let lastAnswerAt = 0;
  const begun = performance.now();
  const result = await autocannon({
    url,
    connections,
    amount: calls.length,
    timeout: 30,
    requests: [
      {
        onResponse: () => {
          lastAnswerAt = performance.now();
        },
        setupRequest: (request) => {
          // Each connection asks for one request more than is sent; that one is never used.
          const call = calls[Math.min(next++, calls.length - 1)]!; // at least one call
          return {
            ...request,
            method: call.method,
            path: call.path,
            headers: {
              ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
              ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(call.body === undefined ? {} : { body: call.body }),
          };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals and ${result.errors} errors among ${calls.length} requests`);
  // autocannon's own clock ticks once a second.
  const seconds = (lastAnswerAt - begun) / 1_000;
  return {
    perSecond: calls.length / seconds,
    p50Ms: result.latency.p50,
    p95Ms: result.latency.p97_5,
    p99Ms: result.latency.p99,
  };
}
