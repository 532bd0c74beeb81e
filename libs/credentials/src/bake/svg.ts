import { type SaxesTagNS, SaxesParser } from 'saxes';

import { bakeableKind, kindOf, NotBakeable, pictureBytesMax, PictureUnreadable, textBytesMax } from './baked.js';

const badges = 'https://purl.imsglobal.org/ob/v3p0';
const svgSpace = 'http://www.w3.org/2000/svg';
const elementsMax = 100_000;
const depthMax = 200;

/**
 * The SVG with a credential inside (Open Badges 3.0, section 5.3.2): the first child of the root is `<openbadges:credential>`, with the
 * JSON document in CDATA or the compact JWT in the attribute `verify`. A credential that the picture already carried is replaced.
 * Characters that XML cannot hold are written as JSON escapes, which mean the same. Throws NotBakeable or PictureUnreadable.
 */
export function bakeSvg(svg: string, text: string): string {
  const kind = bakeableKind(text);
  const { rootStart, rootEnd, isEmpty, declared, credentials } = read(svg);
  const element =
    kind === 'jwt' ? `<openbadges:credential${space(declared)} verify="${text}"/>` : bodied(text, declared);
  let rest = '';
  let at = rootEnd;
  for (const { from, to } of credentials) {
    rest += svg.slice(at, from);
    at = to;
  }
  rest += svg.slice(at);
  const root = svg.slice(rootStart, rootEnd - (isEmpty ? 2 : 1)).trimEnd();
  const declaration = declared === null ? ` xmlns:openbadges="${badges}"` : '';
  const closing = isEmpty ? `</${/^<([^\s/>]+)/.exec(root)?.[1] ?? 'svg'}>` : '';
  return `${svg.slice(0, rootStart)}${root}${declaration}>${element}${closing}${rest}`;
}

/**
 * The credential that an SVG carries (JSON text or compact JWT), or null where a sound SVG carries none. Throws PictureUnreadable for
 * what is no SVG, is not well formed, has a DOCTYPE, is above the bounds, or carries more than one credential.
 */
export function unbakeSvg(text: string): string | null {
  const { credentials } = read(text);
  const [baked, another] = credentials;
  if (another !== undefined) throw new PictureUnreadable('The SVG carries more than one credential.');
  if (baked === undefined) return null;
  const { verify, body } = baked;
  if (verify !== null && body.trim() !== '')
    throw new PictureUnreadable('The SVG carries a JWT and a document at once.');
  const found = verify ?? body;
  if (Buffer.byteLength(found, 'utf8') > textBytesMax) {
    throw new PictureUnreadable(`The credential in the SVG is larger than ${textBytesMax} bytes.`);
  }
  if (kindOf(found) !== (verify === null ? 'json' : 'jwt')) {
    throw new PictureUnreadable('What the SVG carries as a credential is neither a JSON document nor a JWT.');
  }
  return found;
}

function bodied(text: string, declared: string | null): string {
  const escaped = text.replace(
    // Outside of these XML 1.0 knows no character; a reader of XML would also turn a carriage return into a line feed.
    /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (!isJson(escaped)) throw new NotBakeable('The document holds control characters outside of its texts.');
  // The end mark of a CDATA section inside of the text is shared between two sections.
  const body = escaped.replaceAll(']]>', ']]]]><![CDATA[>');
  return `<openbadges:credential${space(declared)}><![CDATA[${body}]]></openbadges:credential>`;
}

/** A root that already uses the prefix for something else (Open Badges 2 did) keeps it; ours is then declared on the element. */
function space(declared: string | null): string {
  return declared === null || declared === badges ? '' : ` xmlns:openbadges="${badges}"`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Baked {
  readonly from: number;
  to: number;
  readonly verify: string | null;
  body: string;
}

interface Layout {
  /** Where the root's opening tag begins and ends, in UTF-16 units. */
  rootStart: number;
  rootEnd: number;
  isEmpty: boolean;
  /** What the prefix `openbadges` means at the root. */
  declared: string | null;
  readonly credentials: Baked[];
}

function read(text: string): Layout {
  if (Buffer.byteLength(text, 'utf8') > pictureBytesMax) {
    throw new PictureUnreadable(`The picture is larger than ${pictureBytesMax / 1024 / 1024} MiB.`);
  }
  return new SvgReader(text).read();
}

class SvgReader {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly layout: Layout = { rootStart: 0, rootEnd: 0, isEmpty: false, declared: null, credentials: [] };
  private depth = 0;
  private elements = 0;
  private current: Baked | null = null;

  constructor(private readonly text: string) {
    this.parser.on('error', ({ message }) => refuse(`The SVG is not well-formed XML: ${message}`));
    this.parser.on('doctype', () => refuse('The SVG has a DOCTYPE, which is not read.'));
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', () => this.close());
    this.parser.on('text', (found) => this.add(found));
    this.parser.on('cdata', (found) => this.add(found));
  }

  read(): Layout {
    this.parser.write(this.text).close();
    return this.layout;
  }

  private open(tag: SaxesTagNS): void {
    this.elements += 1;
    if (this.elements > elementsMax) refuse(`The SVG has more than ${elementsMax} elements.`);
    if (this.depth === depthMax) refuse(`The SVG is nested deeper than ${depthMax} elements.`);
    if (this.depth === 0) this.root(tag);
    else if (this.depth === 1 && tag.uri === badges && tag.local === 'credential') this.credential(tag);
    else if (this.current !== null) refuse('The credential in the SVG holds other elements.');
    this.depth += 1;
  }

  private root(tag: SaxesTagNS): void {
    if (tag.local !== 'svg' || tag.uri !== svgSpace) refuse('The file is not an SVG.');
    this.layout.rootEnd = this.parser.position;
    this.layout.rootStart = this.startOf(tag);
    this.layout.isEmpty = tag.isSelfClosing;
    this.layout.declared = tag.ns['openbadges'] ?? null;
  }

  private credential(tag: SaxesTagNS): void {
    const verify = tag.attributes['verify']?.value ?? null;
    this.current = { from: this.startOf(tag), to: this.parser.position, verify, body: '' };
    this.layout.credentials.push(this.current);
  }

  /** Inside a tag no `<` can stand, not even in its attributes: so the last one before its end is its beginning. */
  private startOf(tag: SaxesTagNS): number {
    const start = this.text.lastIndexOf('<', this.parser.position - 1);
    return this.text.startsWith(tag.name, start + 1) ? start : refuse('The SVG is not well-formed XML.');
  }

  private close(): void {
    this.depth -= 1;
    if (this.depth !== 1 || this.current === null) return;
    this.current.to = this.parser.position;
    this.current = null;
  }

  private add(found: string): void {
    if (this.current !== null) this.current.body += found;
  }
}

function refuse(reason: string): never {
  throw new PictureUnreadable(reason);
}
