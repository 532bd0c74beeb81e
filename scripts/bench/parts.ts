import { measureDashboards } from '../../tests/load/dashboards.js';
import { measureLag } from '../../tests/load/event-lag.js';
import { measureGiftReading } from '../../tests/load/gift-reading.js';
import { gradingMicroseconds } from '../../tests/load/grading.js';
import { measureIssuing } from '../../tests/load/issuing.js';
import { measureItemAnalysis } from '../../tests/load/item-analysis.js';
import { measureLive } from '../../tests/load/live-board.js';
import { measureImport } from '../../tests/load/question-import.js';
import { measureRegrade } from '../../tests/load/regrade-load.js';
import { type Asked, type Measured, withDatabases } from './part.js';
import { ratios } from './ratios.js';

/** Those that fill in many attempts take minutes: they are measured only when asked for. */
export const parts: Readonly<
  Record<string, { readonly isAlways: boolean; readonly measure: (asked: Asked) => Promise<Measured> }>
> = {
  ratios: { isAlways: true, measure: ratios },
  'lag-in-process': { isAlways: true, measure: () => lag('in-process', 'lagInProcess') },
  'lag-kafka': { isAlways: true, measure: () => lag('kafka', 'lagKafka') },
  pure: { isAlways: false, measure: pure },
  import: { isAlways: false, measure: importing },
  items: { isAlways: false, measure: items },
  regrade: { isAlways: false, measure: regrade },
  dashboard: { isAlways: false, measure: dashboard },
  issue: { isAlways: false, measure: issue },
  live: { isAlways: false, measure: live },
};

async function lag(broker: 'in-process' | 'kafka', name: string): Promise<Measured> {
  const measured = await measureLag(broker);
  const { samples, p50Ms, p99Ms } = measured;
  const rows = [[samples, p50Ms.toFixed(0), p99Ms.toFixed(0)]];
  return {
    figures: { [name]: measured },
    tables: [{ title: `Submit to badge visible, ${broker}`, headers: ['samples', 'p50 ms', 'p99 ms'], rows }],
  };
}

/** What no database, network or framework has a part in. */
async function pure({ size = 10_000 }: Asked): Promise<Measured> {
  const reading = await measureGiftReading(size);
  const grading = gradingMicroseconds(50);
  return {
    figures: { pure: { gradingMicroseconds: grading, giftReading: reading } },
    tables: [
      {
        title: 'Without a database',
        headers: ['what', 'measured', 'goal'],
        rows: [
          ['grading a paper of 50 questions, µs', grading.toFixed(1), 100],
          [`reading ${size} GIFT questions, processor ms`, reading.cpuMs.toFixed(0), 2_000],
          [`reading ${size} GIFT questions, ms`, reading.wallMs.toFixed(0), '-'],
          ['most memory of the process that reads, MiB', reading.peakRssMb.toFixed(0), 300],
        ],
      },
    ],
  };
}

async function importing(asked: Asked): Promise<Measured> {
  const measured = await withDatabases(asked, ['content'], (urlOf) =>
    measureImport(urlOf('content'), asked.size ?? 1_000, asked.rounds),
  );
  const { questions, bytes, firstMs, medianMs, slowestMs } = measured;
  const headers = ['questions', 'bytes', 'first ms', 'median ms', 'slowest ms', 'goal ms of 1,000'];
  const rows = [[questions, bytes, firstMs.toFixed(0), medianMs.toFixed(0), slowestMs.toFixed(0), 400]];
  return { figures: { import: measured }, tables: [{ title: 'Import of a GIFT file', headers, rows }] };
}

async function items(asked: Asked): Promise<Measured> {
  const { size = 20_000 } = asked;
  const measured = await withDatabases(asked, ['quiz'], (urlOf) =>
    measureItemAnalysis(urlOf('quiz'), [Math.ceil(size / 10), size]),
  );
  return {
    figures: { items: measured },
    tables: [
      {
        title: 'Item analysis of a section (goal: p95 under 20 ms at any size)',
        headers: Object.keys(measured[0] ?? {}),
        rows: measured.map((at) => Object.values(at)),
      },
    ],
  };
}

async function regrade(asked: Asked): Promise<Measured> {
  const { size = 100_000 } = asked;
  const all = await withDatabases(asked, ['quiz'], (urlOf) => measureRegrade(urlOf('quiz'), size));
  const { summary: _, ...measured } = all;
  const rows = [Object.values(measured).map((figure) => Number(figure.toFixed(1)))];
  const title = `Regrade of ${size} attempts of ten questions`;
  return { figures: { regrade: all }, tables: [{ title, headers: Object.keys(measured), rows }] };
}

/** Badges for learners who pass at once, through the whole consumer. */
async function issue(asked: Asked): Promise<Measured> {
  const measured = await withDatabases(asked, ['quiz'], (urlOf) => measureIssuing(urlOf('quiz'), asked.size ?? 2_000));
  const title = 'Issuing badges (goal: 100 a second for each processor)';
  const rows = [Object.values(measured)];
  return { figures: { issue: measured }, tables: [{ title, headers: Object.keys(measured), rows }] };
}

/** Three sizes, each ten times the one before, each in a database of its own. */
async function dashboard(asked: Asked): Promise<Measured> {
  const { size = 1_000_000 } = asked;
  const sizes = [Math.ceil(size / 100), Math.ceil(size / 10), size];
  const names = sizes.map((attempts) => `quiz_${attempts}`);
  const measured = await withDatabases(asked, names, (urlOf) =>
    measureDashboards((attempts) => urlOf(`quiz_${attempts}`), sizes),
  );
  return {
    figures: { dashboard: measured },
    tables: [
      {
        title:
          'A cohort of 2,000 learners in 14 sections (goal: p95 under 50 ms, and within 1.3 times of the smallest)',
        headers: Object.keys(measured[0] ?? {}),
        rows: measured.map((at) => Object.values(at)),
      },
    ],
  };
}

/** Learners who hand in while one, three and a hundred people watch their cohort. */
async function live(asked: Asked): Promise<Measured> {
  const measured = await withDatabases(asked, ['quiz'], (urlOf) => measureLive(urlOf('quiz'), asked.size ?? 200));
  return {
    figures: { live: measured },
    tables: [
      {
        title: 'From a graded submission to the live board, 20 submissions a second (goal: within 1,000 ms)',
        headers: Object.keys(measured[0] ?? {}),
        rows: measured.map((at) => Object.values(at)),
      },
    ],
  };
}
