import type { XmlElement } from '../xml/xml.js';
import type { Response } from './declarations.js';
import type { FeedbackPieces } from './feedback.js';
import { ItemRefused, type Losses } from './findings.js';
import { responseId } from './interactions.js';
import type { Prose } from './prose.js';
import type { Ratio } from './ratio.js';
import { type ItemScoring, type Rule, scoringOf } from './scoring.js';

/** What the reading of one item shares. */
export interface ItemContext {
  readonly scoring: ItemScoring;
  readonly losses: Losses;
  readonly prose: Prose;
  readonly feedback: FeedbackPieces;
  /** What only those who mark are told. */
  readonly markerNotes: string;
}

/** The part of a question that its type decides; `stem` is Markdown. */
export interface Draft {
  readonly stem: string;
  readonly points: Ratio;
  readonly key: Readonly<Record<string, unknown>>;
}

/** The declaration of an interaction's response, and how it alone earns the score. */
export function soleRule(
  interaction: XmlElement,
  { scoring, losses }: ItemContext,
): { response: Response; rule: Rule } {
  const response = responseOf(interaction, scoring);
  const how = scoringOf([response.id], scoring, losses);
  const rule = how.kind === 'each' ? how.rules.get(response.id) : undefined;
  if (!rule) throw new ItemRefused(response.line, 'Nothing says how the answer is scored.');
  return { response, rule };
}

export function responseOf(interaction: XmlElement, { declarations }: ItemScoring): Response {
  const id = responseId(interaction);
  const response = declarations.responses.get(id);
  if (!response) throw new ItemRefused(interaction.line, `The response “${id}” is not declared.`);
  return response;
}
