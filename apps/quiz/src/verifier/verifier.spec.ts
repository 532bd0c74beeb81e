import { describe, expect, it } from '@jest/globals';
import { nothingFetched, type VerifyOptions } from '#libs/credentials';
import { eventually } from '#libs/testing';

import { Verifier } from './verifier.service.js';

const thread = (hear: string) =>
  `import { parentPort, threadId } from 'node:worker_threads';
   parentPort.on('message', (given) => { ${hear} });`;
const done = (call: string, detail: string) =>
  `parentPort.postMessage({ call: ${call}, verification: { isValid: true, checks: [], warnings: [${detail}], facts: null, statusLists: [] } });`;
const threads = {
  /** Says what it was told: the credential, then the answer to its question. */
  asking: thread(
    `if (given.verifying) parentPort.postMessage({ call: given.call, number: given.call, question: { what: 'document', url: given.verifying.credential } });
     else if (given.answer === null) parentPort.postMessage({ call: given.question, fault: 'no answer' });
     else ${done('given.question', 'JSON.stringify(given.answer), threadId')}`,
  ),
  failing: thread(`parentPort.postMessage({ call: given.call, fault: 'TypeError: a bug' })`),
  broken: thread('throw new TypeError("a bug")'),
  endless: thread('while (true) {}'),
  greedy: thread('const kept = []; while (true) kept.push(new Array(100_000).fill({}))'),
};

class VerifierWith extends Verifier {
  protected override readonly threadFile: URL;
  protected override readonly limits = { callMsMax: 5_000, callsMax: 3, memoryMbMax: 16, idleMs: 50 };

  constructor(kind: keyof typeof threads) {
    super();
    this.threadFile = new URL(`data:text/javascript,${encodeURIComponent(threads[kind])}`);
  }
}

const options: VerifyOptions = { resolve: nothingFetched, now: new Date('2026-05-01T12:00:00Z') };
const url = 'https://issuer.example/list';

describe('a credential', () => {
  it('is verified in place where there is no thread', async () => {
    expect((await new Verifier().verify({}, options)).checks.map(({ outcome }) => outcome)).toContain('fail');
  });

  it('is verified in a thread, which asks for what lies elsewhere and for the newest list that was seen', async () => {
    const verifier = new VerifierWith('asking');
    const { warnings } = await verifier.verify(url, { ...options, newestListSeen: () => options.now });
    expect(JSON.parse(warnings[0] ?? '')).toEqual({
      what: 'document',
      resolved: { found: false, why: `${url} was not fetched.` },
      seen: options.now.toISOString(),
    });
    const [, first] = warnings;
    expect((await verifier.verify(url, options)).warnings[1]).toBe(first);
    // Asking keeps the thread awake, so every look comes after a rest.
    await eventually(async () => (await verifier.verify(url, options)).warnings[1] !== first, { everyMs: 500 });
    await verifier.onApplicationShutdown();
  });

  it('whose questions fail is a fault of ours, with its reason', async () => {
    const verifier = new VerifierWith('asking');
    const away = async () => Promise.reject(new Error('The database is away.'));
    await expect(verifier.verify(url, { ...options, resolve: away })).rejects.toThrow('The database is away.');
    expect((await verifier.verify(url, options)).isValid).toBe(true);
    await verifier.onApplicationShutdown();
  });

  it('that meets a bug is a fault, not the sender’s mistake', async () => {
    await expect(new VerifierWith('failing').verify({}, options)).rejects.toThrow('a bug');
  });

  it.each(['broken', 'endless', 'greedy'] as const)(
    'in a thread that is %s is refused, not waited for',
    async (kind) => {
      const verifier = new VerifierWith(kind);
      await expect(verifier.verify({}, options)).rejects.toMatchObject({ code: 'verifications_busy' });
    },
  );

  it('is refused where too many are in the thread', async () => {
    const verifier = new VerifierWith('asking');
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => verifier.verify(url, options)));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(all.at(-1)).toMatchObject({ reason: { code: 'verifications_busy' } });
    await verifier.onApplicationShutdown();
  });
});
