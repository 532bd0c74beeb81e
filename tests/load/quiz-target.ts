import { type ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { accessTokenSecondsMax, accessTokenType, tokenRules } from '#libs/platform';
import autocannon from 'autocannon';
import jwt from 'jsonwebtoken';

import { type Call, drive } from './drive.js';

const sectionCount = 200;
const kid = 'bench';

interface Ready {
  readonly url: string;
  readonly sectionIds: readonly string[];
  readonly questionIds: readonly string[];
}

/** `quiz` in its own process; opens attempts through its API and hands out what to measure. */
export class QuizTarget {
  private readonly free: { learner: number; section: number } = { learner: 0, section: 0 };
  private readonly tokens: string[] = [];

  private constructor(
    private readonly ready: Ready,
    private readonly child: ChildProcess,
    private readonly keys: ReturnType<typeof newKeys>,
  ) {}

  get url(): string {
    return this.ready.url;
  }

  static async start(databaseUrl: string): Promise<QuizTarget> {
    const keys = newKeys();
    const keySet = JSON.stringify([{ ...keys.publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }]);
    const child = fork(
      fileURLToPath(new URL('./quiz-server.js', import.meta.url)),
      [databaseUrl, keySet, String(sectionCount)],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    const ready = await new Promise<Ready>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Ready));
      child.once('exit', (code) => reject(new Error(`the quiz server ended with code ${String(code)}`)));
    });
    return new QuizTarget(ready, child, keys);
  }

  /** Attempts opened beforehand, each submitted once with its ten answers. */
  async submissions(count: number): Promise<Call[]> {
    const body = JSON.stringify({
      answers: this.ready.questionIds.map((questionId) => ({ questionId, sequence: 1, answer: { choice: '1' } })),
    });
    return (await this.openAttempts(count)).map(({ id, token }) => ({
      method: 'POST',
      path: `/api/quiz/v1/attempts/${id}:submit`,
      body,
      token,
    }));
  }

  async saves(count: number, attempts: number): Promise<Call[]> {
    const open = await this.openAttempts(attempts);
    const { questionIds } = this.ready;
    return Array.from({ length: count }, (_, index) => {
      const { id, token } = open[index % attempts]!; // as many as asked for
      const questionId = questionIds[Math.floor(index / attempts) % questionIds.length];
      return {
        method: 'PUT',
        path: `/api/quiz/v1/attempts/${id}/answers/${questionId}`,
        body: JSON.stringify({ sequence: index + 1, answer: { choice: '1' } }),
        token,
      };
    });
  }

  /** Start, read the paper, submit, read the review, over and over. @returns whole flows per second. */
  async flows(count: number, connections: number): Promise<number> {
    const body = JSON.stringify({
      answers: this.ready.questionIds.map((questionId) => ({ questionId, sequence: 1, answer: { choice: '1' } })),
    });
    const begun = performance.now();
    let lastAnswerAt = begun;
    const place = (context: Flow) => (context.place ??= this.takePlace());
    const result = await autocannon({
      url: this.url,
      connections,
      amount: count * 4,
      requests: [
        {
          setupRequest: (request, context: Flow) => {
            delete context.place;
            const { sectionId, token } = place(context);
            return {
              ...request,
              method: 'POST',
              path: `/api/quiz/v1/sections/${sectionId}/attempts`,
              headers: { authorization: `Bearer ${token}` },
            };
          },
          onResponse: (_status, text, context: Flow) => {
            context.attemptId = JSON.parse(text).id;
            lastAnswerAt = performance.now();
          },
        },
        {
          setupRequest: (request, context: Flow) => ({
            ...request,
            method: 'GET',
            path: `/api/quiz/v1/attempts/${context.attemptId}`,
            headers: { authorization: `Bearer ${place(context).token}` },
          }),
        },
        {
          setupRequest: (request, context: Flow) => ({
            ...request,
            method: 'POST',
            path: `/api/quiz/v1/attempts/${context.attemptId}:submit`,
            headers: { authorization: `Bearer ${place(context).token}`, 'content-type': 'application/json' },
            body,
          }),
        },
        {
          setupRequest: (request, context: Flow) => ({
            ...request,
            method: 'GET',
            path: `/api/quiz/v1/attempts/${context.attemptId}`,
            headers: { authorization: `Bearer ${place(context).token}` },
          }),
        },
      ],
    });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`flow: ${result.non2xx} refusals and ${result.errors} errors`);
    return count / ((lastAnswerAt - begun) / 1_000);
  }

  stop(): void {
    this.child.disconnect();
  }

  private async openAttempts(count: number): Promise<{ id: string; token: string }[]> {
    const places = Array.from({ length: count }, () => this.takePlace());
    const calls = places.map(({ sectionId, token }): Call => ({
      method: 'POST',
      path: `/api/quiz/v1/sections/${sectionId}/attempts`,
      token,
    }));
    await drive(this.url, calls, 16);
    // Starting again returns the open attempt: that is how the ids are learned without slowing the opening down.
    const opened: { id: string; token: string }[] = [];
    for (let from = 0; from < calls.length; from += 32) {
      const answers = await Promise.all(
        calls.slice(from, from + 32).map(async ({ path, token = '' }) => {
          const response = await fetch(this.url + path, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}` },
          });
          const { id } = (await response.json()) as { id: string };
          return { id, token };
        }),
      );
      opened.push(...answers);
    }
    return opened;
  }

  /** A learner and a section that this learner has not tried; each learner takes all sections once. */
  private takePlace(): { sectionId: string; token: string } {
    const { learner, section } = this.free;
    this.free.section = (section + 1) % sectionCount;
    if (this.free.section === 0) this.free.learner += 1;
    this.tokens[learner] ??= this.newToken();
    return { sectionId: this.ready.sectionIds[section]!, token: this.tokens[learner] }; // both within bounds by construction
  }

  private newToken(): string {
    const iat = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: tokenRules('http://localhost:3000').issuer,
      aud: 'waymark',
      sub: randomUUID(),
      roles: ['learner'],
      iat,
      exp: iat + accessTokenSecondsMax,
      jti: randomUUID(),
    };
    return jwt.sign(claims, this.keys.privateKey, {
      algorithm: 'RS256',
      header: { alg: 'RS256', typ: accessTokenType, kid },
    });
  }
}

interface Flow {
  place?: { sectionId: string; token: string };
  attemptId?: string;
}

function newKeys() {
  return generateKeyPairSync('rsa', { modulusLength: 3_072 });
}
