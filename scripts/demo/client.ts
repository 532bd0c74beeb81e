import { setTimeout as delay } from 'node:timers/promises';

export type Urls = Readonly<Record<'auth' | 'content' | 'quiz', string>>;

/** A refusal of the platform, as its problem document says it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: { detail?: string; errors?: readonly { pointer: string; detail: string }[] },
  ) {
    super(`${status} ${code}: ${problem.detail ?? ''}`);
  }
}

const triesMax = 30;

/** One person at the public API: what a browser or a script would send, with the retries that good manners ask for. */
export class Client {
  private accessToken: string | null = null;

  /** For helpers that send their own requests. */
  get token(): string {
    if (this.accessToken === null) throw new Error('not signed in');
    return this.accessToken;
  }

  /** While true, every request fails as it does without a network. */
  isOffline = false;

  constructor(private readonly urls: Urls) {}

  async signIn(email: string, password: string): Promise<void> {
    const { accessToken } = await this.call<{ accessToken: string }>('auth', '/sessions', {
      body: { email, password },
    });
    this.accessToken = accessToken;
  }

  /** Sends a request and returns the JSON answer. 429 and 503 are tried again when the platform says so. */
  async call<Answer>(
    service: keyof Urls,
    path: string,
    request: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const response = await this.send(service, path, request);
    const text = await response.text();
    return (text === '' ? null : JSON.parse(text)) as Answer;
  }

  async text(service: keyof Urls, path: string, accept: string): Promise<string> {
    return (await this.send(service, path, { headers: { accept } })).text();
  }

  async bytes(service: keyof Urls, path: string, accept = '*/*'): Promise<Uint8Array> {
    return new Uint8Array(await (await this.send(service, path, { headers: { accept } })).arrayBuffer());
  }

  /** A document of the whole site, such as the issuer's key set. */
  async wellKnown(path: string): Promise<string> {
    const response = await fetch(`${this.urls.quiz}${path}`, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Refused(response.status, 'well_known', { detail: path });
    return response.text();
  }

  /** Every item of a paged list. */
  async all<Item>(service: keyof Urls, path: string): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `${path.includes('?') ? '&' : '?'}limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: { items: Item[]; next: string | null } = await this.call(service, path + query);
      items.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return items;
  }

  private async send(
    service: keyof Urls,
    path: string,
    { method, body, headers }: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response> {
    const isFile = body instanceof Uint8Array;
    for (let tries = 1; ; tries += 1) {
      if (this.isOffline) throw new Error('no network');
      const response = await fetch(`${this.urls[service]}/api/${service}/v1${path}`, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...(this.accessToken === null ? {} : { authorization: `Bearer ${this.accessToken}` }),
          ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isFile ? Buffer.from(body) : JSON.stringify(body) }),
        signal: AbortSignal.timeout(60_000),
      });
      if (response.ok) return response;
      const problem = await readProblem(response);
      const isBusy = response.status === 429 || response.status === 503;
      if (!isBusy || tries >= triesMax) throw new Refused(response.status, problem.code, problem);
      await delay(Math.min(5, Number(response.headers.get('retry-after') ?? 1)) * (500 + Math.random() * 500));
    }
  }
}

async function readProblem(
  response: Response,
): Promise<{ code: string; detail?: string; errors?: { pointer: string; detail: string }[] }> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { code: 'not_a_problem_document', detail: text.slice(0, 200) };
  }
}
