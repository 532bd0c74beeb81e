import { textProblem } from '../markdown/text-problem.js';
import type { GradeMode } from '../moodle/grades.js';
import type { KeyResult } from '../questions/question-key.js';
import type { QuestionDraft, QuestionItem, QuestionsResult } from '../questions/question-report.js';
import type { QuestionsOptions } from '../questions/read-questions.js';
import { titleOf } from '../questions/title.js';
import { isTruth, numeric, shortText } from './answer-texts.js';
import { type AnswerReader, choice, matching, truth } from './answers.js';
import { blocksOf, categoryTag, type GiftBlock } from './blocks.js';
import { ProseReader } from './prose.js';
import { cut, type Source, splitAt, trimmed, unescaped } from './source.js';

export interface GiftOptions extends QuestionsOptions {
  /** What becomes of a weight that Moodle does not know, such as 33 %: `error` (the usual) or `nearest`. */
  readonly grades?: GradeMode;
}

/** Room for some 20,000 questions. */
const lengthMax = 8 * 1_024 * 1_024;
const itemsMax = 20_000;

/**
 * Reads the questions of a GIFT file as Moodle does (docs/question-formats.md says what is held). Every question is judged alone; a
 * category is the tag of the questions below it.
 */
export function readGift(text: string, { newId, grades = 'error' }: GiftOptions): QuestionsResult {
  const problem = textProblem(text, lengthMax);
  if (problem) return { items: [refused({ line: 1, title: '', key: null }, [problem.message])], notes: [] };
  const blocks = blocksOf(text);
  const reader = new GiftReader(newId, grades);
  const items = blocks.slice(0, itemsMax).flatMap((block) => reader.read(block));
  const rest = blocks[itemsMax];
  if (rest) items.push(refused({ line: rest.line, title: '', key: null }, [`Only ${itemsMax} items are read.`]));
  if (items.length === 0) items.push(refused({ line: 1, title: '', key: null }, ['The file has no questions.']));
  return { items, notes: [] };
}

type About = Pick<QuestionItem, 'line' | 'title' | 'key'>;

function refused(about: About, reasons: readonly string[]): QuestionItem {
  return { ...about, outcome: 'refused', losses: [], reasons };
}

class GiftReader {
  private category: string | null = null;
  private readonly keys = new Set<string>();

  constructor(
    private readonly newId: () => string,
    private readonly grades: GradeMode,
  ) {}

  /** The question of a block; nothing for a category. */
  read(block: GiftBlock): QuestionItem[] {
    const { source } = block;
    if (!source.marks.startsWith('$CATEGORY:')) return [this.question(block)];
    this.category = categoryTag(unescaped(cut(source, '$CATEGORY:'.length)));
    return [];
  }

  private question({ line, source, id, tags }: GiftBlock): QuestionItem {
    const prose = new ProseReader();
    const { name, body } = splitName(source);
    const parts = partsOf(body);
    const stem = prose.stem(parts.stem);
    const about = { line, title: name || titleOf(stem), key: id };
    if (stem === '') return refused(about, ['The question has no text.']);
    if ('reason' in parts) return refused(about, [parts.reason]);

    const explanation = prose.optional(parts.general);
    const reader: AnswerReader = { prose, grades: this.grades, losses: [], reasons: [] };
    const result = keyOf(parts.answers, reader);
    if ('reasons' in result) return refused(about, result.reasons);
    if (reader.reasons.length > 0) return refused(about, reader.reasons);
    const draft = {
      id: this.newId(),
      version: 1,
      ...(name !== '' && { name }),
      stem,
      ...(explanation && { explanation }),
      tags: [...new Set(this.category === null ? tags : [this.category, ...tags])],
      points: '1',
      ...result.key,
    };
    return this.imported(about, draft, [...prose.losses, ...reader.losses]);
  }

  private imported(about: About, question: QuestionDraft, losses: readonly string[]): QuestionItem {
    const isRepeated = about.key !== null && this.keys.has(about.key);
    if (about.key !== null) this.keys.add(about.key);
    const repeated = isRepeated ? [`[id:${about.key}] is already the id of another question.`] : [];
    const all = [...losses, ...repeated];
    const outcome = all.length > 0 ? 'imported_with_loss' : 'imported';
    return { ...about, key: isRepeated ? null : about.key, outcome, question, losses: all, reasons: [] };
  }
}

/** `::name:: text`; a `::` that no second one follows is taken away, as Moodle does. */
function splitName(source: Source): { readonly name: string; readonly body: Source } {
  if (!source.marks.startsWith('::')) return { name: '', body: source };
  const rest = cut(source, 2);
  const [name, body] = splitAt(rest, '::') ?? [];
  return name && body ? { name: unescaped(name).replace(/\s+/g, ' '), body: trimmed(body) } : { name: '', body: rest };
}

type Parts =
  | { readonly stem: Source; readonly answers: Source; readonly general: Source | undefined }
  | { readonly stem: Source; readonly reason: string };

/** Where the answers were within the text, people see a blank. */
const blank = '_____';

/** The first brace of each kind bounds the answers; behind the last `####` within them stands what is told to everybody. */
function partsOf(body: Source): Parts {
  const open = body.marks.indexOf('{');
  const close = body.marks.indexOf('}');
  if (open === -1 && close === -1)
    return { stem: body, reason: 'This is a description: there is nothing to answer in “{}”.' };
  if (open === -1 || close === -1)
    return {
      stem: body,
      reason: `There is a “${open === -1 ? '}' : '{'}” without its partner; write \\{ or \\} for the sign itself.`,
    };
  if (close < open)
    return { stem: body, reason: 'There is a “}” before the first “{”; write \\} for the sign itself.' };
  const inside = trimmed(cut(body, open + 1, close));
  const hashes = inside.marks.lastIndexOf('####');
  return {
    stem: stemOf(cut(body, 0, open), cut(body, close + 1)),
    answers: hashes === -1 ? inside : trimmed(cut(inside, 0, hashes)),
    general: hashes === -1 ? undefined : cut(inside, hashes + 4),
  };
}

function stemOf(before: Source, after: Source): Source {
  if (after.raw.trim() === '') return before;
  return { raw: before.raw + blank + after.raw, marks: before.marks + blank + after.marks };
}

/** The type of a question follows from the marks of its answers, in this order. */
function keyOf(answers: Source, reader: AnswerReader): KeyResult {
  const { marks } = answers;
  if (marks === '') return { key: { type: 'essay', format: 'text' } };
  if (marks.startsWith('#')) return numeric(answers, reader);
  if (marks.includes('~')) return choice(answers, reader);
  if (marks.includes('=') && marks.includes('->')) return matching(answers, reader);
  return isTruth(answers) ? truth(answers, reader) : shortText(answers, reader);
}
