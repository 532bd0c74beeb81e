import type { Block, List } from '../markdown/block.js';
import type { Inline, Link } from '../markdown/inline.js';
import type { ResourceKind } from './roadmap.js';

/** Emoji with their joiners and tones, keycaps, and `:short_codes:`. */
const emoji =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator})[\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}\p{Extended_Pictographic}\p{Regional_Indicator}]*|[0-9#*]\uFE0F?\u20E3|:[a-z][a-z0-9_+-]*:/gu;
/** Control characters, and the marks that turn the direction of what follows them. */
const unseen = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

export function withoutEmoji(text: string): string {
  // Most texts have none, and the expression above is slow to say so.
  if (!/[^\x20-\x7E]|:[a-z]/.test(text)) return text.trim();
  return text.replace(emoji, ' ').replace(/\s+/g, ' ').trim();
}

/** Longer than any name, and short enough for any list. */
export const nameMax = 300;

/** Makes a name safe to show anywhere: one line of limited length, no control characters, nothing that reorders what stands around it. */
export function asName(text: string): string {
  const isPlain = !/[^\x20-\x7E]|  /.test(text);
  const name = isPlain ? text.trim() : text.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
  return name.length > nameMax ? `${name.slice(0, nameMax - 1)}…` : name;
}

const badgeAddress =
  /(?:^|[/.])(?:shields\.io|badgen\.net|badge\.fury\.io|codecov\.io|coveralls\.io|travis-ci\.(?:org|com)|circleci\.com|awesome\.re|opencollective\.com|hits\.seeyoufarm\.com|visitor-badge\.[a-z]+)\/|badge/i;

/** A picture that tells the state of a project rather than anything to learn. */
export function isBadge(link: Link, source: string): boolean {
  if (link.kind === 'image') return badgeAddress.test(link.url);
  return link.isPictured && badgeAddress.test(source.slice(link.start, link.end));
}

/** Whether a text is links and nothing else but punctuation between them. */
export function isOnlyLinks(text: string, { links }: Inline): boolean {
  if (links.length === 0) return false;
  return !/[\p{L}\p{N}]/u.test(withoutEmoji(outside(text, links)));
}

/** What is left of a text when its links are taken out. */
export function outside(text: string, links: readonly Link[]): string {
  let rest = '';
  let end = 0;
  for (const link of links) {
    rest += `${text.slice(end, link.start)} `;
    end = link.end;
  }
  return rest + text.slice(end);
}

/** A list that only leads to places in the same file. */
export function isContentsList(list: List, read: (text: string) => Inline): boolean {
  if (!list.source.includes('](#')) return false;
  const texts = textsIn(list);
  return texts.length > 1 && texts.every((text) => isInternal(text, read(text)));
}

function isInternal(text: string, inline: Inline): boolean {
  return isOnlyLinks(text, inline) && inline.links.every((link) => link.url.startsWith('#'));
}

function textsIn(list: List): string[] {
  const blocks: Block[] = list.items.flatMap((item) => item.blocks);
  return blocks.flatMap((block) => (block.kind === 'list' ? textsIn(block) : [block.source]));
}

const projectHeading =
  /^(?:licen[cs]e|contribut(?:ing|ors?|ions?)|how to contribute|code of conduct|acknowledge?ments?|credits|(?:our )?sponsors?|support (?:us|me|this project)|star history|stargazers|authors?|maintainers?|change ?log|translations?)$/i;
const contentsHeading = /^(?:table of contents?|contents|toc|index|overview of contents|on this page)$/i;

/** What a heading announces that is not part of a course, or null. */
export function asideOf(title: string): 'contents' | 'project' | null {
  if (contentsHeading.test(title)) return 'contents';
  return projectHeading.test(title) ? 'project' : null;
}

const labelKinds: readonly (readonly [RegExp, ResourceKind | null])[] = [
  [/^books?$/i, 'book'],
  [/^videos?$/i, 'video'],
  [/^courses?$/i, 'course'],
  [/^(?:docs|documentation)$/i, 'documentation'],
  [/^(?:resources?|links?|references?|readings?|materials?|tutorials?|articles?|sources?|see also|read more)$/i, null],
];
const labelAdjectives =
  /^(?:(?:useful|helpful|further|additional|recommended|external|learning|more|good|free|other|related)\s+)+/i;

/** Words that only announce what follows, such as “Further reading:”, with the kind of thing they announce. */
export function labelOf(text: string): { readonly kind: ResourceKind | null } | null {
  if (text.length > 60) return null;
  const words = withoutEmoji(text).replace(/\s*:$/, '').replace(labelAdjectives, '');
  const found = labelKinds.find(([pattern]) => pattern.test(words));
  return found ? { kind: found[1] } : null;
}

/** Whether a link's label says nothing without the words beside it. */
export function isGenericLabel(label: string): boolean {
  return /^(?:tutorials?|links?|(?:click )?here|docs?|documentation|articles?|videos?|read(?: more)?|more|source|(?:web)?site|guide|book|course|examples?|reference|this|official (?:site|docs|documentation|website))\s*\d*$/i.test(
    label,
  );
}
