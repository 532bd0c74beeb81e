import type { ElementContent, RootContent } from 'hast';

import { markdownToHtml, markdownToText } from '../html/markdown-to-html.js';
import { parseHtml } from '../html/parse-html.js';
import { isXmlElement, type XmlElement, xmlElement, type XmlNode } from '../xml/xml.js';

/** Where items find the pictures of their package. */
const folder = '../media/';

/** Turns Markdown into the XHTML of one item and says what does not come along. */
export class ProseWriter {
  readonly losses: string[] = [];
  readonly pictures = new Set<string>();

  /** `hasPicture` says whether the package will have the picture of that name. */
  constructor(private readonly hasPicture: (name: string) => boolean) {}

  lose(message: string): void {
    if (!this.losses.includes(message)) this.losses.push(message);
  }

  /** Paragraphs, lists and the like. `gapOf` makes what stands for `{{id}}`. */
  blocks(markdown: string, gapOf: (id: string) => XmlElement | null = () => null): XmlNode[] {
    const html = markdownToHtml(markdown, (url) => this.address(url));
    const tree = parseHtml(html);
    if (tree) return tree.children.flatMap((child) => this.node(child, gapOf)).filter((node) => !isBlank(node));
    this.lose('A text is nested too deep; its words were kept without markup.');
    return [xmlElement('p', {}, [markdownToText(markdown)])];
  }

  /** As `blocks`, but a single paragraph comes without its element. */
  content(markdown: string): readonly XmlNode[] {
    const nodes = this.blocks(markdown);
    const [only] = nodes;
    return nodes.length === 1 && only && isXmlElement(only) && only.name === 'p' ? only.children : nodes;
  }

  /** For places that hold no markup. */
  plain(markdown: string): string {
    const text = markdownToText(markdown);
    if (text !== markdown.replaceAll('\\', '').trim()) this.lose(`The markup of “${text}” was left out.`);
    return text;
  }

  private address(url: string): string | null {
    const name = url.replace(/^media:/, '');
    if (!this.hasPicture(name)) {
      this.lose(`The picture “${name}” is not in the package.`);
      return null;
    }
    this.pictures.add(name);
    return folder + name;
  }

  private node(node: RootContent | ElementContent, gapOf: (id: string) => XmlElement | null): XmlNode[] {
    if (node.type === 'text') return withGaps(node.value, gapOf);
    if (node.type !== 'element') return [];
    const attributes = Object.entries(node.properties).map(([name, value]) => [attributeName(name), textOf(value)]);
    const children = node.children.flatMap((child) => this.node(child, gapOf));
    return [xmlElement(node.tagName, Object.fromEntries(attributes), children)];
  }
}

function isBlank(node: XmlNode): boolean {
  return !isXmlElement(node) && node.trim() === '';
}

function attributeName(property: string): string {
  return property === 'className' ? 'class' : property.toLowerCase();
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join(' ');
  if (value === true) return '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function withGaps(text: string, gapOf: (id: string) => XmlElement | null): XmlNode[] {
  // Every second piece is the id of a gap.
  return text.split(/\{\{([A-Za-z0-9_-]{1,40})\}\}/).flatMap((piece, at): XmlNode[] => {
    if (at % 2 === 0) return piece === '' ? [] : [piece];
    return [gapOf(piece) ?? `{{${piece}}}`];
  });
}
