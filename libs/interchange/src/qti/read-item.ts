import { type Question, questionSchema } from '#libs/contracts';

import type { QuestionItem } from '../questions/question-report.js';
import { titleOf } from '../questions/title.js';
import { elementIn, elementsIn, type XmlElement } from '../xml/xml.js';
import { readDeclarations } from './declarations.js';
import { FeedbackPieces } from './feedback.js';
import { ItemRefused, Losses } from './findings.js';
import { type Task, taskOf } from './interactions.js';
import type { Draft, ItemContext } from './item-context.js';
import { readProcessing } from './processing.js';
import { type FileAt, Prose } from './prose.js';
import { readChoice, readHottext } from './read-choice.js';
import { readEssay } from './read-essay.js';
import { readGapMatch } from './read-gap-match.js';
import { readGaps } from './read-gaps.js';
import { readMatch } from './read-match.js';
import { readOrder } from './read-order.js';
import { readRubrics } from './rubric.js';
import { attribute, isTrue } from './tree.js';

/** What the package says of an item, beside the item itself. */
export interface ItemSurroundings {
  readonly newId: () => string;
  readonly fileAt: FileAt;
  readonly about?: Pick<Question, 'tags' | 'difficulty'>;
}

/** Reads one item in the words of QTI 3. What is wrong with it costs this item only. */
export function readItem(item: XmlElement, surroundings: ItemSurroundings): QuestionItem {
  const losses = new Losses();
  const title = attribute(item, 'title') ?? '';
  const identifier = attribute(item, 'identifier');
  const base = { line: item.line, title, key: identifier && keyOf(identifier) };
  try {
    const { question, prose } = questionOf(item, surroundings, losses);
    const outcome = losses.all.length > 0 ? 'imported_with_loss' : 'imported';
    const about = {
      ...base,
      title: titleOf(question.stem),
      outcome,
      question,
      losses: losses.all,
      reasons: [],
    } as const;
    return prose.media.length > 0 ? { ...about, media: prose.media } : about;
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...base, outcome: 'refused', losses: [], reasons: [`Line ${error.line}: ${error.reason}`] };
  }
}

/** Our own items are named after the question's id, with a letter before it that XML asks for. */
function keyOf(identifier: string): string {
  return /^q-([0-9a-f]{8}-[0-9a-f-]{27})$/.exec(identifier)?.[1] ?? identifier;
}

function questionOf(
  item: XmlElement,
  surroundings: ItemSurroundings,
  losses: Losses,
): { question: Question; prose: Prose } {
  const body = elementIn(item, 'qti-item-body');
  if (!body) throw new ItemRefused(item.line, 'The item has no body.');
  if (isTrue(item, 'adaptive'))
    throw new ItemRefused(item.line, 'The item is adaptive: it asks again by its own rules.');
  const declarations = readDeclarations(item);
  const prose = new Prose(surroundings.fileAt, losses);
  const task = taskOf(body);
  const processing = readProcessing(item, declarations);
  const feedback = new FeedbackPieces(item, processing, prose);
  const rubrics = readRubrics(item, task.kind === 'qti-extended-text-interaction', prose, losses);
  const scoring = { declarations, processing, line: item.line };
  const draft = draftOf(body, task, { scoring, losses, prose, feedback, markerNotes: rubrics.markerNotes });
  const told = feedback.ofAnswer();
  feedback.stateRest(losses);
  stateIgnored(item, losses);
  const stem = [rubrics.instructions, draft.stem].filter((text) => text !== '').join('\n\n');
  if (stem === '') throw new ItemRefused(body.line, 'The item asks nothing: its text is empty.');
  const title = attribute(item, 'title') ?? '';
  const question = checked(
    {
      id: surroundings.newId(),
      version: 1,
      ...(isName(title, item, stem) && { name: title }),
      stem,
      ...told,
      ...surroundings.about,
      points: draft.points.toString(),
      ...draft.key,
    },
    item.line,
  );
  return { question, prose };
}

/** Every item needs a title; those that its text or its identifier gave it say nothing. */
function isName(title: string, item: XmlElement, stem: string): boolean {
  return title !== '' && title !== titleOf(stem) && title !== attribute(item, 'identifier');
}

function draftOf(body: XmlElement, task: Task, context: ItemContext): Draft {
  switch (task.kind) {
    case 'gaps':
      return readGaps(body, task.interactions, context);
    case 'qti-choice-interaction':
      return readChoice(body, task.interaction, context);
    case 'qti-hottext-interaction':
      return readHottext(body, task.interaction, context);
    case 'qti-match-interaction':
      return readMatch(body, task.interaction, context);
    case 'qti-order-interaction':
      return readOrder(body, task.interaction, context);
    case 'qti-gap-match-interaction':
      return readGapMatch(body, task.interaction, context);
    case 'qti-extended-text-interaction':
      return readEssay(body, task.interaction, context);
    default:
      return task satisfies never;
  }
}

/** Parts of an item that add to it and have no counterpart here. */
const ignored: Readonly<Record<string, string>> = {
  'qti-assessment-stimulus-ref': 'The text that the item shares with others was left out',
  'qti-companion-materials-info': 'Materials beside the item were left out',
  'qti-catalog-info': 'Alternatives for people with special needs were left out',
  'qti-context-declaration': 'Variables of the surroundings were left out',
};

function stateIgnored(item: XmlElement, losses: Losses): void {
  for (const { name, line, attributes } of elementsIn(item)) {
    const what = ignored[name];
    const where = attributes.get('href');
    if (what) losses.add(line, where ? `${what} (“${where}”).` : `${what}.`);
  }
}

function checked(draft: object, line: number): Question {
  const parsed = questionSchema.safeParse(draft);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ItemRefused(line, `The question would not be sound: ${reasons.join('; ')}.`);
}
