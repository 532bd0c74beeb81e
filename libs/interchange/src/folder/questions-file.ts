import { type Question, questionSchema, type QuestionType } from '#libs/contracts';
import { z } from 'zod';

import type { QuestionItem, QuestionsResult, WriteReport, WrittenText } from '../questions/question-report.js';
import type { QuestionsOptions } from '../questions/read-questions.js';
import { titleOf } from '../questions/title.js';
import { checked, isRecord } from './checked.js';
import { withoutDefaults, writeJson, writeYaml } from './write-yaml.js';
import { type FileProblem, parseYaml, type Path, type YamlTree } from './yaml-tree.js';

const format = 'waymark-questions';
const formatVersion = 1;

/** A bank as YAML that reads back as the very same questions, ids and versions included. */
export function writeQuestionsYaml(questions: readonly Question[]): WrittenText {
  return { text: writeYaml(bankOf(questions)), report: reportOf(questions) };
}

/** As {@link writeQuestionsYaml}, in JSON. */
export function writeQuestionsJson(questions: readonly Question[]): WrittenText {
  return { text: writeJson(bankOf(questions)), report: reportOf(questions) };
}

/**
 * Reads a bank of questions in YAML or JSON: `questions:` with a list, or the list alone. A question without an id, or with a name of
 * the author's in its place, gets a new one. Strict: what is not known is refused with its line, question by question.
 */
export function readQuestionsYaml(text: string, options: QuestionsOptions): QuestionsResult {
  const parsed = parseYaml(text);
  if (!parsed.ok) return { items: [refused(parsed.problem.line, '', null, [parsed.problem])], notes: [] };
  const { tree } = parsed;
  const found = listIn(tree);
  if ('problem' in found) return { items: [refused(found.problem.line, '', null, [found.problem])], notes: [] };
  const reader = new BankReader(tree, options.newId);
  return { items: found.list.map((value, index) => reader.read(value, [...found.at, index])), notes: [] };
}

function bankOf(questions: readonly Question[]) {
  return { format, formatVersion, questions: questions.map(shortened) };
}

function reportOf(questions: readonly Question[]): WriteReport {
  return {
    items: questions.map(({ id, name, stem }) => ({
      title: name ?? titleOf(stem),
      key: id,
      outcome: 'written',
      losses: [],
    })),
  };
}

const nilId = '00000000-0000-4000-8000-000000000000';

/** What the contract puts into a question that says nothing, by type. */
function defaultsOf(type: QuestionType): Readonly<Record<string, unknown>> {
  const lists = { options: [], accepted: [], prompts: [], choices: [], items: [], gaps: [] };
  const made = questionSchema.parse({ id: nilId, version: 1, stem: '-', type, key: true, value: '0', ...lists });
  const own = new Set(['id', 'type', 'stem', 'key', 'value', ...Object.keys(lists)]);
  return Object.fromEntries(Object.entries(made).filter(([key]) => !own.has(key)));
}

const defaultsByType = new Map<QuestionType, Readonly<Record<string, unknown>>>();

function shortened(question: Question): Record<string, unknown> {
  const { type } = question;
  const defaults = defaultsByType.get(type) ?? defaultsOf(type);
  defaultsByType.set(type, defaults);
  return withoutDefaults(question, defaults);
}

const headSchema = z.object({
  format: z.literal(format).optional(),
  formatVersion: z.literal(formatVersion).optional(),
  questions: z.array(z.unknown()),
});

function listIn(tree: YamlTree): { list: readonly unknown[]; at: Path } | { problem: FileProblem } {
  if (Array.isArray(tree.value)) return { list: tree.value, at: [] };
  if (!isRecord(tree.value) || !('questions' in tree.value))
    return { problem: { line: 1, message: 'The file needs “questions:” with a list of questions.' } };
  const head = checked(headSchema, tree.value, tree, []);
  if (head.ok) return { list: head.value.questions, at: ['questions'] };
  const [problem = { line: 1, message: 'The file is no bank of questions.' }] = head.problems;
  return { problem };
}

function refused(line: number, title: string, key: string | null, problems: readonly FileProblem[]): QuestionItem {
  const reasons = problems.map((problem) => `Line ${problem.line}: ${problem.message}`);
  return { line, title, key, outcome: 'refused', losses: [], reasons };
}

class BankReader {
  private readonly taken = new Map<string, number>();

  constructor(
    private readonly tree: YamlTree,
    private readonly newId: () => string,
  ) {}

  read(value: unknown, at: Path): QuestionItem {
    const line = this.tree.lineOf(at);
    if (!isRecord(value))
      return refused(line, '', null, [{ line, message: 'This is no question: it needs type, stem and more.' }]);
    const named = 'id' in value ? (this.tree.sourceOf([...at, 'id']) ?? '') : null;
    const title = typeof value['stem'] === 'string' ? titleOf(value['stem']) : '';
    const problem = named === null ? null : this.nameProblem(named, this.tree.lineOf([...at, 'id']));
    if (problem) return refused(line, title, named, [problem]);
    const id = named !== null && z.uuid().safeParse(named).success ? named : this.newId();
    const result = checked(questionSchema, { version: 1, ...value, id }, this.tree, at);
    if (!result.ok) return refused(line, title, named, result.problems);
    return {
      line,
      title: titleOf(result.value.stem),
      key: named,
      outcome: 'imported',
      question: result.value,
      losses: [],
      reasons: [],
    };
  }

  private nameProblem(name: string, line: number): FileProblem | null {
    const before = this.taken.get(name);
    if (name === '' || name.length > 100) return { line, message: 'The id must be 1 to 100 characters long.' };
    if (before !== undefined)
      return { line, message: `“${name}” is already the id of the question in line ${before}.` };
    this.taken.set(name, line);
    return null;
  }
}
