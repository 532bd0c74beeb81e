import { describe, expect, it } from '@jest/globals';

import { Reader } from './reader.service.js';

const head = `import { parentPort, workerData } from 'node:worker_threads';`;
const threads = {
  good: 'parentPort.postMessage({ length: workerData.text.length })',
  endless: 'while (true) {}',
  greedy: 'const kept = []; while (true) kept.push(new Array(100_000).fill({}))',
  broken: 'throw new TypeError("a bug")',
  silent: '',
};

class ReaderWith extends Reader {
  protected override readonly threadFile: URL;
  protected override readonly limits = {
    ownThreadCharactersMin: 10,
    readingMsMax: 2_000,
    memoryMbMax: 16,
    runningMax: 1,
    waitingMax: 2,
  };

  constructor(thread: keyof typeof threads) {
    super();
    this.threadFile = new URL(`data:text/javascript,${encodeURIComponent(head + threads[thread])}`);
  }
}

const small = { what: 'roadmap', text: '# A\n' } as const;
const large = { what: 'roadmap', text: `# A\n\n${'word '.repeat(10)}` } as const;

describe('a file', () => {
  it('that is small is read in place', async () => {
    expect(await new ReaderWith('broken').read(small)).toMatchObject({ ok: true });
  });

  it('that is large is read in a thread of its own', async () => {
    expect(await new ReaderWith('good').read(large)).toEqual({ length: large.text.length });
  });

  it.each(['endless', 'greedy', 'silent'] as const)('whose reading is %s is refused', async (thread) => {
    await expect(new ReaderWith(thread).read(large)).rejects.toMatchObject({ code: 'file_too_complex' });
  });

  it('that meets a bug is a fault, not the author’s mistake', async () => {
    await expect(new ReaderWith('broken').read(large)).rejects.toThrow('a bug');
  });

  it('waits its turn, and is refused where too many wait', async () => {
    const reader = new ReaderWith('good');
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => reader.read(large)));
    expect(answers.map((answer) => answer.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(answers.at(-1)).toMatchObject({ reason: { code: 'imports_busy' } });
    expect(await reader.read(large)).toEqual({ length: large.text.length });
  });

  it('that is being read when the service stops is not waited for', async () => {
    const reader = new ReaderWith('endless');
    const begin = performance.now();
    const reading = reader.read(large);
    setImmediate(() => void reader.onApplicationShutdown());
    await expect(reading).rejects.toMatchObject({ code: 'file_too_complex' });
    expect(performance.now() - begin).toBeLessThan(1_500);
  });
});
