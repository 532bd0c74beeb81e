import { htmlToMarkdown } from '../html/html-to-markdown.js';
import { storedPicture } from '../media/stored-picture.js';
import type { QuestionMedia } from '../questions/question-report.js';
import { elementsIn, isXmlElement, type XmlElement, type XmlNode } from '../xml/xml.js';
import type { Losses } from './findings.js';
import { allBelow, attribute, textIn } from './tree.js';

/** What stands in the text in place of an element; null leaves the element as it is. */
export type Rewrite = (element: XmlElement) => readonly XmlNode[] | null;

/** Files beside the item, by the address that the item uses; null where there is none. */
export type FileAt = (address: string) => Uint8Array | null;

const voidNames = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);
/** Read on their own, or of no meaning without the pages of the publisher. */
const silent = new Set([
  'qti-stylesheet',
  'qti-companion-materials-info',
  'qti-catalog-info',
  'qti-rubric-block',
  'qti-feedback-inline',
  'qti-feedback-block',
  'qti-modal-feedback',
]);
const played = new Set(['audio', 'video', 'iframe', 'embed', 'canvas', 'svg', 'qti-media-interaction']);

/** Turns the texts of one item into Markdown and gathers its pictures. */
export class Prose {
  private readonly pictures = new Map<string, QuestionMedia>();

  constructor(
    private readonly fileAt: FileAt,
    private readonly losses: Losses,
  ) {}

  get media(): readonly QuestionMedia[] {
    return [...this.pictures.values()];
  }

  read(nodes: readonly XmlNode[], line: number, rewrite: Rewrite = () => null): string {
    const html = nodes.map((node) => this.html(node, rewrite)).join('');
    const { markdown, losses } = htmlToMarkdown(html, { pictureOf: (address) => this.pictureOf(address) });
    for (const loss of losses) this.losses.add(line, loss);
    return markdown.trim();
  }

  private pictureOf(address: string): string | null {
    const bytes = this.fileAt(address);
    const picture = bytes && storedPicture(bytes);
    if (!picture) return null;
    this.pictures.set(picture.name, picture);
    return `media:${picture.name}`;
  }

  private html(node: XmlNode, rewrite: Rewrite): string {
    if (!isXmlElement(node)) return escaped(node);
    const replaced = rewrite(node);
    if (replaced) return replaced.map((one) => this.html(one, rewrite)).join('');
    const { name, line } = node;
    if (silent.has(name)) return '';
    if (played.has(name) || (name === 'object' && !isPicture(node))) {
      this.losses.add(line, `What is played or drawn here (<${name}>) was left out.`);
      return '';
    }
    if (name === 'object') return tag('img', { src: attribute(node, 'data') ?? '', alt: textIn(node) });
    if (name === 'math') return this.formula(node);
    const inner = node.children.map((child) => this.html(child, rewrite)).join('');
    if (name.startsWith('qti-')) return this.transparent(node, inner);
    return voidNames.has(name) ? startTag(node) : `${startTag(node)}${inner}</${name}>`;
  }

  /** Elements of QTI that only carry text. */
  private transparent({ name, line }: XmlElement, inner: string): string {
    if (!carriers.has(name)) this.losses.add(line, `<${name}> was left out; its text stayed.`);
    return inner;
  }

  private formula(math: XmlElement): string {
    const notes = allBelow(math, 'annotation').filter((note) => /tex/i.test(attribute(note, 'encoding') ?? ''));
    const [tex] = notes;
    if (tex) return escaped(`\\(${textIn(tex)}\\)`);
    this.losses.add(math.line, 'A formula in MathML is kept as its bare signs only.');
    return escaped(textIn(math));
  }
}

const carriers = new Set(['qti-content-body', 'qti-prompt', 'qti-item-body', 'qti-stimulus-body']);

function isPicture(object: XmlElement): boolean {
  return /^image\/(?!svg)/.test(attribute(object, 'type') ?? '') && elementsIn(object, 'param').length === 0;
}

function startTag({ name, attributes }: XmlElement): string {
  return tag(name, Object.fromEntries(attributes));
}

function tag(name: string, attributes: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${pairs.join('')}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
