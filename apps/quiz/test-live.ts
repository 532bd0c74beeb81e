import type { IncomingMessage } from 'node:http';

import { AttemptGraded, AttemptStarted, AttemptSubmitted, EnrolmentChanged } from '#libs/contracts';

import { InsightsEvents } from './src/insights/insights.events.js';
import type { FiguresTold } from './src/live/figures.js';
import { deliver } from './test-events.js';
import type { Actor, QuizUnderTest } from './test-support.js';

export interface Heard {
  readonly event: string;
  readonly id: string | null;
  readonly data: FiguresTold & { readonly reason?: string };
}

/** Someone in front of a live board: keeps what comes in. */
export class Reader {
  readonly events: Heard[] = [];
  heartbeats = 0;
  retryMs: number | null = null;
  isOver = false;
  private rest = '';

  private constructor(readonly response: IncomingMessage) {}

  static async open(quiz: QuizUnderTest, as: Actor, path: string, headers?: Record<string, string>): Promise<Reader> {
    const reader = new Reader(await quiz.stream(as, `${path}/live`, headers));
    void reader.listen();
    return reader;
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  get last(): Heard | undefined {
    return this.events.at(-1);
  }

  /** The newest row of a learner that this reader was told. */
  row(learnerId: string) {
    const rows = this.events.flatMap(({ data }) => data.learners ?? []);
    return rows.findLast((row) => row.learnerId === learnerId);
  }

  close(): void {
    this.response.destroy();
  }

  private async listen(): Promise<void> {
    const text = new TextDecoder();
    try {
      for await (const bytes of this.response) this.take(text.decode(bytes, { stream: true }));
    } catch {
      // Cut by the test, or by the service.
    }
    this.isOver = true;
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.read(block);
  }

  private read(block: string): void {
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    const data = fields.get('data');
    if (fields.has('')) this.heartbeats += 1;
    if (fields.has('retry')) this.retryMs = Number(fields.get('retry'));
    if (data === undefined) return;
    this.events.push({ event: fields.get('event') ?? '', id: fields.get('id') ?? null, data: JSON.parse(data) });
  }
}

const heard = new WeakMap<QuizUnderTest, Set<string>>();

/** Hands what was announced about attempts and enrolments, and was not handed yet, to the consumer of insights. */
export async function deliverInsights(quiz: QuizUnderTest): Promise<void> {
  const events = quiz.part(InsightsEvents);
  const known = heard.get(quiz) ?? new Set();
  heard.set(quiz, known);
  const rows: { id: string; type: string; data: never }[] = await quiz.dataSource.query(
    `SELECT id, type, data FROM outbox WHERE topic IN ('quiz.attempts', 'quiz.cohorts') ORDER BY id`,
  );
  for (const { id, type, data } of rows.filter((row) => !known.has(row.id))) {
    known.add(id);
    if (type === AttemptStarted.type) await deliver(quiz, AttemptStarted, data, (given) => events.started(given));
    if (type === AttemptSubmitted.type) await deliver(quiz, AttemptSubmitted, data, (given) => events.submitted(given));
    if (type === AttemptGraded.type) await deliver(quiz, AttemptGraded, data, (given) => events.graded(given));
    if (type === EnrolmentChanged.type) await deliver(quiz, EnrolmentChanged, data, (given) => events.enrolled(given));
  }
}
