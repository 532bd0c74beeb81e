import { attributeOf } from './html.js';
import {
  address,
  anyMark,
  autolink,
  characterOf,
  emphasisMarks,
  entity,
  escapable,
  onOneLine,
  plainRun,
  reference,
  tag,
  target,
  ticks,
  withoutTrailingMarks,
} from './inline-marks.js';

/** A link, or a picture, as it stands in a text. */
export interface Link {
  readonly kind: 'link' | 'image';
  /** Label or alternative text, without marks. */
  readonly text: string;
  readonly url: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** A link whose label is nothing but pictures, as badges are. */
  readonly isPictured: boolean;
}

export interface Inline {
  /** The text as it reads: no marks, links as their labels, pictures as nothing. */
  readonly plain: string;
  /** In order; a link's label holds no others. */
  readonly links: readonly Link[];
}

/** Addresses by label, of links such as `[text][label]`. */
export type Definitions = ReadonlyMap<string, string>;

export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Finds the links of a text and what it says without its marks. One pass; brackets nest to a depth that no label needs, and
 * whatever does not close is text.
 */
export function readInline(text: string, definitions: Definitions = new Map()): Inline {
  return anyMark.test(text) ? new InlineReader(text, definitions).read() : { plain: onOneLine(text), links: [] };
}

interface Opener {
  readonly kind: Link['kind'];
  readonly start: number;
  /** How many pieces and links were there when the bracket opened. */
  readonly pieces: number;
  readonly links: number;
}

/** No label needs more brackets around it. */
const openersMax = 32;
/** Runs of every length, none paired, would each be looked for up to the end. */
const ticksMax = 32;
const labelMax = 300;

class InlineReader {
  private index = 0;
  private readonly pieces: string[] = [];
  private readonly links: Link[] = [];
  private readonly openers: Opener[] = [];
  /** Brackets opened before a finished link cannot become links around it. */
  private linkFloor = 0;
  /** The last piece that could open emphasis with these marks. */
  private emphasis: Map<string, number> | null = null;
  /** Lengths of back quote runs that have no partner further on. */
  private unpairedTicks: Set<number> | null = null;
  /** Where a `<a href>` that is still open began. */
  private anchor: (Opener & { readonly url: string }) | null = null;

  constructor(
    private readonly text: string,
    private readonly definitions: Definitions,
  ) {}

  read(): Inline {
    while (this.index < this.text.length) this.step();
    return { plain: this.plainFrom(0), links: this.links };
  }

  private step(): void {
    switch (this.text[this.index]) {
      case '\\':
        return this.escape();
      case '`':
        return this.code();
      case '<':
        return this.angle();
      case '!':
        if (this.text[this.index + 1] === '[') return this.open('image', 2);
        return this.literal(1);
      case '[':
        return this.open('link', 1);
      case ']':
        return this.close();
      case '*':
      case '_':
      case '~':
        return this.emphasise();
      case '&':
        return this.character();
      case 'h':
        return this.bareAddress();
      default:
        return this.literal(this.match(plainRun)?.[0].length ?? 1);
    }
  }

  private match(pattern: RegExp, at = this.index): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  private literal(length: number): void {
    this.pieces.push(this.text.slice(this.index, this.index + length));
    this.index += length;
  }

  private plainFrom(piece: number): string {
    return onOneLine(this.pieces.slice(piece).join(''));
  }

  private escape(): void {
    if (!escapable.test(this.text.charAt(this.index + 1))) return this.literal(1);
    this.index += 1;
    this.literal(1);
  }

  private character(): void {
    const match = this.match(entity);
    if (!match) return this.literal(1);
    this.pieces.push(characterOf(match[1] ?? ''));
    this.index += match[0].length;
  }

  private code(): void {
    const run = this.match(ticks)?.[0].length ?? 1;
    const start = this.index + run;
    const end = run > ticksMax || this.unpairedTicks?.has(run) ? -1 : this.closingTicks(start, run);
    if (end === -1) {
      (this.unpairedTicks ??= new Set()).add(run);
      return this.literal(run);
    }
    this.pieces.push(this.text.slice(start, end));
    this.index = end + run;
  }

  private closingTicks(from: number, length: number): number {
    const runs = /`+/g;
    runs.lastIndex = from;
    for (let match = runs.exec(this.text); match; match = runs.exec(this.text)) {
      if (match[0].length === length) return match.index;
    }
    return -1;
  }

  private angle(): void {
    const link = this.match(autolink);
    if (link) return this.bare(link[1] ?? '', link[0].length);
    const html = this.match(tag)?.[0];
    if (!html) return this.literal(1);
    this.html(html);
    this.index += html.length;
  }

  private html(html: string): void {
    const at = { start: this.index, end: this.index + html.length };
    const url = attributeOf(html, /^<img/i.test(html) ? 'src' : 'href');
    if (/^<img\b/i.test(html) && url) {
      this.links.push({ kind: 'image', text: attributeOf(html, 'alt') ?? '', url, ...at, isPictured: false });
    } else if (/^<a\b/i.test(html) && url) {
      this.anchor = { kind: 'link', url, start: at.start, pieces: this.pieces.length, links: this.links.length };
    } else if (/^<\/a>/i.test(html) && this.anchor) {
      this.finishAnchor(this.anchor, at.end);
    } else if (/^<br\b/i.test(html)) this.pieces.push(' ');
  }

  private finishAnchor(anchor: Opener & { readonly url: string }, end: number): void {
    this.finish(anchor, anchor.url, end);
    this.anchor = null;
    // A bracket that opened inside the link cannot close outside of it.
    while ((this.openers.at(-1)?.start ?? -1) > anchor.start) this.openers.pop();
  }

  private bareAddress(): void {
    const isInsideWord = /\w/.test(this.text.charAt(this.index - 1));
    const url = isInsideWord ? null : this.match(address)?.[0];
    if (!url) return this.literal(this.match(plainRun)?.[0].length ?? 1);
    const trimmed = withoutTrailingMarks(url);
    return this.bare(trimmed, trimmed.length);
  }

  private bare(url: string, length: number): void {
    this.pieces.push(url);
    this.links.push({ kind: 'link', text: url, url, start: this.index, end: this.index + length, isPictured: false });
    this.index += length;
  }

  private open(kind: Link['kind'], length: number): void {
    if (this.openers.length === openersMax) {
      this.openers.shift();
      this.linkFloor = Math.max(0, this.linkFloor - 1);
    }
    this.openers.push({ kind, start: this.index, pieces: this.pieces.length, links: this.links.length });
    this.literal(length);
  }

  private close(): void {
    const opener = this.openers.pop();
    const isBarred = opener?.kind === 'link' && this.openers.length < this.linkFloor;
    this.linkFloor = Math.min(this.linkFloor, this.openers.length);
    const found = opener && !isBarred ? this.targetOf(opener) : null;
    if (!opener || !found) return this.literal(1);
    this.pieces[opener.pieces] = ''; // the bracket itself
    this.finish(opener, found.url, found.end);
    if (this.anchor && this.anchor.start > opener.start) this.anchor = null;
    if (opener.kind === 'link') this.linkFloor = this.openers.length;
    this.index = found.end;
  }

  /** Turns what stands since the opener into one link; the links in its label are part of it. */
  private finish(opener: Opener, url: string, end: number): void {
    const inside = this.links.splice(opener.links);
    const label = this.plainFrom(opener.pieces);
    const picture = inside.find((link) => link.kind === 'image');
    const text = label || (picture?.text ?? '');
    const isPictured = opener.kind === 'link' && label === '' && picture !== undefined;
    this.links.push({ kind: opener.kind, text, url, start: opener.start, end, isPictured });
    if (opener.kind === 'image') {
      this.pieces.length = opener.pieces;
      this.emphasis = null;
    }
  }

  private targetOf(opener: Opener): { url: string; end: number } | null {
    const after = this.index + 1;
    const inPlace = this.text[after] === '(' ? this.match(target, after) : null;
    if (inPlace) {
      const url = (inPlace[1] ?? inPlace[2] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
      return { url, end: after + inPlace[0].length };
    }
    const named = this.text[after] === '[' ? this.match(reference, after) : null;
    const url = this.definitions.get(labelKey(named?.[1] || this.labelOf(opener)));
    return url === undefined ? null : { url, end: after + (named?.[0].length ?? 0) };
  }

  private labelOf({ kind, start }: Opener): string {
    const from = start + (kind === 'image' ? 2 : 1);
    return this.index - from > labelMax ? '' : this.text.slice(from, this.index);
  }

  private emphasise(): void {
    const marks = this.match(emphasisMarks)?.[0];
    if (!marks) return this.literal(1);
    const before = this.text.charAt(this.index - 1);
    const after = this.text.charAt(this.index + marks.length);
    const isWordLike = /[\p{L}\p{N}]/u;
    const insideWord = marks.startsWith('_') && isWordLike.test(before) && isWordLike.test(after);
    const opener = this.emphasis?.get(marks);
    const closes = opener !== undefined && !insideWord && /\S/.test(before);
    const opens = !insideWord && /\S/.test(after);
    if (closes) {
      this.pieces[opener] = '';
      this.pieces.push('');
      this.index += marks.length;
      this.emphasis?.delete(marks);
      return;
    }
    if (opens) (this.emphasis ??= new Map<string, number>()).set(marks, this.pieces.length);
    this.literal(marks.length);
  }
}
