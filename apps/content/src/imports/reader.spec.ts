import { describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';

import { Reader } from './reader.service.js';

const answering = (answer: string) =>
  `import { parentPort, threadId } from 'node:worker_threads'; parentPort.on('message', ({ given }) => { ${answer} });
   parentPort.postMessage('ready');`;
const threads = {
  good: answering('parentPort.postMessage({ length: given.text.length, threadId })'),
  endless: answering('while (true) {}'),
  greedy: answering('const kept = []; while (true) kept.push(new Array(100_000).fill({}))'),
  broken: answering('throw new TypeError("a bug")'),
  silent: '',
};

class ReaderWith extends Reader {
  protected override readonly threadFile: URL;
  protected override readonly limits = {
    startMsMax: 20_000,
    readingMsMin: 2_000,
    readingMsMax: 2_000,
    bytesPerMs: 1,
    memoryMbMax: 16,
    runningMax: 1,
    waitingMax: 2,
    idleMs: 50,
  };

  constructor(thread: keyof typeof threads) {
    super();
    this.threadFile = new URL(`data:text/javascript,${encodeURIComponent(threads[thread])}`);
  }
}

const file = { what: 'roadmap', given: { text: `# A\n\n${'word '.repeat(10)}` } } as const;
const answer = { length: file.given.text.length, threadId: expect.any(Number) };

describe('a file', () => {
  it('is read in place where there is no thread to read it', async () => {
    expect(await new Reader().read(file)).toMatchObject({ ok: true });
  });

  it('is read in a thread, and so is the next, by the same one', async () => {
    const reader = new ReaderWith('good');
    const first = await reader.read(file);
    expect(first).toEqual(answer);
    expect(await reader.read(file)).toEqual(first);
    await reader.onApplicationShutdown();
  });

  it('is read in a new thread where the last one has gone', async () => {
    const reader = new ReaderWith('good');
    const first = await reader.read(file);
    await eventually(async () => {
      const next = await reader.read(file);
      return JSON.stringify(next) !== JSON.stringify(first);
    });
    await reader.onApplicationShutdown();
  });
  it.each(['endless', 'greedy', 'silent'] as const)('whose reading is %s is refused', async (thread) => {
    await expect(new ReaderWith(thread).read(file)).rejects.toMatchObject({ code: 'file_too_complex' });
  });

  it('that meets a bug is a fault, not the author’s mistake', async () => {
    await expect(new ReaderWith('broken').read(file)).rejects.toThrow('a bug');
  });

  it('waits its turn, and is refused where too many wait', async () => {
    const reader = new ReaderWith('good');
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => reader.read(file)));
    expect(answers.map((answer) => answer.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(answers.at(-1)).toMatchObject({ reason: { code: 'imports_busy' } });
    expect(await reader.read(file)).toEqual(answer);
    await reader.onApplicationShutdown();
  });

  it('that is being read when the service stops is not waited for', async () => {
    const reader = new ReaderWith('endless');
    const begin = performance.now();
    const reading = reader.read(file);
    setImmediate(() => void reader.onApplicationShutdown());
    await expect(reading).rejects.toMatchObject({ code: 'file_too_complex' });
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});
