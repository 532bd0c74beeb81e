import type { Gap, Question } from '#libs/contracts';

import { quotedValue } from '../markdown/attributes.js';
import { closed } from './stem-text.js';
import type { Criterion } from './essay.js';
import type { Matching } from './matches.js';
import { letterOf } from './options.js';
import { bracesOf, needsNumberType, numberAttributes, numbersOf, optionsOf, textsOf } from './write-answers.js';
import {
  alertFor,
  blocksOf,
  bulletAfter,
  indented,
  itemOf,
  oneLine,
  paragraphs,
  withBraces,
  withFeedback,
} from './write-text.js';

/** `- prompt => choice` for every pair; choices that are nobody's follow, unless they must come first to keep their order. */
export function pairsOf({ prompts, choices }: Matching, bullet: string): string {
  const used = [...new Set(prompts.map(({ match }) => match))];
  const free = choices.filter(({ id }) => !used.includes(id)).map(({ id }) => id);
  const isInOrder = [...used, ...free].every((id, index) => choices[index]?.id === id);
  const sides = new Map(choices.map((choice, index) => [choice.id, choiceSide(choice, String(index + 1), choices)]));
  const arrowTo = (prompt: string, id: string, feedback?: string) =>
    itemOf(bullet, arrow(prompt, sides.get(id) ?? { text: '', braces: '' }, feedback));
  const pairs = prompts.map(({ id, text, match, feedback }, index) =>
    arrowTo(withBraces(text, bracesOf(text, { id }, letterOf(index))), match, feedback),
  );
  const alone = (list: readonly string[]) => list.map((id) => arrowTo('', id));
  return (isInOrder ? [...pairs, ...alone(free)] : [...alone(choices.map(({ id }) => id)), ...pairs]).join('\n');
}

interface Side {
  readonly text: string;
  readonly braces: string;
}

function choiceSide({ id, text }: Matching['choices'][number], usual: string, all: Matching['choices']): Side {
  const isShared = all.some((other) => other.id !== id && other.text === text);
  return { text: closed(text), braces: bracesOf(text, { id }, isShared ? '' : usual) };
}

/** Both sides in one line where that reads well and is read back; otherwise each in its own lines. */
function arrow(prompt: string, choice: Side, feedback: string | undefined): string {
  const isShort = [prompt, choice.text].every((text) => !text.includes('=>') && isLine(text));
  const side = `=> ${choice.text} ${choice.braces}`.trimEnd();
  if (isShort) return withFeedback(`${prompt} ${side}`.trimStart(), feedback);
  const below = isLine(choice.text) ? side : `=> ${choice.braces}`.trimEnd() + `\n\n${choice.text}`;
  const told = withFeedback(below, feedback);
  return prompt === '' ? told : `${prompt.replace(/^ {0,3}=>/gm, String.raw`\=>`)}\n\n${told}`;
}

function isLine(text: string): boolean {
  return !/^\s|\n/.test(text) && blocksOf(text).every(({ kind }) => kind === 'paragraph');
}

export function orderOf({ items }: Extract<Question, { type: 'ordering' }>, mark: string): string {
  return items
    .map(({ id, text }, index) =>
      itemOf(`${index + 1}${mark}`, withBraces(text, bracesOf(text, { id }, letterOf(index)))),
    )
    .join('\n');
}

export function gapsOf({ gaps }: Extract<Question, { type: 'cloze' }>, bullet: string): string {
  return gaps.map((gap) => gapOf(gap, bullet)).join('\n');
}

function gapOf(gap: Gap, bullet: string): string {
  const name = `{{${gap.id}}}`;
  const braces = gapBraces(gap);
  const answers =
    gap.kind === 'choice' ? optionsOf(gap.options, '-') : gap.kind === 'text' ? textsOf(gap) : numbersOf(gap);
  const isShort = braces === '' && answers.startsWith('Answer: ');
  return itemOf(
    bullet,
    isShort ? `${name}: ${answers.slice('Answer: '.length)}` : `${name} ${braces}`.trimEnd() + `\n${answers}`,
  );
}

function gapBraces(gap: Gap): string {
  const inside: [string, string][] = [
    ...(gap.weight === undefined ? [] : [['weight', gap.weight] satisfies [string, string]]),
    ...kindAttributes(gap),
  ];
  return inside.length === 0
    ? ''
    : `{${inside.map(([name, value]) => `${name}=${quotedValue(oneLine(value))}`).join(' ')}}`;
}

function kindAttributes(gap: Gap): [string, string][] {
  switch (gap.kind) {
    case 'text':
      return gap.caseSensitive ? [['case', 'sensitive']] : [];
    case 'number':
      return [
        ...(needsNumberType(gap) ? [['type', 'numeric'] satisfies [string, string]] : []),
        ...numberAttributes(gap),
      ];
    case 'choice':
      return gap.shuffle ? [] : [['shuffle', 'no']];
    default:
      return gap satisfies never;
  }
}

/** Everything about an essay but its stem, as alerts. */
export function essayOf({ template, rubric, markerNotes }: Extract<Question, { type: 'essay' }>): string {
  return paragraphs([
    alertFor('template', template === undefined ? undefined : fenced(template)),
    alertFor('rubric', rubric && `\n${rubric.map(criterionOf).join('\n')}`),
    alertFor('marker-notes', markerNotes),
  ]);
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function criterionOf({ id, title, levels }: Criterion, index: number): string {
  const name = oneLine(title);
  const list = levels.map((level, place) => {
    const text = needsRoom(level.text) ? `${level.points}:\n\n${level.text}` : `${level.points}: ${level.text}`;
    return itemOf(bulletAfter(name), withBraces(text, bracesOf(text, { id: level.id }, letterOf(place))));
  });
  const head = itemOf('-', withBraces(name, bracesOf(name, { id }, letterOf(index))));
  return [head, ...list.map((level) => indented(level, 2))].join('\n');
}

function needsRoom(text: string): boolean {
  const blocks = blocksOf(text);
  return /^\s/.test(text) || blocks.length > 1 || blocks[0]?.kind !== 'paragraph';
}
