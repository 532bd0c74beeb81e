import type { Question, QuestionType } from '#libs/contracts';

import { type Block, isComment, lineAfter } from '../markdown/block.js';
import { parseBlocks } from '../markdown/blocks.js';
import { isBlank, type Line, sourceOf, withoutBlankEnds } from '../markdown/lines.js';
import { type Alert, alertOf, alertsIn } from './alerts.js';
import { type AnswerBlock, findAnswer } from './answer-block.js';
import type { Candidate } from './segments.js';
import { declaredType } from './settings.js';

/** The prose around the answers of a question. */
export interface QuestionParts {
  readonly stem: string;
  readonly explanation: string;
  readonly hints: readonly string[];
  readonly outcomeFeedback: Question['outcomeFeedback'];
  readonly losses: readonly string[];
}

export function partsOf({ lead, lines, attributes }: Candidate, blocks: readonly Block[]): QuestionParts {
  const shown = withoutApart(lines, blocks);
  const alerts = alertsIn(blocks);
  const answer = findAnswer(blocks, declaredType(attributes));
  const before = answer ? shown.filter(({ number }) => number < answer.line) : shown;
  const after = answer ? explanationOf(shown.filter(({ number }) => number >= answer.lineAfter)) : '';
  return {
    stem: joined([lead, textOf(before)]),
    explanation: joined([...textsOf(alerts, 'explanation'), after]),
    hints: textsOf(alerts, 'hint'),
    outcomeFeedback: outcomeFeedbackOf(alerts),
    losses: [...(answer ? textBetween(shown, answer) : []), ...idleAlerts(alerts, answer, declaredType(attributes))],
  };
}

function textsOf(alerts: readonly Alert[], name: Alert['name']): string[] {
  return alerts.filter((alert) => alert.name === name).map(({ text }) => text);
}

/** Alerts that say something which this question has no place for. */
function idleAlerts(alerts: readonly Alert[], answer: AnswerBlock | null, type: QuestionType | undefined): string[] {
  const attached = new Set(answer?.lines.map(({ feedback }) => feedback?.line));
  const hasLines = answer !== null && answer.lines.length > 0;
  const isUsed = (alert: Alert, index: number) => {
    const isFirst = alerts.findIndex(({ name }) => name === alert.name) === index;
    switch (alert.name) {
      case 'feedback':
        return attached.has(alert.line);
      case 'other':
        return isFirst && hasLines;
      case 'template':
      case 'rubric':
      case 'marker-notes':
        return isFirst && type === 'essay';
      case 'hint':
      case 'explanation':
      case 'correct':
      case 'partial':
      case 'incorrect':
        return true;
      default:
        return alert.name satisfies never;
    }
  };
  return alerts
    .filter((alert, index) => !isUsed(alert, index))
    .map(({ name, line }) => `“[!${name}]” in line ${line} means nothing there and was left out.`);
}

function outcomeFeedbackOf(alerts: readonly Alert[]): Question['outcomeFeedback'] {
  const told = (['correct', 'partial', 'incorrect'] as const).flatMap((name) => {
    const texts = textsOf(alerts, name);
    return texts.length > 0 ? [[name, joined(texts)] as const] : [];
  });
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

/**
 * What a reader would not see is no part of stem or explanation: comments, and definitions, which are carried where they are
 * used. Nor are alerts, which are read apart.
 */
function withoutApart(lines: readonly Line[], blocks: readonly Block[]): readonly Line[] {
  const hidden = blocks.filter((block) => block.kind === 'definition' || isComment(block) || alertOf(block));
  if (hidden.length === 0) return lines;
  const numbers = new Set(
    hidden.flatMap((block) => Array.from({ length: lineAfter(block) - block.line }, (_, index) => block.line + index)),
  );
  return lines.filter(({ number }) => !numbers.has(number));
}

/** Everything after the answers; a quote loses its marks, and the word that announces it goes. */
function explanationOf(lines: readonly Line[]): string {
  const texts = parseBlocks(lines).map((block) => (block.kind === 'quote' ? block.content : block.source));
  return joined(texts).replace(/^(?:\*\*|__)?Explanation(?:\*\*|__)?:(?:\*\*|__)?\s*/i, '');
}

function textBetween(lines: readonly Line[], answer: AnswerBlock): string[] {
  if (answer.lists.length > 0) return [];
  const own = new Set(answer.lines.map(({ line }) => line));
  return lines
    .filter(
      ({ number, text }) => number >= answer.line && number < answer.lineAfter && !own.has(number) && !isBlank(text),
    )
    .map(({ number }) => `Line ${number} stands between answers and was left out.`);
}

function textOf(lines: readonly Line[]): string {
  return sourceOf(withoutBlankEnds(lines)).trimEnd();
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
