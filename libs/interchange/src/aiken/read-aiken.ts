import { textProblem } from '../markdown/text-problem.js';
import { letterOf } from '../questions/options.js';
import { fromText } from '../questions/plain-text.js';
import type { QuestionItem, QuestionsResult } from '../questions/question-report.js';
import type { QuestionsOptions } from '../questions/read-questions.js';
import { titleOf } from '../questions/title.js';
import { type AikenLine, meaningOf } from './aiken-line.js';

const lengthMax = 8 * 1_024 * 1_024;
const itemsMax = 20_000;

/**
 * Reads single choices in the Aiken format: a line that asks, options `A) …` or `A. …`, and `ANSWER: A`. Everything is plain text. A bad
 * question is refused with its line, and the next line that asks begins anew.
 */
export function readAiken(text: string, { newId }: QuestionsOptions): QuestionsResult {
  const problem = textProblem(text, lengthMax);
  if (problem) return { items: [refused(1, '', problem.message)], notes: [] };
  const reader = new AikenReader(newId);
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    reader.read(meaningOf(line), index + 1);
    if (reader.items.length >= itemsMax) {
      return { items: [...reader.items, refused(index + 2, '', `Only ${itemsMax} items are read.`)], notes: [] };
    }
  }
  reader.end();
  return { items: reader.items.length > 0 ? reader.items : [refused(1, '', 'The file has no questions.')], notes: [] };
}

function refused(line: number, title: string, reason: string): QuestionItem {
  return { line, title, key: null, outcome: 'refused', losses: [], reasons: [reason] };
}

interface Asked {
  readonly line: number;
  readonly text: string;
  readonly options: { readonly letter: string; readonly text: string }[];
}

/** `lost` is the state behind something that no question was asked for: one complaint is enough. */
type State = Asked | 'idle' | 'lost';

class AikenReader {
  readonly items: QuestionItem[] = [];
  private state: State = 'idle';

  constructor(private readonly newId: () => string) {}

  read(meaning: AikenLine, line: number): void {
    switch (meaning.kind) {
      case 'nothing':
        return;
      case 'text':
        this.end();
        this.state = { line, text: meaning.text, options: [] };
        return;
      case 'option':
        if (typeof this.state === 'object') this.state.options.push(meaning);
        else this.unasked(line, 'an option');
        return;
      case 'answer':
        if (typeof this.state === 'object') this.answer(this.state, meaning.letter, line);
        else this.unasked(line, 'an “ANSWER:”');
        return;
      default:
        meaning satisfies never;
    }
  }

  /** What was asked and not answered. */
  end(): void {
    if (typeof this.state !== 'object') return;
    this.items.push(
      this.refusal(this.state, 'The question is not completed: there is no “ANSWER:” before the next one.'),
    );
    this.state = 'idle';
  }

  private unasked(line: number, what: string): void {
    if (this.state === 'lost') return;
    this.state = 'lost';
    this.items.push(refused(line, '', `There is ${what} before a question: no question has been started.`));
  }

  private answer(asked: Asked, letter: string | null, line: number): void {
    this.state = 'idle';
    const { options } = asked;
    const problem = problemOf(asked, letter, line);
    if (problem) {
      this.items.push(this.refusal(asked, problem));
      return;
    }
    this.items.push({
      line: asked.line,
      title: titleOf(asked.text),
      key: null,
      outcome: 'imported',
      question: {
        id: this.newId(),
        version: 1,
        type: 'single_choice',
        stem: fromText(asked.text),
        tags: [],
        points: '1',
        options: options.map((option, index) => ({
          id: letterOf(index),
          text: fromText(option.text),
          isKey: option.letter === letter,
        })),
        shuffle: true,
      },
      losses: [],
      reasons: [],
    });
  }

  private refusal({ line, text }: Asked, reason: string): QuestionItem {
    return refused(line, titleOf(text), reason);
  }
}

function problemOf({ options }: Asked, letter: string | null, line: number): string | null {
  if (options.length < 2) return `At “ANSWER:” in line ${line} there are fewer than 2 options.`;
  if (letter === null) return `“ANSWER:” in line ${line} is not followed by the letter of an option, in upper case.`;
  if (new Set(options.map((option) => option.letter)).size < options.length) return 'Two options have the same letter.';
  if (options.some(({ text }) => text === '')) return 'There is an option without text.';
  return options.some((option) => option.letter === letter)
    ? null
    : `“ANSWER: ${letter}” in line ${line} names no option.`;
}
