import { questionSchema } from '#libs/contracts';

import type { Block } from '../markdown/block.js';
import { blockDepthMax, parseBlocks, tooDeepIn } from '../markdown/blocks.js';
import { definitionLines, type DefinitionLines, withDefinitions } from '../markdown/definitions.js';
import { splitFrontMatter } from '../markdown/front-matter.js';
import { toLines } from '../markdown/lines.js';
import { textProblem } from '../markdown/text-problem.js';
import { answerKey, type AnswerKey } from './answer-key.js';
import { mapProse } from './prose.js';
import { partsOf, type QuestionParts } from './question-parts.js';
import type { QuestionDraft, QuestionItem, QuestionNote, QuestionsResult } from './question-report.js';
import { type Candidate, segmentsOf } from './segments.js';
import { idleSettings, readSettings, type Settings } from './settings.js';
import { titleOf } from './title.js';

export interface QuestionsOptions {
  /** Makes the id of a question. */
  readonly newId: () => string;
}

/**
 * Reads the questions of a Markdown file in the format of docs/markdown-questions.md. Each question is judged alone: `items` says
 * of every one whether it arrived whole, with losses, or was refused, and why; text that belongs to none is an item of its own.
 */
export function readMarkdownQuestions(text: string, { newId }: QuestionsOptions): QuestionsResult {
  const problem = textProblem(text);
  if (problem) return { items: [refusedItem(1, '', [problem.message])], notes: [] };

  const front = splitFrontMatter(toLines(text));
  const blocks = parseBlocks(front.lines);
  const { candidates, loose, notes } = segmentsOf(blocks, front.lines);
  const reader = new QuestionReader(definitionLines(blocks), newId);
  const items = [...candidates.map((candidate) => reader.read(candidate)), ...loose.map(looseItem)];
  if (items.length === 0) items.push(refusedItem(1, '', ['The file has no questions.']));
  const frontNote: QuestionNote = { line: 1, kind: 'front_matter', message: 'Front matter is not needed.' };
  return { items: items.toSorted((a, b) => a.line - b.line), notes: front.isPresent ? [frontNote, ...notes] : notes };
}

function looseItem(block: Block): QuestionItem {
  return refusedItem(block.line, titleOf(block.source), ['This text belongs to no question.']);
}

function refusedItem(line: number, title: string, reasons: readonly string[]): QuestionItem {
  return { line, title, key: null, outcome: 'refused', losses: [], reasons };
}

class QuestionReader {
  private readonly keys = new Map<string, number>();

  constructor(
    private readonly definitions: DefinitionLines,
    private readonly newId: () => string,
  ) {}

  read(candidate: Candidate): QuestionItem {
    const { line, attributes } = candidate;
    const blocks = parseBlocks(candidate.lines);
    const parts = partsOf(candidate, blocks);
    const settings = readSettings(attributes);
    const title = titleOf(parts.stem);
    const result = tooDeepIn(blocks) ? tooDeep : answerKey(blocks, settings);
    const drafted = this.draft(parts, settings, result);
    if ('reasons' in drafted) return { ...refusedItem(line, title, drafted.reasons), key: attributes.key };

    const { question } = drafted;
    const { key, repeated } = this.keyOf(candidate);
    const idle = idleSettings(settings, question.type);
    const losses = [...settings.losses, ...idle, ...parts.losses, ...(result.losses ?? []), ...repeated];
    const outcome = losses.length > 0 ? 'imported_with_loss' : 'imported';
    return { line, title, key, outcome, question, losses, reasons: [] };
  }

  private draft(
    parts: QuestionParts,
    settings: Settings,
    result: AnswerKey,
  ): { question: QuestionDraft } | { reasons: string[] } {
    const { stem, explanation, hints, outcomeFeedback } = parts;
    const stemless = stem === '' ? ['The question has no stem.'] : [];
    if ('reasons' in result) return { reasons: [...result.reasons, ...settings.reasons, ...stemless] };
    if (settings.reasons.length + stemless.length > 0) return { reasons: [...settings.reasons, ...stemless] };

    const { tags, difficulty, points, name } = settings;
    const about = {
      ...(name !== undefined && { name }),
      tags,
      points,
      ...(explanation && { explanation }),
      ...(difficulty && { difficulty }),
      ...(hints.length > 0 && { hints: [...hints] }),
      ...(outcomeFeedback && { outcomeFeedback }),
    };
    const draft = { id: this.newId(), version: 1, stem, ...about, ...result.key };
    const carried = mapProse(draft, (text) => withDefinitions(text, this.definitions));
    const checked = questionSchema.safeParse(carried);
    if (checked.success) return { question: checked.data };
    return { reasons: checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }

  /** A key names one question: the first that has it. */
  private keyOf({ line, attributes: { key } }: Candidate): { key: string | null; repeated: string[] } {
    const before = key === null ? undefined : this.keys.get(key);
    if (before !== undefined)
      return { key: null, repeated: [`{#${key}} is already the key of the question in line ${before}.`] };
    if (key !== null) this.keys.set(key, line);
    return { key, repeated: [] };
  }
}

const tooDeep: AnswerKey = { reasons: [`Lists and quotes are nested more than ${blockDepthMax} deep.`] };
