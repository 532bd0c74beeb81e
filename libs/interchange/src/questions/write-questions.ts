import type { Question } from '#libs/contracts';

import { quotedValue, splitAttributes } from '../markdown/attributes.js';
import { parseBlocks } from '../markdown/blocks.js';
import { toLines } from '../markdown/lines.js';
import { markerOf } from '../markdown/starts.js';
import { readNumber, writeAnswer } from './answers.js';
import { letterOf, type Option } from './options.js';
import { isTrueFalse } from './question-key.js';
import { closed, withoutAnswers } from './stem-text.js';

/**
 * Writes questions so that {@link readMarkdownQuestions} reads the same ones, each under its own id as key. Stems with headings in them
 * turn the whole file into a numbered list, in which headings begin nothing.
 */
export function writeMarkdownQuestions(questions: readonly Question[]): string {
  const isNumbered = questions.some(({ stem }) => blocksOf(stem).some((block) => block.kind === 'heading'));
  return questions.map((question, index) => (isNumbered ? numbered(question, index + 1) : headed(question))).join('\n');
}

function headed(question: Question): string {
  const { lead, rest } = splitStem(question.stem);
  const heading = ['##', lead, attributesOf(question)].filter((part) => part !== '').join(' ');
  return `${paragraphs([heading, ...bodyOf(question, rest)])}\n`;
}

function numbered(question: Question, number: number): string {
  const marker = `${number}. `;
  const body = indented(paragraphs(bodyOf(question, question.stem)), marker.length);
  return `${marker}${attributesOf(question)}\n\n${body}\n`;
}

/** A first paragraph of one line becomes the heading; any other beginning stands below a heading without words. */
function splitStem(stem: string): { lead: string; rest: string } {
  const [, lead, rest = ''] = /^(\S|\S[^\n]*\S)(?:\n\n(?!\s*\n)([\s\S]+))?$/.exec(stem) ?? [];
  return lead === undefined ? { lead: '', rest: stem } : { lead, rest };
}

function bodyOf(question: Question, stem: string): string[] {
  const safe = closed(withoutAnswers(stem));
  return [safe, answersOf(question, safe), question.explanation ? quoted(announced(question.explanation)) : ''];
}

/** The reader takes the word away, so that a text which begins with it needs it twice. */
function announced(explanation: string): string {
  return /^(?:\*\*|__)?Explanation\b/i.test(explanation) ? `Explanation: ${explanation}` : explanation;
}

function answersOf(question: Question, stem: string): string {
  switch (question.type) {
    case 'single_choice':
    case 'multiple_choice':
      return optionsOf(question.options, bulletAfter(stem));
    case 'true_false':
      return optionsOf(truthOptions(question), bulletAfter(stem));
    case 'short_text':
      return question.accepted
        .map((text, _, all) => `Answer: ${writeAnswer(oneLine(text), all.length === 1)}`)
        .join('\n');
    case 'numeric':
      return `Answer: ${numberOf(question)}`;
    default:
      return question satisfies never;
  }
}

function truthOptions({ key, feedback }: Extract<Question, { type: 'true_false' }>): Option[] {
  return [
    { id: 'a', text: 'True', isKey: key, feedback: feedback?.true },
    { id: 'b', text: 'False', isKey: !key, feedback: feedback?.false },
  ];
}

function numberOf({ value, tolerance, unit }: Extract<Question, { type: 'numeric' }>): string {
  return [value, ...(tolerance === '0' ? [] : ['±', tolerance]), ...(unit ? [unit] : [])].join(' ');
}

function optionsOf(options: readonly Option[], bullet: string): string {
  return options.map((option, index) => optionOf(option, index, bullet)).join('\n');
}

function optionOf(option: Option, index: number, bullet: string): string {
  const box = `${bullet} [${option.isKey ? 'x' : ' '}]`;
  const content = indented(withFeedback(withId(closed(option.text), option.id, index), option.feedback), 2);
  // Blanks at the beginning, as of indented code, would be lost beside the box.
  return /^\s/.test(option.text) ? `${box}\n${content}` : `${box} ${content.trimStart()}`;
}

/** The id is written where the reader would not arrive at it, or would take the end of the text for one. */
function withId(text: string, id: string, index: number): string {
  const [first = '', ...others] = text.split('\n');
  const isClear = id === letterOf(index) && splitAttributes(first).text === first;
  return isClear ? text : [`${first} {#${id}}`, ...others].join('\n');
}

/** A quote at the end of an option would be read as its feedback, were there not an empty one after it. */
function withFeedback(text: string, feedback: string | undefined): string {
  const blocks = blocksOf(text);
  const last = blocks.at(-1)?.kind;
  const quote = feedback ? quoted(feedback) : last === 'quote' ? '>' : '';
  if (quote === '') return text;
  return blocks.length === 1 && last === 'paragraph' ? `${text}\n${quote}` : `${text}\n\n${quote}`;
}

/** Options must not join a list that the stem ends with. */
function bulletAfter(stem: string): string {
  const last = blocksOf(stem).at(-1);
  const style = last?.kind === 'list' ? markerOf(last.source.split('\n')[0] ?? '')?.style : undefined;
  return style === '-' ? '*' : '-';
}

function attributesOf(question: Question): string {
  const tags = question.tags.map(oneLine);
  const arePlain = tags.every((tag) => /^[\p{L}\p{N}_:+-][\p{L}\p{N}_.:+-]*$/u.test(tag));
  return `{${[
    `#${question.id}`,
    ...tags.map((tag) => (arePlain ? `.${tag}` : `tag=${quotedValue(tag)}`)),
    ...(question.difficulty ? [`difficulty=${question.difficulty}`] : []),
    ...(question.points === '1' ? [] : [`points=${question.points}`]),
    ...(needsType(question) ? [`type=${question.type}`] : []),
    ...(question.type === 'short_text' && question.caseSensitive ? ['case=sensitive'] : []),
    ...('shuffle' in question && !question.shuffle ? ['shuffle=no'] : []),
  ].join(' ')}}`;
}

/** Whether the reader would take the answers for those of another type. */
function needsType(question: Question): boolean {
  switch (question.type) {
    case 'single_choice':
      return isTrueFalse(question.options);
    case 'multiple_choice':
      return question.options.filter((option) => option.isKey).length < 2;
    case 'numeric':
      return readNumber(numberOf(question)) === null;
    case 'true_false':
    case 'short_text':
      return false;
    default:
      return question satisfies never;
  }
}

function blocksOf(markdown: string) {
  return parseBlocks(toLines(markdown));
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function indented(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(columns) + line))
    .join('\n');
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
