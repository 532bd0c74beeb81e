import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

const measured = z.object({ questions: z.int(), cpuMs: z.number(), wallMs: z.number(), peakRssMb: z.number() });
export type GiftReadingMeasured = z.output<typeof measured>;

/** Processor time and the most memory of a fresh process that reads a GIFT file of so many questions. */
export async function measureGiftReading(questions: number): Promise<GiftReadingMeasured> {
  const program = fileURLToPath(new URL('./gift-reader.js', import.meta.url));
  const child = fork(program, [String(questions)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const told = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The reader ended with code ${String(code)} and said nothing.`)));
  });
  const found = measured.parse(told);
  if (found.questions !== questions) throw new Error(`${found.questions} of ${questions} questions were read.`);
  return found;
}
