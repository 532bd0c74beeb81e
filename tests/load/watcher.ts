import { get, type IncomingMessage } from 'node:http';

import { z } from 'zod';

const figures = z.object({
  learners: z.array(
    z.object({ learnerId: z.string(), cells: z.array(z.object({ sectionId: z.string(), state: z.string() })) }),
  ),
});

/** One stream of a live board, with the moment at which each grade first stood on it. */
export class Watcher {
  bytes = 0;
  private rest = '';
  private isWhole = true;
  private readonly graded = new Map<string, number>();
  private readonly waiting = new Map<string, (at: number) => void>();

  private constructor(
    private readonly response: IncomingMessage,
    private readonly isReading: boolean,
  ) {
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.take(text));
  }

  static async open(
    url: string,
    { headers, isReading }: { headers: Record<string, string>; isReading: boolean },
  ): Promise<Watcher> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { headers, agent: false }, resolve).on('error', reject);
    });
    if (response.statusCode !== 200) throw new Error(`${url}: ${String(response.statusCode)}`);
    return new Watcher(response, isReading);
  }

  /** When the grade of a learner in a section, joined by a space, was first seen here: by `performance.now()`. */
  gradedAt(key: string, waitMsMax: number): Promise<number> {
    const known = this.graded.get(key);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${key} was never told.`)), waitMsMax);
      this.waiting.set(key, (at) => {
        clearTimeout(late);
        resolve(at);
      });
    });
  }

  close(): void {
    this.response.destroy();
  }

  private take(text: string): void {
    this.bytes += text.length;
    if (!this.isReading) return;
    this.rest += text;
    const end = this.rest.lastIndexOf('\n\n');
    if (end < 0) return;
    const now = performance.now();
    const events = this.rest.slice(0, end).split('\n\n');
    this.rest = this.rest.slice(end + 2);
    for (const event of events) this.read(event, now);
  }

  private read(event: string, now: number): void {
    const line = event.split('\n').find((each) => each.startsWith('data: '));
    if (line === undefined || !event.includes('event: figures')) return;
    // The first is the whole board, with the grades of long ago.
    const isFirst = this.isWhole;
    this.isWhole = false;
    if (isFirst) return;
    for (const { learnerId, cells } of figures.parse(JSON.parse(line.slice('data: '.length))).learners) {
      for (const { sectionId, state } of cells) {
        const key = `${learnerId} ${sectionId}`;
        if ((state !== 'passed' && state !== 'failed') || this.graded.has(key)) continue;
        this.graded.set(key, now);
        this.waiting.get(key)?.(now);
      }
    }
  }
}
