import type { Question } from '#libs/contracts';

import { quotedValue } from '../markdown/attributes.js';
import { lineAfter } from '../markdown/block.js';
import { needsDeclaration } from './answer-block.js';
import { closed, withoutAnswers } from './stem-text.js';
import {
  needsChoiceType,
  needsNumberType,
  numberAttributes,
  numbersOf,
  optionsOf,
  textsOf,
  truthOptions,
} from './write-answers.js';
import { essayOf, gapsOf, orderOf, pairsOf } from './write-parts.js';
import {
  alertFor,
  blocksOf,
  bulletAfter,
  indented,
  numberMarkAfter,
  oneLine,
  paragraphs,
  quoted,
} from './write-text.js';

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
  const [block] = blocksOf(stem);
  const isWhole = lead !== undefined && block !== undefined && lineAfter(block) === 2;
  return isWhole ? { lead, rest } : { lead: '', rest: stem };
}

function bodyOf(question: Question, stem: string): string[] {
  const safe = closed(needsDeclaration(question.type) ? stem : withoutAnswers(stem));
  return [safe, answersOf(question, safe), explanationOf(question), ...aroundOf(question)];
}

/** An essay has no answers that an explanation could stand below. */
function explanationOf({ type, explanation }: Question): string {
  if (!explanation) return '';
  return type === 'essay' ? alertFor('explanation', explanation) : quoted(announced(explanation));
}

/** The reader takes the word away, so that a text which begins with it needs it twice. */
function announced(explanation: string): string {
  const isTaken = /^(?:\*\*|__)?Explanation\b|^\[!/i.test(explanation);
  return isTaken ? `Explanation: ${explanation}` : explanation;
}

function aroundOf({ hints = [], outcomeFeedback }: Question): string[] {
  return [
    ...hints.map((hint) => alertFor('hint', hint)),
    alertFor('correct', outcomeFeedback?.correct),
    alertFor('partial', outcomeFeedback?.partial),
    alertFor('incorrect', outcomeFeedback?.incorrect),
  ];
}

function answersOf(question: Question, stem: string): string {
  switch (question.type) {
    case 'single_choice':
    case 'multiple_choice':
      return optionsOf(question.options, bulletAfter(stem));
    case 'true_false':
      return optionsOf(truthOptions(question), bulletAfter(stem));
    case 'short_text':
      return textsOf(question);
    case 'numeric':
      return numbersOf(question);
    case 'matching':
      return pairsOf(question, bulletAfter(stem));
    case 'ordering':
      return orderOf(question, numberMarkAfter(stem));
    case 'cloze':
      return gapsOf(question, bulletAfter(stem));
    case 'essay':
      return essayOf(question);
    default:
      return question satisfies never;
  }
}

function attributesOf(question: Question): string {
  const tags = question.tags.map(oneLine);
  const arePlain = tags.every((tag) => /^[\p{L}\p{N}_:+-][\p{L}\p{N}_.:+-]*$/u.test(tag));
  return `{${[
    `#${question.id}`,
    ...(question.name === undefined ? [] : [`name=${quotedValue(oneLine(question.name))}`]),
    ...tags.map((tag) => (arePlain ? `.${tag}` : `tag=${quotedValue(tag)}`)),
    ...(question.difficulty ? [`difficulty=${question.difficulty}`] : []),
    ...(question.points === '1' ? [] : [`points=${question.points}`]),
    ...(needsType(question) ? [`type=${question.type}`] : []),
    ...ownAttributes(question).map(([name, value]) => `${name}=${quotedValue(oneLine(value))}`),
  ].join(' ')}}`;
}

/** Whether the reader would take the answers for those of another type. */
function needsType(question: Question): boolean {
  switch (question.type) {
    case 'single_choice':
    case 'multiple_choice':
      return needsChoiceType(question);
    case 'numeric':
      return needsNumberType(question);
    case 'true_false':
    case 'short_text':
      return false;
    default:
      return needsDeclaration(question.type);
  }
}

/** What only some types have, as pairs of name and value; what is usual is not written. */
function ownAttributes(question: Question): [string, string][] {
  switch (question.type) {
    case 'single_choice':
      return [...shuffleOf(question), ...given('floor', question.floor)];
    case 'multiple_choice':
      return [...shuffleOf(question), ...given('scoring', question.scoring), ...given('floor', question.floor)];
    case 'short_text':
      return question.caseSensitive ? [['case', 'sensitive']] : [];
    case 'numeric':
      return numberAttributes(question);
    case 'matching':
      return [...shuffleOf(question), ...unusual('scoring', question.scoring, 'per_part')];
    case 'ordering':
      return unusual('scoring', question.scoring, 'exact');
    case 'cloze':
      return unusual('scoring', question.scoring, 'per_part');
    case 'essay':
      return [
        ...given('words-min', question.wordsMin?.toString()),
        ...given('words-max', question.wordsMax?.toString()),
        ...unusual('format', question.format, 'text'),
      ];
    case 'true_false':
      return [];
    default:
      return question satisfies never;
  }
}

function shuffleOf({ shuffle }: { shuffle: boolean }): [string, string][] {
  return shuffle ? [] : [['shuffle', 'no']];
}

function given(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

function unusual(name: string, value: string, usual: string): [string, string][] {
  return value === usual ? [] : [[name, value]];
}
