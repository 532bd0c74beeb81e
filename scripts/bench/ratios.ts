import { availableParallelism } from 'node:os';

import { BaselineTarget } from '../../tests/load/baseline-target.js';
import { drive } from '../../tests/load/drive.js';
import { QuizTarget } from '../../tests/load/quiz-target.js';
import { type Asked, type Measured, withDatabases } from './part.js';

const connectionCounts = [8, 32] as const;

/** The platform and the bare baselines in turn, in one run. */
export function ratios(asked: Asked): Promise<Measured> {
  return withDatabases(asked, ['baseline', 'quiz'], async (urlOf) => {
    const baseline = await BaselineTarget.start(urlOf('baseline'));
    const quiz = await QuizTarget.start(urlOf('quiz'));
    try {
      return shown(await medians({ baseline, quiz }, asked), asked.rounds);
    } finally {
      quiz.stop();
      await baseline.stop();
    }
  });
}

interface Targets {
  readonly baseline: BaselineTarget;
  readonly quiz: QuizTarget;
}

async function medians({ baseline, quiz }: Targets, { rounds, size = 4_000 }: Asked): Promise<Record<string, number>> {
  // Plans, compiled code and connections are warm before anything counts.
  await drive(baseline.url, await baseline.submissions('submit7', 500), 8);
  await drive(quiz.url, await quiz.submissions(500), 8);
  const found: Record<string, number[]> = {};
  const note = (name: string, perSecond: number) => (found[name] ??= []).push(perSecond);
  for (let round = 0; round < rounds; round += 1) {
    for (const c of connectionCounts) {
      const rate = async (url: string, work: Parameters<typeof drive>[1]) => (await drive(url, work, c)).perSecond;
      note(`B7 submit in seven, c=${c}`, await rate(baseline.url, await baseline.submissions('submit7', size)));
      note(`B1 submit in one, c=${c}`, await rate(baseline.url, await baseline.submissions('submit1', size)));
      note(`Waymark submit, c=${c}`, await rate(quiz.url, await quiz.submissions(size)));
      note(`BA autosave, c=${c}`, await rate(baseline.url, await baseline.saves(size * 3, 400)));
      note(`Waymark autosave, c=${c}`, await rate(quiz.url, await quiz.saves(size * 3, 400)));
    }
    note('Waymark flow, c=8', await quiz.flows(Math.ceil(size / 2), 8));
  }
  return Object.fromEntries(Object.entries(found).map(([name, rates]) => [name, median(rates)]));
}

function shown(rates: Record<string, number>, rounds: number): Measured {
  const rate = (name: string) => rates[name] ?? Number.NaN;
  const ratio = (a: string, b: string) => rate(a) / rate(b);
  const goals = connectionCounts.flatMap((c): [string, number, number][] => [
    [`submit / B7, c=${c}`, ratio(`Waymark submit, c=${c}`, `B7 submit in seven, c=${c}`), 1],
    [`submit / B1, c=${c}`, ratio(`Waymark submit, c=${c}`, `B1 submit in one, c=${c}`), 0.6],
    [`autosave / BA, c=${c}`, ratio(`Waymark autosave, c=${c}`, `BA autosave, c=${c}`), 0.7],
  ]);
  return {
    figures: { rates, ratios: Object.fromEntries(goals.map(([name, value]) => [name, value])) },
    tables: [
      {
        title: `Medians of ${rounds} rounds on ${availableParallelism()} cores`,
        headers: ['what', 'per second'],
        rows: Object.entries(rates).map(([name, perSecond]) => [name, Math.round(perSecond)]),
      },
      {
        title: 'Ratios',
        headers: ['what', 'ratio', 'goal'],
        rows: goals.map(([name, value, goal]) => [name, value.toFixed(2), goal.toFixed(1)]),
      },
    ],
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2; // never empty
}
