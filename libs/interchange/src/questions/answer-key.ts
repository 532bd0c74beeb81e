import { splitAttributes } from '../markdown/attributes.js';
import type { Block, List } from '../markdown/block.js';
import { parseBlocks } from '../markdown/blocks.js';
import { alertsIn } from './alerts.js';
import { type AnswerBlock, findAnswer } from './answer-block.js';
import { essayKey } from './essay.js';
import { type GapItem, readGapItem } from './gap-items.js';
import { readPairs } from './matches.js';
import { letterOf, readOptions, readPart } from './options.js';
import { keyOfAnswers, keyOfOptions, type KeyResult, type QuestionKey, refuse } from './question-key.js';
import { readSettings, scoringAmong, type Settings } from './settings.js';

type Gap = Extract<QuestionKey, { type: 'cloze' }>['gaps'][number];

/** The key that stands among the blocks of a question, with what of it meant nothing. */
export type AnswerKey = KeyResult & { readonly losses?: readonly string[] };

export function answerKey(blocks: readonly Block[], settings: Settings): AnswerKey {
  const answer = findAnswer(blocks, settings.type);
  switch (settings.type) {
    case 'matching':
      return answer?.lists[0]
        ? matchingKey(answer.lists[0], settings)
        : refuse('There is no list of “- prompt => choice”.');
    case 'ordering':
      return answer?.lists[0]
        ? orderingKey(answer.lists[0], settings)
        : refuse('There is no numbered list to put in order.');
    case 'cloze':
      return answer?.lists[0]
        ? clozeKey(answer.lists[0], settings)
        : refuse('There is no list of “- {{gap}}: answer”.');
    case 'essay':
      return findAnswer(blocks) && !answer
        ? refuse('type=essay has neither options nor “Answer:” lines.')
        : essayKey(alertsIn(blocks), settings);
    default:
      return answer ? boxesOrAnswers(answer, settings, otherFeedback(blocks)) : refuse(answerless);
  }
}

const answerless = 'There are neither options (“- [ ]”, “- [x]”) nor an “Answer:” line.';

function otherFeedback(blocks: readonly Block[]): string | undefined {
  return alertsIn(blocks).find(({ name }) => name === 'other')?.text;
}

function boxesOrAnswers({ lists, lines }: AnswerBlock, settings: Settings, other: string | undefined): KeyResult {
  const [list, second] = lists;
  if (!list) return keyOfAnswers(lines, settings, other);
  if (lines.length > 0) return refuse('There are both options and “Answer:” lines.');
  if (second)
    return refuse(`There is a second list of options in line ${second.line}: a heading before it may be missing.`);
  const { options, reasons } = readOptions(list);
  return reasons.length > 0 ? { reasons } : keyOfOptions(options, settings);
}

/** Boxes tell options apart; in any other list they say nothing. */
function idleBoxes({ items }: List): string[] {
  return items.filter(({ isTicked }) => isTicked !== null).map(({ line }) => `The box in line ${line} means nothing.`);
}

function matchingKey(list: List, settings: Settings): AnswerKey {
  const { pairs, reasons } = readPairs(list);
  if (reasons.length > 0) return { reasons };
  const scoring = scoringAmong(['per_part', 'all_or_nothing'], settings) ?? 'per_part';
  const { shuffle = true } = settings;
  return { key: { type: 'matching', ...pairs, shuffle, scoring }, losses: idleBoxes(list) };
}

function orderingKey(list: List, settings: Settings): AnswerKey {
  const items = list.items.map((item, index) => {
    const { text, about } = readPart(item.lines, ['id']);
    return { id: about.id ?? letterOf(index), text };
  });
  const empty = list.items.filter((_, index) => items[index]?.text === '');
  if (empty[0]) return refuse(`The item in line ${empty[0].line} has no text.`);
  if (new Set(items.map(({ id }) => id)).size < items.length) return refuse('Two items have the same id.');
  const scoring = scoringAmong(['exact', 'adjacent_pairs'], settings) ?? 'exact';
  return { key: { type: 'ordering', items, scoring }, losses: idleBoxes(list) };
}

function clozeKey(list: List, settings: Settings): AnswerKey {
  const read = list.items.map((item) => {
    const gap = readGapItem(item);
    return gap ? readGap(gap) : refuse(`The item in line ${item.line} does not begin with a gap such as “{{1}}”.`);
  });
  const reasons = read.flatMap((result) => ('reasons' in result ? result.reasons : []));
  if (reasons.length > 0) return { reasons };
  const gaps = read.flatMap((result) => ('gap' in result ? [result.gap] : []));
  const losses = read.flatMap((result) => ('gap' in result ? result.losses : []));
  const scoring = scoringAmong(['per_part', 'all_or_nothing'], settings) ?? 'per_part';
  return { key: { type: 'cloze', gaps, scoring }, losses };
}

/** What is below a gap is read like what is below a question. */
function readGap(item: GapItem): { gap: Gap; losses: readonly string[] } | { reasons: readonly string[] } {
  const { text, attributes } = splitAttributes(item.braces);
  const settings = readSettings(attributes);
  const name = `The gap {{${item.id}}} in line ${item.line}`;
  if (text !== '' || settings.reasons.length > 0) return refuse(`${name} has “${item.braces.slice(0, 80)}” behind it.`);
  const blocks = parseBlocks(item.lines);
  const found = findAnswer(blocks);
  const type = found && found.lists.length > 0 ? 'single_choice' : settings.type;
  const result = found ? boxesOrAnswers(found, { ...settings, type }, otherFeedback(blocks)) : refuse(answerless);
  if ('reasons' in result) return { reasons: result.reasons.map((reason) => `${name}: ${reason}`) };
  const gap = gapOf(item.id, settings.weight, result.key);
  return gap
    ? { gap, losses: gapLosses(settings, gap.kind).map((loss) => `${name}: ${loss}`) }
    : refuse(`${name} is of a type that a gap cannot be.`);
}

function gapOf(id: string, weight: string | undefined, key: QuestionKey): Gap | null {
  const base = { id, ...(weight !== undefined && { weight }) };
  switch (key.type) {
    case 'short_text': {
      const { type: _, ...text } = key;
      return { ...base, kind: 'text', ...text };
    }
    case 'numeric': {
      const { type: _, ...number } = key;
      return { ...base, kind: 'number', ...number };
    }
    case 'single_choice':
      return { ...base, kind: 'choice', options: key.options, shuffle: key.shuffle };
    default:
      return null;
  }
}

const gapAttributes: Readonly<Record<Gap['kind'], readonly string[]>> = {
  text: ['weight', 'case'],
  number: ['weight', 'tolerance', 'in', 'unit', 'unit-rule', 'unit-penalty'],
  choice: ['weight', 'shuffle'],
};

function gapLosses({ understood, losses }: Settings, kind: Gap['kind']): string[] {
  const idle = understood.filter((name) => !gapAttributes[kind].includes(name));
  return [...losses, ...idle.map((name) => `“${name}=” is not for a gap of this kind.`)];
}
