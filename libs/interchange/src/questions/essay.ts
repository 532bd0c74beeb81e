import type { Question } from '#libs/contracts';

import type { ListItem } from '../markdown/block.js';
import { parseBlocks } from '../markdown/blocks.js';
import { toLines } from '../markdown/lines.js';
import { type Alert, fencedText } from './alerts.js';
import { letterOf, readPart } from './options.js';
import { type KeyResult, refuse } from './question-key.js';
import type { Settings } from './settings.js';

type Essay = Extract<Question, { type: 'essay' }>;
export type Criterion = NonNullable<Essay['rubric']>[number];
type Level = Criterion['levels'][number];
type Read<Thing> = { readonly thing: Thing } | { readonly reason: string };

/** What an author says of an essay: how long, in which form, and what it is marked by. */
export function essayKey(alerts: readonly Alert[], { wordsMin, wordsMax, format = 'text' }: Settings): KeyResult {
  const textOf = (name: Alert['name']) => alerts.find((alert) => alert.name === name)?.text;
  const template = textOf('template');
  const markerNotes = textOf('marker-notes');
  const rubric = rubricOf(alerts.find(({ name }) => name === 'rubric'));
  if ('reason' in rubric) return refuse(rubric.reason);
  return {
    key: {
      type: 'essay',
      format,
      ...(wordsMin !== undefined && { wordsMin }),
      ...(wordsMax !== undefined && { wordsMax }),
      ...(template !== undefined && { template: fencedText(template) }),
      ...(rubric.thing.length > 0 && { rubric: rubric.thing }),
      ...(markerNotes !== undefined && { markerNotes }),
    },
  };
}

/** A list of criteria, each with a list of its levels: `- Clarity`, below it `- 2: Clear to everybody`. */
function rubricOf(alert: Alert | undefined): Read<Criterion[]> {
  if (!alert) return { thing: [] };
  const [list, ...others] = parseBlocks(toLines(alert.text));
  if (list?.kind !== 'list' || others.length > 0)
    return { reason: `The rubric in line ${alert.line} is not one list of criteria.` };
  const criteria = list.items.map((item, index) => criterionOf(item, index, alert));
  const bad = criteria.find((read) => 'reason' in read);
  return bad ?? { thing: criteria.flatMap((read) => ('thing' in read ? [read.thing] : [])) };
}

function criterionOf(item: ListItem, index: number, { line }: Alert): Read<Criterion> {
  const last = item.blocks.at(-1);
  const levels = last?.kind === 'list' ? last : null;
  const own = levels ? item.lines.filter((each) => each.number < levels.line) : item.lines;
  const { text: title, about } = readPart(own, ['id']);
  if (title === '') return { reason: `A criterion of the rubric in line ${line} has no title.` };
  const read = (levels?.items ?? []).map(levelOf);
  if (read.includes(null)) {
    return { reason: `A level of “${title.slice(0, 80)}” does not begin with its points, such as “- 2: Clear”.` };
  }
  return { thing: { id: about.id ?? letterOf(index), title, levels: read.flatMap((level) => level ?? []) } };
}

function levelOf(item: ListItem, index: number): Level | null {
  const { text, about } = readPart(item.lines, ['id']);
  const [mark, points] = /^(-?\d+(?:\.\d+)?(?:\/\d+)?):(?: |\n+|$)/.exec(text) ?? [];
  if (mark === undefined || points === undefined) return null;
  return { id: about.id ?? letterOf(index), text: text.slice(mark.length), points };
}
