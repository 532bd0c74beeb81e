import { analyse as analyseMarks, type Analysis, readMarks } from '#libs/assessment';

import { type Command, exitCodes, print, printJson, readArguments, Unusable } from './command.js';
import { readText } from './files.js';

const usage = 'analyse MARKS.csv [--json]';

/** Every statistic of a quiz and of its questions, from a table of marks. */
export const analyse: Command = {
  usage,
  summary: 'statistics of a quiz: a line per attempt, a column per question, header name:max',
  async run(args) {
    const { positionals, values } = readArguments(args, { usage, options: { json: { type: 'boolean' } }, files: 1 });
    const [path = ''] = positionals;
    const marks = readMarks(await readText(path));
    if ('problems' in marks) {
      const lines = marks.problems.map(({ line, column, detail }) => `${path}:${line}:${column}: ${detail}`);
      throw new Unusable(lines.join('\n'));
    }
    const analysis = analyseMarks(marks.matrix);
    if (values.json) printJson(analysis);
    else print([...quizLines(analysis), '', ...itemLines(analysis)]);
    return exitCodes.clean;
  },
};

function quizLines({ quiz }: Analysis): string[] {
  const rows: [string, number | null][] = [
    ['attempts', quiz.attempts],
    ['mean', quiz.mean],
    ['median', quiz.median],
    ['standard deviation', quiz.standardDeviation],
    ['skewness', quiz.skewness],
    ['kurtosis', quiz.kurtosis],
    ['internal consistency %', quiz.internalConsistency],
    ['error ratio %', quiz.errorRatio],
    ['standard error', quiz.standardError],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${shown(value)}`);
}

type Item = Analysis['items'][number];

const columns: readonly (readonly [heading: string, of: (item: Item) => string])[] = [
  ['question', ({ name }) => name],
  ['max', ({ max }) => shown(max)],
  ['facility %', ({ facility }) => shown(facility === null ? null : facility * 100)],
  ['SD', ({ standardDeviation }) => shown(standardDeviation)],
  ['intended %', ({ intendedWeight }) => shown(intendedWeight === null ? null : intendedWeight * 100)],
  [
    'effective %',
    ({ effectiveWeight, hasNegativeCovariance }) => (hasNegativeCovariance ? 'negative' : shown(effectiveWeight)),
  ],
  ['discrimination %', ({ discriminationIndex }) => shown(discriminationIndex)],
  ['efficiency %', ({ discriminativeEfficiency }) => shown(discriminativeEfficiency)],
];

function itemLines({ items }: Analysis): string[] {
  const table = [columns.map(([heading]) => heading), ...items.map((item) => columns.map(([, of]) => of(item)))];
  const widths = columns.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

/** A figure that the attempts do not determine is a dash. */
function shown(value: number | null): string {
  return value === null ? '-' : String(Math.round(value * 1e4) / 1e4);
}
