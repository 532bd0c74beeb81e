import { randomUUID } from 'node:crypto';

import { content } from '../../apps/content/src/content.app.js';
import { giftBank } from '../../libs/testing/src/gift-bank.js';
import { type OpenedService, openForLoad } from './opened-service.js';

export interface ImportMeasured {
  readonly questions: number;
  readonly bytes: number;
  /** Before anything was read: a thread starts and loads what reads. */
  readonly firstMs: number;
  readonly medianMs: number;
  readonly slowestMs: number;
}

/** `POST /sections/{id}/questions:import` of a GIFT file: read, judged, stored and reported, each time into a section of its own. */
export async function measureImport(databaseUrl: string, questions: number, rounds: number): Promise<ImportMeasured> {
  const service = await openForLoad(content, databaseUrl);
  try {
    const text = giftBank(questions);
    const courseId = await make(service, '/courses', { title: `Measured ${randomUUID()}` });
    const times: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const sectionId = await make(service, `/courses/${courseId}/sections`, { title: `Bank ${round}` });
      const begun = performance.now();
      const report = await post(service, `/sections/${sectionId}/questions:import`, { format: 'gift', text });
      times.push(performance.now() - begun);
      if (report['imported'] !== questions)
        throw new Error(`${String(report['imported'])} of ${questions} were imported.`);
    }
    const [firstMs = Number.NaN, ...later] = times;
    const sorted = later.toSorted((left, right) => left - right);
    const medianMs = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    return { questions, bytes: text.length, firstMs, medianMs, slowestMs: sorted.at(-1) ?? Number.NaN };
  } finally {
    await service.close();
  }
}

async function make(service: OpenedService, path: string, body: object): Promise<string> {
  return String((await post(service, path, body))['id']);
}

async function post(service: OpenedService, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${service.url}/api/content/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...service.headersOf('author') },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Record<string, unknown>;
}
