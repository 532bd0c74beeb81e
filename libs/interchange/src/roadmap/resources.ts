import type { Link } from '../markdown/inline.js';
import { asName, isGenericLabel, nameMax } from './decoration.js';
import { kindOf } from './kinds.js';
import type { Notes } from './notes.js';
import type { ResourceKind } from './roadmap.js';

/** A resource before it has an id. */
export interface FoundResource {
  readonly title: string;
  readonly url: string | null;
  readonly kind: ResourceKind;
}

const schemes: readonly string[] = ['http:', 'https:', 'mailto:'];

export interface LinkPlace {
  readonly line: number;
  /** What the words around say, asked for a label that says nothing by itself. */
  readonly context: () => string;
  /** The kind that a label above the link has announced. */
  readonly kindHint: ResourceKind | null;
}

/** Makes a resource of a link; null where it leads nowhere a learner could follow, which is noted. */
export function resourceOf(link: Link, { line, context, kindHint }: LinkPlace, notes: Notes): FoundResource | null {
  const title = titleOf(link, context);
  if (link.text.length > nameMax)
    notes.warning(line, 'long_title', `“${title}” is the beginning of a title that is too long.`);
  if (link.url.startsWith('#')) {
    notes.info(line, 'internal_link', `“${title}” leads to a place in this file: not a resource.`);
    return null;
  }
  const url = addressOf(link.url);
  if (!url) {
    const fate = link.kind === 'image' ? 'the picture is left out' : 'kept without an address';
    notes.warning(
      line,
      'unusable_link',
      `“${title}” leads to ${excerpt(link.url)}, which is no full web address: ${fate}.`,
    );
    return link.kind === 'image' ? null : { title, url: null, kind: kindHint ?? 'article' };
  }
  return { title, url: link.url, kind: link.kind === 'image' ? 'image' : hintedKind(kindOf(url, title), kindHint) };
}

function titleOf(link: Link, context: () => string): string {
  const label = link.text === link.url ? shortAddress(link.url) : unquoted(asName(link.text));
  const around = label === '' || isGenericLabel(label) ? context() : '';
  const isOwn = around === '' || around === label;
  const title = isOwn ? label || shortAddress(link.url) : [around, label].filter((text) => text !== '').join(': ');
  return asName(title);
}

function shortAddress(url: string): string {
  return asName(url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''));
}

/** A label above a link knows better than the rule for what no other rule knows. */
function hintedKind(kind: ResourceKind, hint: ResourceKind | null): ResourceKind {
  return kind === 'article' && hint ? hint : kind;
}

function addressOf(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && schemes.includes(url.protocol) ? url : null;
}

function excerpt(text: string): string {
  return text === '' ? 'nowhere' : `“${asName(text.slice(0, 80))}”`;
}

/** A title in quotation marks without a link names a book. */
export function bookOf(text: string): FoundResource | null {
  const named = text.replace(/[.,]$/, '');
  const title = unquoted(named);
  return title !== named ? { title: asName(title), url: null, kind: 'book' } : null;
}

/** A text without the quotation marks around the whole of it. */
function unquoted(text: string): string {
  return /^["“”«„]([^"“”«„»]{3,})["“”»]$/u.exec(text)?.[1] ?? text;
}
