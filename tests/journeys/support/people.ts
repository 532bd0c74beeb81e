import type { Role } from '#libs/contracts';

import { administrator } from './stack.js';

const password = 'seven herons by the weir';
const staff: readonly Role[] = ['author', 'instructor'];

export interface Answer {
  readonly status: number;
  /** Of the problem document, '' where the answer is none. */
  readonly code: string;
  readonly text: string;
}

/** One signed-in person per role, by name of the role; `anonymous` has no token. */
export class People {
  private readonly tokens = new Map<string, string>();
  private readonly ids = new Map<string, string>();

  private constructor(private readonly url: string) {}

  static async invite(url: string): Promise<People> {
    const people = new People(url);
    await people.signIn('admin', administrator);
    await people.register('learner');
    for (const role of staff) {
      await people.register(role);
      await people.request('admin', `PUT /api/auth/v1/accounts/${people.idOf(role)}/roles`, {
        roles: ['learner', role],
      });
      await people.signIn(role, { email: emailOf(role), password });
    }
    return people;
  }

  /** A further learner under this name. */
  async register(name: string): Promise<void> {
    const account: { id: string } = await this.request('anonymous', 'POST /api/auth/v1/accounts', {
      email: emailOf(name),
      displayName: `The ${name}`,
      password,
    });
    this.ids.set(name, account.id);
    await this.signIn(name, { email: emailOf(name), password });
  }

  tokenOf(name: string): string {
    return this.tokens.get(name) ?? '';
  }

  idOf(name: string): string {
    return this.ids.get(name) ?? '';
  }

  /** `request` is a method and a path: `POST /api/auth/v1/accounts`. */
  async send(name: string, request: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const [method = 'GET', path = '/'] = request.split(' ');
    const hasBody = body !== undefined && method !== 'GET';
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.tokens.has(name) ? { authorization: `Bearer ${this.tokenOf(name)}` } : {}),
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(hasBody ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, text, code: /"code":"(\w+)"/.exec(text)?.[1] ?? '' };
  }

  /** As `send`, for what must succeed; returns the parsed answer. */
  async request<Result>(
    name: string,
    request: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Result> {
    const { status, text } = await this.send(name, request, body, headers);
    if (status >= 300) throw new Error(`${request} answered ${status}: ${text.slice(0, 300)}`);
    return text === '' ? (undefined as Result) : JSON.parse(text);
  }

  private async signIn(name: string, credentials: { email: string; password: string }): Promise<void> {
    const { accessToken, account }: { accessToken: string; account: { id: string } } = await this.request(
      'anonymous',
      'POST /api/auth/v1/sessions',
      credentials,
    );
    this.tokens.set(name, accessToken);
    this.ids.set(name, account.id);
  }
}

function emailOf(name: string): string {
  return `${name.replace(/\W/g, '-')}@journey.example`;
}
