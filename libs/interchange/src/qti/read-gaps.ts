import { elementsIn, isXmlElement, type XmlElement, type XmlNode } from '../xml/xml.js';
import { singleKey } from './choice-key.js';
import { entryKey } from './entry-key.js';
import { ItemRefused } from './findings.js';
import { responseId } from './interactions.js';
import { type Draft, type ItemContext, responseOf } from './item-context.js';
import { type Ratio, sumOf } from './ratio.js';
import { matchRule, type Rule, type Scoring, scoringOf } from './scoring.js';
import { allBelow, attribute, isTrue, textIn } from './tree.js';

/** Fields and drop-downs in a text; a single field that stands by itself is a question for a text or a number. */
export function readGaps(body: XmlElement, interactions: readonly XmlElement[], context: ItemContext): Draft {
  const { scoring, losses, prose } = context;
  const responses = interactions.map((interaction) => responseOf(interaction, scoring));
  if (new Set(responses).size < responses.length)
    throw new ItemRefused(interactions[0]?.line ?? body.line, 'Two fields have the same response.');
  const how = scoringOf(
    responses.map(({ id }) => id),
    scoring,
    losses,
  );
  const [only] = interactions;
  if (only && interactions.length === 1 && isAlone(body, only)) {
    const rule = ruleOf(how, responseId(only));
    const { kind, points, key } = entryKey(responseOf(only, scoring), rule, losses);
    const stem = prose.read([body], body.line, (element) => (element === only ? [] : null));
    return { stem, points, key: { type: kind === 'text' ? 'short_text' : 'numeric', ...key } };
  }
  const names = gapNames(responses.map(({ id }) => id));
  const gaps = interactions.map((interaction, index) => ({
    id: names[index] ?? '',
    ...gapOf(interaction, how, context),
  }));
  const stem = clozeStem(body, context, (element) => names[interactions.indexOf(element)] ?? null);
  return { stem, ...clozeKey(gaps, how) };
}

/** A field in a paragraph of its own, or directly in the body between blocks. */
function isAlone(body: XmlElement, field: XmlElement): boolean {
  if (field.name !== 'qti-text-entry-interaction') return false;
  const holder = [body, ...allBelow(body, 'p'), ...allBelow(body, 'div')].findLast(({ children }) =>
    children.includes(field),
  );
  const others = (holder?.children ?? []).filter((child) => child !== field);
  const isBlank = (node: XmlNode) => typeof node === 'string' && node.trim() === '';
  return (
    holder !== undefined &&
    others.every((node) => isBlank(node) || (holder === body && isXmlElement(node) && blocks.has(node.name)))
  );
}

const blocks = new Set(['p', 'div', 'pre', 'ul', 'ol', 'table', 'blockquote', 'h1', 'h2', 'h3', 'qti-rubric-block']);

export interface MadeGap {
  readonly id: string;
  readonly points: Ratio;
  readonly gap: Readonly<Record<string, unknown>>;
}

/** As the file calls them; identifiers of QTI may hold dots, so that some gaps are named by their places. */
export function gapNames(identifiers: readonly string[]): string[] {
  const isSound = (name: string) => /^[A-Za-z0-9_-]{1,40}$/.test(name);
  return identifiers.map((name, index) => (isSound(name) ? name : `gap${index + 1}`));
}

function gapOf(interaction: XmlElement, how: Scoring, context: ItemContext): Omit<MadeGap, 'id'> {
  const { scoring, losses } = context;
  const response = responseOf(interaction, scoring);
  const rule = ruleOf(how, response.id);
  if (interaction.name === 'qti-text-entry-interaction') {
    const { kind, points, key } = entryKey(response, rule, losses);
    return { points, gap: { kind, ...key } };
  }
  const choices = elementsIn(interaction, 'qti-inline-choice');
  const ids = choices.map((choice) => attribute(choice, 'identifier') ?? '');
  const { points, key, options } = singleKey(ids, response, rule, losses);
  if (key.floor !== undefined) losses.add(interaction.line, 'A choice that costs something costs nothing here.');
  const made = choices.map((choice, index) => optionOf(choice, options[index], context));
  return { points, gap: { kind: 'choice', options: made, shuffle: isTrue(interaction, 'shuffle') } };
}

export function optionOf(
  choice: XmlElement,
  key: { readonly isKey: boolean; readonly share?: string | undefined } | undefined,
  { prose, feedback }: ItemContext,
) {
  const told = feedback.ofOption(choice);
  return {
    id: attribute(choice, 'identifier') ?? '',
    text: prose.read(choice.children, choice.line),
    isKey: key?.isKey === true,
    ...(key?.share !== undefined && { share: key.share }),
    ...(told && { feedback: told }),
  };
}

export function ruleOf(how: Scoring, id: string): Rule {
  if (how.kind === 'all')
    return matchRule(
      how.tests.find(({ response }) => response === id),
      how.worth,
    );
  const rule = how.rules.get(id);
  if (!rule) throw new RangeError(`There is no rule for the response ${id}.`);
  return rule;
}

export function clozeKey(gaps: readonly MadeGap[], how: Scoring): Pick<Draft, 'points' | 'key'> {
  const points = how.kind === 'all' ? how.worth : sumOf(gaps.map((gap) => gap.points));
  const least = gaps.map((gap) => gap.points).reduce((low, one) => (low.isAbove(one) ? one : low));
  const isEven = gaps.every((gap) => gap.points.equals(least));
  const made = gaps.map(({ id, gap, points: worth }) => ({
    id,
    ...gap,
    ...(!isEven && { weight: worth.over(least).toString() }),
  }));
  return { points, key: { type: 'cloze', gaps: made, scoring: how.kind === 'all' ? 'all_or_nothing' : 'per_part' } };
}

/** The text with `{{gap1}}` where `rewrite` says that the gap of this name is. */
export function clozeStem(
  body: XmlElement,
  { prose }: ItemContext,
  rewrite: (element: XmlElement) => readonly XmlNode[] | string | null,
): string {
  const stray = /\{\{[A-Za-z0-9_-]{1,40}\}\}/.exec(textIn(body));
  if (stray) throw new ItemRefused(body.line, `The text holds “${stray[0]}”, which would be taken for a gap.`);
  return prose.read([body], body.line, (element) => {
    const place = rewrite(element);
    return typeof place === 'string' ? [`{{${place}}}`] : place;
  });
}
