import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';

import { type Finding, lintQuestions, type LintContext } from '#libs/assessment';
import { type QuestionItem, questionFormats } from '#libs/interchange';

import { type Command, exitCodes, print, printJson, readArguments } from './command.js';
import { readLines, requireQuestion } from './convert.js';
import { readCourseFiles } from './course-files.js';
import { formatOf, readBytes } from './files.js';

const usage = 'lint FILE|COURSE-FOLDER [--from FORMAT] [--json]';
const options = { from: { type: 'string' }, json: { type: 'boolean' } } as const;

interface Linted {
  readonly path: string;
  readonly items: readonly QuestionItem[];
  readonly findings: readonly (Finding & { readonly line: number | null })[];
}

/** What is wrong or weak in a file of questions, or in all of a course folder beside its policies and topics. */
export const lint: Command = {
  usage,
  summary: 'find problems of format and of item writing in questions',
  async run(args) {
    const { positionals, values } = readArguments(args, { usage, options, files: 1 });
    const [path = ''] = positionals;
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    const files = isFolder
      ? await Promise.all((await readCourseFiles(path)).map((file) => lintFile(file.path, file.context, 'markdown')))
      : [await lintFile(path, {}, values.from)];
    if (values.json) printJson(files.map(asReport));
    else for (const file of files) print(linesOf(file));
    return files.every(isClean) ? exitCodes.clean : exitCodes.findings;
  },
};

async function lintFile(path: string, context: LintContext, from: string | undefined): Promise<Linted> {
  const file = await readBytes(path);
  const format = formatOf(from, path, file);
  const { items } = questionFormats[format].read(file, { newId: randomUUID });
  requireQuestion(path, format, items);
  const lines = new Map(items.map(({ question, line }) => [question?.id, line]));
  const questions = items.flatMap(({ question }) => question ?? []);
  const findings = lintQuestions(questions, context).map((finding) => ({
    ...finding,
    line: finding.questionId === null ? null : (lines.get(finding.questionId) ?? null),
  }));
  return { path, items, findings };
}

function isClean({ items, findings }: Linted): boolean {
  return findings.length === 0 && items.every(({ outcome }) => outcome === 'imported');
}

function asReport({ path, items, findings }: Linted) {
  const notWhole = items.filter(({ outcome }) => outcome !== 'imported');
  return {
    file: path,
    questions: items.filter(({ question }) => question !== undefined).length,
    items: notWhole.map(({ line, title, outcome, losses, reasons }) => ({ line, title, outcome, losses, reasons })),
    findings: findings.map(({ line, code, severity, pointer, message }) => ({
      line,
      code,
      severity,
      pointer,
      message,
    })),
  };
}

function linesOf(linted: Linted): string[] {
  const { path, items, findings } = linted;
  return [
    ...readLines(path, items),
    ...findings.map(({ line, severity, code, message }) => {
      const at = line === null ? path : `${path}:${line}`;
      return `${at}: ${severity}: ${message} [${code}]`;
    }),
    ...(isClean(linted) ? [`${path}: nothing to mend`] : []),
  ];
}
