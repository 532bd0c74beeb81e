import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import { type QuestionFormatName, type QuestionItem, questionFormats, type WriteItem } from '#libs/interchange';

import { type Command, exitCodes, print, printJson, readArguments, Unusable } from './command.js';
import { formatOf, readBytes, reasonOf } from './files.js';

const usage = 'convert IN OUT [--from FORMAT] [--to FORMAT] [--json]';
const options = { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } } as const;

/** From one format of questions into another, with a report of every item both on its way in and on its way out. */
export const convert: Command = {
  usage,
  summary: 'turn a file of questions into another format, and say what got lost',
  async run(args) {
    const { positionals, values } = readArguments(args, { usage, options, files: 2 });
    const [source = '', target = ''] = positionals;
    const file = await readBytes(source);
    const from = formatOf(values.from, source, file);
    const to = formatOf(values.to, target, null);
    const { items, notes } = questionFormats[from].read(file, { newId: randomUUID });
    const questions = items.flatMap(({ question }) => question ?? []);
    requireQuestion(source, from, items);
    const written = questionFormats[to].write(questions, source);
    await writeFile(target, written.bytes).catch((error: unknown) => {
      throw new Unusable(`${target} cannot be written: ${reasonOf(error)}`);
    });
    if (values.json) printJson({ from, to, read: items.map(asReport), notes, written: written.report.items });
    else print([...readLines(source, items), ...writtenLines(target, written.report.items)]);
    const isWhole =
      items.every(({ outcome }) => outcome === 'imported') &&
      written.report.items.every(({ outcome }) => outcome === 'written');
    return isWhole ? exitCodes.clean : exitCodes.findings;
  },
};

function asReport({ line, title, key, outcome, losses, reasons }: QuestionItem) {
  return { line, title, key, outcome, losses, reasons };
}

export function readLines(path: string, items: readonly QuestionItem[]): string[] {
  const taken = items.filter(({ outcome }) => outcome !== 'refused').length;
  return [
    `${path}: ${taken} of ${items.length} questions read`,
    ...items.flatMap(({ line, title, losses, reasons }) => [
      ...losses.map((loss) => `${placed(path, line, 'lost: ', loss)}${of(title)}`),
      ...reasons.map((reason) => `${placed(path, line, 'refused: ', reason)}${of(title)}`),
    ]),
  ];
}

/** @throws Unusable where nothing in a file can be used, with the reasons. */
export function requireQuestion(path: string, format: QuestionFormatName, items: readonly QuestionItem[]): void {
  if (items.some(({ question }) => question !== undefined)) return;
  const lines = items.flatMap(({ line, reasons }) => reasons.map((reason) => placed(path, line, '', reason)));
  throw new Unusable([`${path} holds no question that can be used, read as ${format}.`, ...lines].join('\n'));
}

/** A report may name a line within the question, which is nearer than where the question begins. */
function placed(path: string, line: number, what: string, words: string): string {
  const nearer = /^Line (\d+): (.*)$/s.exec(words);
  return `${path}:${nearer?.[1] ?? line}: ${what}${nearer?.[2] ?? words}`;
}

const of = (title: string): string => (title === '' ? '' : ` (${title})`);

function writtenLines(path: string, items: readonly WriteItem[]): string[] {
  const written = items.filter(({ outcome }) => outcome !== 'left_out').length;
  return [
    `${path}: ${written} of ${items.length} questions written`,
    ...items.flatMap(({ title, outcome, losses }) =>
      losses.map((loss) => `${path}: ${outcome === 'left_out' ? 'left out' : 'lost'}: ${loss}${of(title)}`),
    ),
  ];
}
